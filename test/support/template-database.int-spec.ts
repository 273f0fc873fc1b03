import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from './template-database';

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows }: { rows: unknown[] } = await client.query(text);
    return rows;
  } finally {
    await client.end();
  }
}

describe('test database', () => {
  const databases: TestDatabase[] = [];

  const create = async (): Promise<TestDatabase> => {
    const database = await createTestDatabase();
    databases.push(database);
    return database;
  };

  afterEach(async () => {
    await Promise.all(databases.splice(0).map(async (database) => database.drop()));
  });

  it('is copied for many at once, each apart from the others', async () => {
    const copies = await Promise.all(Array.from({ length: 6 }, create));
    await Promise.all(copies.map(async ({ ownerUrl }, n) => query(ownerUrl, `CREATE TABLE mine AS SELECT ${n} AS n`)));
    const rows = await Promise.all(copies.map(async ({ ownerUrl }) => query(ownerUrl, 'SELECT n FROM mine')));
    expect(rows.flat()).toEqual(copies.map((_, n) => ({ n })));
  });

  it('lets the application create nothing', async () => {
    const { url } = await create();
    await expect(query(url, 'CREATE TABLE forbidden (n int)')).rejects.toThrow(/permission denied/);
    await expect(query(url, 'CREATE SCHEMA forbidden')).rejects.toThrow(/permission denied/);
  });

  it('lets the owner create the extensions of the product', async () => {
    const { ownerUrl } = await create();
    for (const extension of ['pg_trgm', 'unaccent', 'citext', 'btree_gin']) {
      await query(ownerUrl, `CREATE EXTENSION IF NOT EXISTS ${extension}`);
    }
    expect(await query(ownerUrl, `SELECT unaccent('Réseau')`)).toEqual([{ unaccent: 'Reseau' }]);
  });

  it('can be dropped while the application is connected', async () => {
    const database = await create();
    const client = new Client({ connectionString: database.url });
    const lost = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await database.drop();
    await lost;
    await expect(query(database.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});
