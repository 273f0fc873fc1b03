import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BusinessImports, outcomesOf } from '../../../../test/support/business-imports';
import { toCsv } from '../../../common/text/csv';
import { describeBusinessImport } from '../domain/import/business-import';
import { samEntityColumns } from '../domain/import/sam-entity-layout';
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
    const path = join(hub.folder, 'entities.csv');
    const types = { BUSINESS_TYPE_STRING: '2X~27~1E', SBA_BUSINESS_TYPES_STRING: 'A620280819~XX        ' };
    const firm: Readonly<Record<string, string>> = { CAGE_CODE: '3GUY7', NAICS_CODE_STRING: '541512Y', ...types };
    await writeFile(path, toCsv(samEntityColumns, [Object.fromEntries(samEntityColumns.map((column) => [column, firm[column] ?? '']))])); // prettier-ignore
    expect(outcomesOf(await hub.importFile(path))).toEqual([1, 0, 0, 0, 0]);
    expect(await hub.query('SELECT program FROM business_certifications ORDER BY program')).toEqual(
      ['8a', 'hubzone', 'iee', 'sdb'].map((program) => ({ program })),
    );
    expect(outcomesOf(await hub.importFile(path))).toEqual([0, 0, 1, 0, 0]);
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
