import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BusinessImports, outcomesOf } from '../../../../test/support/business-imports';
import { describeBusinessImport } from '../domain/import/business-import';
import { ImportBusinessesService } from './import-businesses.service';

const REAL_FILE = join(process.cwd(), '../shared/data/entities/sba-certified-2020.csv');
const REAL_ROWS = 9_860;
const aboutRealFirms = existsSync(REAL_FILE) ? describe : describe.skip;

describe('importing the public entities of SAM.gov', () => {
  let hub: BusinessImports;

  beforeEach(async () => {
    hub = await BusinessImports.open();
  });

  afterEach(() => hub.close());

  it('finds a firm as it left it, whatever it is certified as', async () => {
    const types = { BUSINESS_TYPE_STRING: '2X~27~1E', SBA_BUSINESS_TYPES_STRING: 'A620280819~XX        ' };
    const firm = { CAGE_CODE: '3GUY7', NAICS_CODE_STRING: '541512Y', ...types };
    expect(outcomesOf(await hub.importSamEntities(firm))).toEqual([1, 0, 0, 0, 0]);
    expect(await hub.query('SELECT program FROM business_certifications ORDER BY program')).toEqual(
      ['8a', 'hubzone', 'iee', 'sdb'].map((program) => ({ program })),
    );
    expect(outcomesOf(await hub.importSamEntities(firm))).toEqual([0, 0, 1, 0, 0]);
  });

  const profiles = (): Promise<Record<string, unknown>[]> =>
    hub.query(
      `SELECT company_name AS name, uei_number AS uei, description,
              (SELECT string_agg(code, ' ' ORDER BY code) FROM business_cage_codes WHERE business_id = business.id) AS cages,
              (SELECT string_agg(code, ' ') FROM business_naics_codes WHERE business_id = business.id) AS naics
         FROM businesses business ORDER BY created_at, id`,
    );

  it.each([
    ['later', true, [0, 1, 1, 0, 0]],
    ['earlier', false, [1, 1, 0, 0, 0]],
  ])('tells the places of a firm apart that a file of ours lists together %s', async (_, isFirst, outcomes) => {
    const places = [
      { CAGE_CODE: '1CK93', NAICS_CODE_STRING: '541512Y' },
      { CAGE_CODE: '3GUY7', NAICS_CODE_STRING: '236220Y' },
    ];
    const acme = { companyName: 'Acme', cageCodes: '1CK93;3GUY7', naicsCodes: '541519' };
    if (isFirst) await hub.importSamEntities(...places);
    await hub.importCsv(acme);
    expect(outcomesOf(await hub.importSamEntities(...places))).toEqual(outcomes);
    const stored = [
      { name: 'Acme', uei: null, description: null, cages: '1CK93 3GUY7', naics: '541512' },
      { name: 'CAGE 3GUY7', uei: null, description: null, cages: '3GUY7', naics: '236220' },
    ];
    expect(await profiles()).toEqual(stored);
    expect(outcomesOf(await hub.importSamEntities(...places))).toEqual([0, 0, 2, 0, 0]);
    expect(outcomesOf(await hub.importExport())).toEqual([0, 0, 2, 0, 0]);
    expect(await profiles()).toEqual(stored);
  });

  it('leaves a firm alone that has since been told under its number', async () => {
    const acme = { companyName: 'Acme', ueiNumber: 'ZQGGHJH74DW7', description: 'Networks.' };
    await hub.importCsv(acme);
    await hub.importSamEntities({ CAGE_CODE: '1CK93' });
    await hub.importCsv({ ...acme, cageCodes: '1CK93' });
    const stored = [
      { name: 'Acme', uei: 'ZQGGHJH74DW7', description: 'Networks.', cages: '1CK93', naics: null },
      { name: 'CAGE 1CK93', uei: null, description: null, cages: '1CK93', naics: null },
    ];
    expect(await profiles()).toEqual(stored);
    expect(outcomesOf(await hub.importExport())).toEqual([0, 0, 2, 0, 0]);
    expect(outcomesOf(await hub.importSamEntities({ CAGE_CODE: '1CK93' }))).toEqual([0, 0, 1, 0, 0]);
    expect(await profiles()).toEqual(stored);
  });

  /** A fingerprint of everything that an import writes about firms. */
  const rowsOfAllTables = (): Promise<Record<string, unknown>[]> => {
    const tables = ['businesses', ...['naics_codes', 'psc_codes', 'cage_codes', 'certifications', 'addresses'].map((list) => `business_${list}`)]; // prettier-ignore
    const sums = tables.map((table) => `(SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM ${table} t) AS ${table}`);
    return hub.query(`SELECT ${sums.join(', ')}`);
  };

  aboutRealFirms('real firms (needs ../shared/data)', () => {
    it('are all taken in, with every code, and a second time are as they are', async () => {
      const first = await hub.importFile(REAL_FILE);
      expect(describeBusinessImport(first)).toBe(
        '{"rows":9860,"created":9860,"updated":0,"unchanged":0,"skipped":0,"rejected":0,"remarks":7825,"businesses":9860}',
      );
      expect(first).toMatchObject({ layout: 'sam-entities', status: 'completed', fileName: 'sba-certified-2020.csv' });
      const [codes] = await hub.query(
        `SELECT count(*)::integer AS entries, count(DISTINCT code)::integer AS codes
           FROM business_naics_codes WHERE version = '2017'`,
      );
      expect(codes).toEqual({ entries: 7_430, codes: 134 });
      expect([
        await hub.counted('business_naics_codes'),
        await hub.counted('business_psc_codes'),
        await hub.counted('business_cage_codes'),
        await hub.counted('business_certifications'),
        await hub.counted('business_addresses'),
        await hub.counted('businesses WHERE owner_id IS NULL'),
      ]).toEqual([151_991, 54_389, REAL_ROWS, 17_784, REAL_ROWS, REAL_ROWS]);
      const remarks = await hub.query(
        `SELECT code, count(*)::integer AS count FROM business_import_findings WHERE kind = 'remark' GROUP BY code ORDER BY code`,
      );
      expect(remarks).toEqual([
        { code: 'naics-not-2022', count: 7_430 },
        { code: 'psc-unknown', count: 395 },
      ]);
      const lines = await hub.report(first);
      expect(lines).toHaveLength(1 + 7_825);
      expect(lines[0]).toBe('row,kind,code,message');
      expect(lines[1]).toMatch(/^\d+,remark,naics-not-2022,NAICS \d{6} is kept as a code of NAICS 2017\.$/);

      const rows = await rowsOfAllTables();
      const second = await hub.importFile(REAL_FILE);
      expect(outcomesOf(second)).toEqual([0, 0, REAL_ROWS, 0, 0]);
      expect(second).toMatchObject({ rows: REAL_ROWS, remarks: 7_825, businesses: REAL_ROWS });
      expect(await rowsOfAllTables()).toEqual(rows);
    }, 180_000);

    it('that were cut off between two batches are completed by the same file', async () => {
      const cut = new AbortController();
      const imports = hub.get(ImportBusinessesService);
      const onProgress = ({ rows }: { readonly rows: number }): void => {
        if (rows >= 1_500) cut.abort(new Error('killed'));
      };
      await expect(imports.importFile(REAL_FILE, { signal: cut.signal, onProgress })).rejects.toThrow('killed');
      const [interrupted, ...others] = await hub.query('SELECT * FROM business_import_runs');
      expect(others).toEqual([]);
      expect(interrupted).toMatchObject({ status: 'failed', error_code: 'import-failed', businesses: null });
      const done = Number(interrupted?.['rows']);
      expect(done).toBeGreaterThanOrEqual(1_500);
      expect(await hub.counted('businesses')).toBe(done);
      expect(outcomesOf(await hub.importFile(REAL_FILE))).toEqual([REAL_ROWS - done, 0, done, 0, 0]);
    }, 180_000);
  });
});
