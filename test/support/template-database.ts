import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Names the template of this test run for the workers of Jest. */
const TEMPLATE_VARIABLE = 'TEST_TEMPLATE_DATABASE';

export interface TestDatabase {
  readonly name: string;
  /** As the application's role. */
  readonly url: string;
  /** As the owner, for what the application may not do. */
  readonly ownerUrl: string;
  /** Ends every connection to it. */
  drop(): Promise<void>;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: the tests need the Jest setup of test/support/global-setup.ts`);
  }
  return value;
}

function urlOf(variable: 'DATABASE_URL' | 'DATABASE_MIGRATION_URL', database: string): string {
  const url = new URL(required(variable));
  url.pathname = `/${database}`;
  return url.href;
}

async function asOwner(use: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: required('DATABASE_MIGRATION_URL') });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

async function drop(name: string): Promise<void> {
  await asOwner(async (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

async function create(name: string, template: string): Promise<TestDatabase> {
  await asOwner(async (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    name,
    url: urlOf('DATABASE_URL', name),
    ownerUrl: urlOf('DATABASE_MIGRATION_URL', name),
    drop: async () => drop(name),
  };
}

const uniqueName = (prefix: string): string => `${prefix}_${randomBytes(6).toString('hex')}`;

/**
 * Prepared once per test run. Afterwards nobody can connect to it, because PostgreSQL refuses to copy a database in use;
 * several copies at once are fine.
 */
export async function createTemplateDatabase(prepare: (ownerUrl: string) => Promise<void>): Promise<TestDatabase> {
  const template = await create(uniqueName('hub_template'), 'template0');
  try {
    await prepare(template.ownerUrl);
    await asOwner(async (client) => client.query(`ALTER DATABASE ${template.name} ALLOW_CONNECTIONS false`));
  } catch (error) {
    await template.drop();
    throw error;
  }
  process.env[TEMPLATE_VARIABLE] = template.name;
  return template;
}

/** A database of its own for one test file, migrated and with reference data. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return create(uniqueName('hub_test'), required(TEMPLATE_VARIABLE));
}
