import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/template-database';
import { referenceEntities } from '../persistence/reference.entities';
import { loadReferenceData } from './reference-loader.service';

const NOW = new Date('2026-11-23T12:00:00Z');
const LATER = new Date('2026-11-24T12:00:00Z');

describe('loading the reference data', () => {
  let database: TestDatabase;
  let owner: DataSource;

  beforeEach(async () => {
    database = await createTestDatabase();
    owner = await new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      entities: referenceEntities,
    }).initialize();
    await loadReferenceData(owner, NOW);
  });

  afterEach(async () => {
    await owner.destroy();
    await database.drop();
  });

  const outcomes = async (): Promise<string[]> =>
    (await loadReferenceData(owner, LATER)).filter(({ outcome }) => outcome === 'loaded').map(({ name }) => name);

  /** As if an earlier version of the hub had loaded another edition. */
  const forgetEdition = async (name: string): Promise<void> => {
    await owner.query(`UPDATE reference_datasets SET sha256 = 'another' WHERE name = $1`, [name]);
  };

  const rowsOf = async (sql: string): Promise<unknown> => owner.query(sql);

  it('fills every table and says which edition it holds', async () => {
    expect(await rowsOf('SELECT name, row_count, as_of::text FROM reference_datasets ORDER BY name')).toEqual([
      { name: 'certification_programs', row_count: 9, as_of: '2026-11-01' },
      { name: 'naics_codes', row_count: 2125, as_of: '2022-01-01' },
      { name: 'notice_types', row_count: 9, as_of: '2026-08-01' },
      { name: 'psc_codes', row_count: 3809, as_of: '2026-11-01' },
      { name: 'set_asides', row_count: 19, as_of: '2026-08-01' },
      { name: 'size_standards', row_count: 996, as_of: '2026-07-01' },
      { name: 'utah_counties', row_count: 29, as_of: '2017-01-01' },
      { name: 'zip_codes', row_count: 42366, as_of: '2026-11-01' },
    ]);
    expect(await rowsOf(`SELECT count(*)::int AS n FROM zip_codes WHERE county_fips = '49049'`)).toEqual([{ n: 26 }]);
    expect(await rowsOf(`SELECT accepted_programs FROM set_asides WHERE code = 'WOSB'`)).toEqual([
      { accepted_programs: ['wosb', 'edwosb'] },
    ]);
  });

  it('writes nothing when the database is up to date', async () => {
    const before = await rowsOf('SELECT * FROM reference_datasets ORDER BY name');
    expect(await outcomes()).toEqual([]);
    expect(await rowsOf('SELECT * FROM reference_datasets ORDER BY name')).toEqual(before);
  });

  it('replaces a table of another edition: changed, missing and superfluous facts', async () => {
    await owner.query(`UPDATE psc_codes SET name = 'outdated' WHERE code = '1005'`);
    await owner.query(`DELETE FROM psc_codes WHERE code = 'DA01'`);
    await owner.query(
      `INSERT INTO psc_codes SELECT 'XX99', 'retired', kind, 'XX', 'X', source, as_of FROM psc_codes WHERE code = 'D399'`,
    );
    await forgetEdition('psc_codes');

    expect(await outcomes()).toEqual(['psc_codes']);
    expect(
      await rowsOf(`SELECT code, name FROM psc_codes WHERE code IN ('1005', 'DA01', 'XX99') ORDER BY code`),
    ).toMatchObject([{ code: '1005', name: 'Guns, through 30 mm' }, { code: 'DA01' }]);
    expect(await rowsOf(`SELECT loaded_at FROM reference_datasets WHERE name = 'psc_codes'`)).toEqual([
      { loaded_at: LATER },
    ]);
  });

  it('keeps facts in place that rows of other tables refer to', async () => {
    await owner.query('CREATE TABLE mine (code text REFERENCES naics_codes)');
    await owner.query(`INSERT INTO mine VALUES ('541512')`);
    await forgetEdition('naics_codes');
    expect(await outcomes()).toEqual(['naics_codes']);
  });

  it('changes nothing at all where a fact that is gone is still referred to', async () => {
    await owner.query(
      `INSERT INTO naics_codes SELECT '541599', 'gone', 6, '5415', source, as_of FROM naics_codes WHERE code = '54'`,
    );
    await owner.query('CREATE TABLE mine (code text REFERENCES naics_codes)');
    await owner.query(`INSERT INTO mine VALUES ('541599')`);
    await owner.query(`UPDATE naics_codes SET title = 'outdated' WHERE code = '54'`);
    await forgetEdition('naics_codes');

    await expect(loadReferenceData(owner, LATER)).rejects.toThrow(/foreign key/);
    expect(await rowsOf(`SELECT title FROM naics_codes WHERE code = '54'`)).toEqual([{ title: 'outdated' }]);
  });

  it('lets several start at once', async () => {
    await owner.query('DELETE FROM zip_codes');
    await forgetEdition('zip_codes');
    const runs = await Promise.all([1, 2, 3].map(async () => loadReferenceData(owner, LATER)));
    const loaded = runs.flat().filter(({ outcome }) => outcome === 'loaded');
    expect(loaded).toEqual([{ name: 'zip_codes', rows: 42366, outcome: 'loaded' }]);
  });
});
