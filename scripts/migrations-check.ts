import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations';
import { AppModule } from '../src/app.module';
import { migrate } from '../src/commands/migrate';
import { configClasses, loadConfiguration } from '../src/config';
import { withLocalServices } from './local-services';

/**
 * Entities and migrations must describe the same tables, and every migration must be the exact inverse of its own way
 * back. Works in a database of its own, which it drops.
 */
const check = (): Promise<readonly string[]> =>
  withLocalServices(
    process.env,
    async ({ environment }) => {
      Object.assign(process.env, environment);
      const { DATABASE_MIGRATION_URL: serverUrl, DATABASE_URL: applicationUrl } = environment;
      if (!serverUrl || !applicationUrl) throw new Error('DATABASE_MIGRATION_URL must be set where DATABASE_URL is.');
      const name = `hub_migrations_check_${randomBytes(6).toString('hex')}`;
      const url = onDatabase(serverUrl, name);
      await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
      try {
        const up = (): Promise<unknown> => migrate(url, onDatabase(applicationUrl, name), new Date());
        await up();
        const drift = await driftOf({ ...environment, DATABASE_URL: url });
        const residue = await migrateBack(url);
        await up();
        return [...drift, ...residue];
      } finally {
        await onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
      }
    },
    { ephemeral: true },
  );

/** What TypeORM would still change to make the tables what the entities say. */
const driftOf = async (environment: NodeJS.ProcessEnv): Promise<readonly string[]> => {
  const hub = await NestFactory.createApplicationContext(
    AppModule.for('cli', loadConfiguration(configClasses, environment)),
    { logger: ['error', 'warn'], abortOnError: false },
  );
  try {
    const { upQueries } = await hub.get(DataSource).driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => `entities and migrations differ: ${query}`);
  } finally {
    await hub.close();
  }
};

/** Undoes every migration and tells what is left of them. */
const migrateBack = async (url: string): Promise<readonly string[]> => {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTableName: 'migrations',
    installExtensions: false,
  });
  await dataSource.initialize();
  try {
    for (let left = migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
    const left: { kind: string; name: string }[] = await dataSource.query(LEFT_OVER);
    return left.map(({ kind, name }) => `left behind by the migrations' way back: ${kind} ${name}`);
  } finally {
    await dataSource.destroy();
  }
};

const LEFT_OVER = `
  SELECT 'relation' AS kind, relname AS name FROM pg_class
   WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('i', 'I') AND relname NOT LIKE 'migrations%'
  UNION ALL SELECT 'function', proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT 'type', typname FROM pg_type
   WHERE typnamespace = 'public'::regnamespace AND typname NOT IN ('migrations', '_migrations')
  UNION ALL SELECT 'extension', extname FROM pg_extension WHERE extname <> 'plpgsql'`;

const onDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

const onServer = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

check().then(
  (problems) => {
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    if (problems.length === 0)
      process.stdout.write('Migrations and entities agree; all migrations go back and forth.\n');
    process.exit(problems.length === 0 ? 0 : 1);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
