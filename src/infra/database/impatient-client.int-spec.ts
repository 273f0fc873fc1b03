import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/template-database';
import { dataSourceOptions } from './data-source';
import { isDatabaseUnavailable } from './database-errors';

const PATIENCE_MS = 100;

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  const options = dataSourceOptions(
    { url: database.url, poolSize: 1, requestTimeoutMs: 10_000, requestWaitMs: 10_000 },
    'request',
  );
  // Only the client's patience ends: as if the server were frozen.
  const extra = { ...options.extra, query_timeout: PATIENCE_MS };
  dataSource = await new DataSource({ ...options, extra }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('a transaction whose statement gets no answer', () => {
  it('fails, and leaves nothing behind in the pool', async () => {
    const work = dataSource.transaction((manager) => manager.query('SELECT pg_sleep(2)'));
    const error: unknown = await work.catch((reason: unknown) => reason);
    expect(isDatabaseUnavailable(error)).toBe(true);

    const [next] = await dataSource.query(
      `SELECT now() = statement_timestamp() AS "isOutsideTransactions", pg_current_xact_id_if_assigned() AS transaction`,
    );
    expect(next).toEqual({ isOutsideTransactions: true, transaction: null });
  });
});
