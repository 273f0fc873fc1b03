import { DataSource, type EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/template-database';
import { until } from '../../../test/support/until';
import { dataSourceOptions } from './data-source';
import { isDatabaseUnavailable } from './database-errors';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  const settings = { url: database.url, poolSize: 4, requestTimeoutMs: 10_000, requestWaitMs: 10_000 };
  dataSource = await new DataSource(dataSourceOptions(settings, 'request')).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Ends the connection of a transaction, as a server that stops would. */
const breakOff = async (manager: EntityManager): Promise<void> => {
  const [{ pid }] = await manager.query('SELECT pg_backend_pid() AS pid');
  await dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
  await until('the connection is gone', () => manager.queryRunner?.isReleased);
};

it.each<[string, (manager: EntityManager) => Promise<unknown>]>([
  ['its next statement', (manager) => manager.query('SELECT 1')],
  ['its next statement through the query runner', async (manager) => manager.queryRunner?.query('SELECT 1')],
  ['its end', () => Promise.resolve()],
])('a transaction whose connection broke off fails at %s, for want of the database', async (_, goOn) => {
  const work = dataSource.transaction(async (manager) => {
    await breakOff(manager);
    await goOn(manager);
  });
  const error: unknown = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(isDatabaseUnavailable(error)).toBe(true);
  expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
