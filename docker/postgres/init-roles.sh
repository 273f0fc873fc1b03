#!/bin/sh
# Runs once, on an empty data folder: the owner migrates, the application only reads and writes rows. Which rights it has
# on which table, `hub migrate` says: there are no default privileges, because some tables are append-only.
set -eu

psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=owner_password="$HUB_OWNER_PASSWORD" --set=app_password="$HUB_APP_PASSWORD" <<'SQL'
CREATE ROLE hub_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE hub_app LOGIN PASSWORD :'app_password';
CREATE DATABASE hub OWNER hub_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE hub FROM PUBLIC;
GRANT CONNECT ON DATABASE hub TO hub_app;

\connect hub
ALTER SCHEMA public OWNER TO hub_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hub_app;
SQL
