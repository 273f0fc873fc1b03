import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where sessions are used from, mailed links, second factors, and the count of failed sign-ins. */
export class CreateCredentialTables1790000000710 implements MigrationInterface {
  name = 'CreateCredentialTables1790000000710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN device text NOT NULL DEFAULT '',
        ADD COLUMN address text NOT NULL DEFAULT ''`);
    await runner.query(`
      CREATE TABLE mailed_links (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        purpose text NOT NULL,
        email text NOT NULL,
        key_id text NOT NULL,
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT mailed_links_pkey PRIMARY KEY (id),
        CONSTRAINT mailed_links_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT mailed_links_purpose_check CHECK (purpose IN ('verify-email', 'reset-password'))
      )`);
    await runner.query(`CREATE INDEX mailed_links_user_idx ON mailed_links (user_id)`);
    await runner.query(`CREATE UNIQUE INDEX mailed_links_token_key ON mailed_links (token_hash)`);
    await runner.query(`
      CREATE TABLE second_factors (
        user_id uuid NOT NULL,
        key_id text NOT NULL,
        sealed_secret bytea NOT NULL,
        last_step integer NOT NULL,
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        CONSTRAINT second_factors_pkey PRIMARY KEY (user_id),
        CONSTRAINT second_factors_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE recovery_codes (
        user_id uuid NOT NULL,
        code_hash text NOT NULL,
        used_at timestamptz,
        CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, code_hash),
        CONSTRAINT recovery_codes_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE sign_in_failures (
        account_key text NOT NULL,
        origin_key text NOT NULL,
        failures integer NOT NULL,
        last_failed_at timestamptz NOT NULL,
        locked_until timestamptz,
        CONSTRAINT sign_in_failures_pkey PRIMARY KEY (account_key, origin_key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sign_in_failures', 'recovery_codes', 'second_factors', 'mailed_links']) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query(`ALTER TABLE sessions DROP COLUMN device, DROP COLUMN address`);
  }
}
