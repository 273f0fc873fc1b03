import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface DatabaseContext {
  /** A PostgreSQL role that may create databases. */
  readonly ownerUrl: string;
  /** The role of the running hub, on any database of the same server. */
  readonly applicationUrl: string;
  /** Brings an empty database to the present schema and gives the application its rights. */
  readonly migrate: (ownerUrl: string, applicationUrl: string) => Promise<unknown>;
}

export interface FreshDatabase {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
}

/** Runs `use` on a migrated database of its own, which goes with it. */
export const inFreshDatabase = async <T>(
  context: DatabaseContext,
  use: (database: FreshDatabase) => Promise<T>,
): Promise<T> => {
  const name = `hub_bench_${randomBytes(6).toString('hex')}`;
  const database = {
    ownerUrl: onDatabase(context.ownerUrl, name),
    applicationUrl: onDatabase(context.applicationUrl, name),
  };
  await withClient(context.ownerUrl, async (client) => client.query(`create database ${name}`));
  try {
    await context.migrate(database.ownerUrl, database.applicationUrl);
    return await use(database);
  } finally {
    await withClient(context.ownerUrl, async (client) => client.query(`drop database ${name} with (force)`));
  }
};

const onDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

export const withClient = async <T>(url: string, use: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};
