import { DataSource, type MixedList } from 'typeorm';

type Migrations = MixedList<new () => { up(runner: never): Promise<unknown>; down(runner: never): Promise<unknown> }>;

/** Rights of the application's role on tables where it has not all of them. */
export type TableRights = Readonly<Record<string, readonly ('SELECT' | 'INSERT' | 'UPDATE' | 'DELETE')[]>>;

/** Any number; the same for every process, so that two `migrate` at once do not meet in the middle. */
const MIGRATION_LOCK = 4_217_001;

/**
 * Brings the schema up to date as the owner of the tables and gives the running hub's role its rights. One caller at a
 * time: others wait. Answers the names of the migrations that ran.
 */
export const migrateDatabase = async (
  ownerUrl: string,
  applicationUrl: string,
  migrations: Migrations,
  tableRights: TableRights,
): Promise<readonly string[]> => {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    poolSize: 4,
    applicationName: 'hub-migrate',
    installExtensions: false,
    extra: { connectionTimeoutMillis: 10_000 },
  });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations();
    await grantApplicationRights(dataSource, applicationUrl, tableRights);
    return done.map(({ name }) => name);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
};

/**
 * The application reads and writes rows and nothing else: no DDL, and on some tables not even all of that. All rights
 * change at one instant: nobody ever sees a table that is open for a moment.
 */
const grantApplicationRights = async (
  dataSource: DataSource,
  applicationUrl: string,
  tableRights: TableRights,
): Promise<void> => {
  const role = quoteIdentifier(decodeURIComponent(new URL(applicationUrl).username));
  await dataSource.transaction(async (manager) => {
    await manager.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
    await manager.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
    await manager.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
    await manager.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
    for (const [table, rights] of Object.entries(tableRights)) {
      await manager.query(`REVOKE ALL ON ${quoteIdentifier(table)} FROM ${role}`);
      await manager.query(`GRANT ${rights.join(', ')} ON ${quoteIdentifier(table)} TO ${role}`);
    }
  });
};

const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
