import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { Client } from 'pg';
import { capturingLogger } from '../../../../test/support/captured-log';
import { testEnvironment } from '../../../../test/support/environment';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/template-database';
import { until } from '../../../../test/support/until';
import { AppModule } from '../../../app.module';
import { toCsv } from '../../../common/text/csv';
import { configClasses, loadConfiguration } from '../../../config';
import { AdvisoryLocks, UnitOfWork } from '../../../infra/database';
import { UsersService } from '../../users';
import { BUSINESS_CHANGED, BUSINESS_IDENTITY_CHANGED, BUSINESS_MATCH_DATA_CHANGED } from '../domain/business.events';
import { businessCsvColumns } from '../domain/import/business-csv';
import { type BusinessImportRun, describeBusinessImport } from '../domain/import/business-import';
import { NOTHING_STATED } from '../domain/new-business';
import { BusinessImportReports } from './business-import-reports.service';
import { BusinessesService } from './businesses.service';
import { ExportBusinessesService } from './export-businesses.service';
import { ImportBusinessesService } from './import-businesses.service';

const NOW = '2026-04-10T12:00:00.000Z';
const REAL_FILE = join(process.cwd(), '../shared/data/entities/sba-certified-2020.csv');
const REAL_ROWS = 9_860;
const UEI = 'ZQGGHJH74DW7';
const OTHER_UEI = 'JLC2ZFWEK1K8';

type Cells = Partial<Record<(typeof businessCsvColumns)[number], string>>;

const csvOf = (...rows: readonly Cells[]): string =>
  toCsv(
    businessCsvColumns,
    rows.map((row) => ({ ...Object.fromEntries(businessCsvColumns.map((column) => [column, ''])), ...row })),
  );

const outcomes = ({ created, updated, unchanged, skipped, rejected }: BusinessImportRun): readonly number[] => [
  created,
  updated,
  unchanged,
  skipped,
  rejected,
];

const aboutRealFirms = existsSync(REAL_FILE) ? describe : describe.skip;

describe('importing businesses', () => {
  let folder: string;
  let database: TestDatabase;
  let hub: INestApplicationContext;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-businesses-'));
    database = await createTestDatabase();
    hub = await open();
  });

  afterEach(async () => {
    await hub.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const open = (): Promise<INestApplicationContext> => {
    const settings = { DATABASE_URL: database.url, HUB_NOW: NOW, QUEUE_PREFIX: database.name.replaceAll('_', '-') };
    return NestFactory.createApplicationContext(
      AppModule.for('cli', loadConfiguration(configClasses, { ...testEnvironment, ...settings })),
      { logger: capturingLogger, abortOnError: false },
    );
  };
  const get = <T>(type: Type<T>): T => hub.get(type, { strict: false });
  const query = (sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]> =>
    get(UnitOfWork).manager.query(sql, parameters);
  const importFile = (path: string, signal?: AbortSignal): Promise<BusinessImportRun> =>
    get(ImportBusinessesService).importFile(path, { signal });
  const importCsv = async (...rows: readonly Cells[]): Promise<BusinessImportRun> => {
    const path = join(folder, 'firms.csv');
    await writeFile(path, csvOf(...rows));
    return importFile(path);
  };
  const counted = async (table: string): Promise<number> =>
    Number((await query(`SELECT count(*)::integer AS count FROM ${table}`))[0]?.['count']);
  const report = async (run: BusinessImportRun): Promise<readonly string[]> => {
    const path = join(folder, 'report.csv');
    await get(BusinessImportReports).writeReport(run, path);
    return (await readFile(path, 'utf8')).split('\r\n').slice(0, -1);
  };
  const profiles = (): Promise<Record<string, unknown>[]> =>
    query(`SELECT company_name AS name, uei_number AS uei, version, match_revision AS revision
             FROM businesses ORDER BY created_at, id`);
  const owner = async (): Promise<string> => {
    const account = { firstName: 'Ada', lastName: 'Snow', phone: null, companyName: null, agencyId: null };
    const user = await get(UsersService).create({
      ...account,
      email: 'owner@example.test',
      passwordHash: 'none',
      role: 'business_owner',
      isActive: true,
      isVerified: true,
    });
    return user.id;
  };

  aboutRealFirms('real firms (needs ../shared/data)', () => {
    it('are all taken in, with every code, and a second time are as they are', async () => {
      const first = await importFile(REAL_FILE);
      expect(describeBusinessImport(first)).toBe(
        '{"rows":9860,"created":9860,"updated":0,"unchanged":0,"skipped":0,"rejected":0,"remarks":7825,"businesses":9860}',
      );
      expect(first).toMatchObject({ layout: 'sam-entities', status: 'completed', fileName: 'sba-certified-2020.csv' });
      const [codes] = await query(
        `SELECT count(*)::integer AS entries, count(DISTINCT code)::integer AS codes
           FROM business_naics_codes WHERE version = '2017'`,
      );
      expect(codes).toEqual({ entries: 7_430, codes: 134 });
      expect([
        await counted('business_naics_codes'),
        await counted('business_psc_codes'),
        await counted('business_cage_codes'),
        await counted('business_certifications'),
        await counted('business_addresses'),
        await counted('businesses WHERE owner_id IS NULL'),
      ]).toEqual([151_991, 54_389, REAL_ROWS, 17_761, REAL_ROWS, REAL_ROWS]);
      const remarks = await query(
        `SELECT code, count(*)::integer AS count FROM business_import_findings WHERE kind = 'remark' GROUP BY code ORDER BY code`,
      );
      expect(remarks).toEqual([
        { code: 'naics-not-2022', count: 7_430 },
        { code: 'psc-unknown', count: 395 },
      ]);
      const lines = await report(first);
      expect(lines).toHaveLength(1 + 7_825);
      expect(lines[0]).toBe('row,kind,code,message');
      expect(lines[1]).toMatch(/^\d+,remark,naics-not-2022,NAICS \d{6} is kept as a code of NAICS 2017\.$/);

      const rows = await rowsOfAllTables();
      const second = await importFile(REAL_FILE);
      expect(outcomes(second)).toEqual([0, 0, REAL_ROWS, 0, 0]);
      expect(second).toMatchObject({ rows: REAL_ROWS, remarks: 7_825, businesses: REAL_ROWS });
      expect(await rowsOfAllTables()).toEqual(rows);
    }, 180_000);

    it('that were cut off between two batches are completed by the same file', async () => {
      const cut = new AbortController();
      const imports = get(ImportBusinessesService);
      const onProgress = ({ rows }: { readonly rows: number }): void => {
        if (rows >= 1_500) cut.abort(new Error('killed'));
      };
      await expect(imports.importFile(REAL_FILE, { signal: cut.signal, onProgress })).rejects.toThrow('killed');
      const [interrupted, ...others] = await query('SELECT * FROM business_import_runs');
      expect(others).toEqual([]);
      expect(interrupted).toMatchObject({ status: 'failed', error_code: 'import-failed', businesses: null });
      const done = Number(interrupted?.['rows']);
      expect(done).toBeGreaterThanOrEqual(1_500);
      expect(await counted('businesses')).toBe(done);
      expect(outcomes(await importFile(REAL_FILE))).toEqual([REAL_ROWS - done, 0, done, 0, 0]);
    }, 180_000);
  });

  /** A fingerprint of everything that an import writes about firms. */
  const rowsOfAllTables = (): Promise<Record<string, unknown>[]> => {
    const tables = ['businesses', ...['naics_codes', 'psc_codes', 'cage_codes', 'certifications', 'addresses'].map((list) => `business_${list}`)]; // prettier-ignore
    const sums = tables.map((table) => `(SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM ${table} t) AS ${table}`);
    return query(`SELECT ${sums.join(', ')}`);
  };

  it('writes a firm whole, and completes where it is', async () => {
    const run = await importCsv({
      companyName: '=HYPERLINK("http://evil.test")',
      ueiNumber: UEI,
      cageCodes: '1ABC2;1ABC3',
      zipCode: '84101',
      samStatus: 'active',
      samExpiresOn: '2027-01-01',
      excluded: 'no',
      annualRevenue: '2500000.50',
      naicsCodes: '541512*;511210@2017',
      pscCodes: 'DA01',
      certifications: 'hubzone:active:2025-01-01..2028-01-01',
    });
    expect(outcomes(run)).toEqual([1, 0, 0, 0, 0]);
    const [id] = (await query('SELECT id FROM businesses')).map((row) => String(row['id']));
    const business = await get(BusinessesService).get(id ?? '');
    expect(business).toMatchObject({
      ownerId: null,
      origin: 'csv',
      visibility: 'public',
      companyName: '=HYPERLINK("http://evil.test")',
      annualRevenue: 2_500_000.5,
      samRegistration: { status: 'active', expiresOn: '2027-01-01', statedOn: '2026-04-10' },
      excluded: false,
      excludedStatedOn: '2026-04-10',
      zipCode: '84101',
      cageCodes: [
        { code: '1ABC2', isPrimary: true },
        { code: '1ABC3', isPrimary: false },
      ],
      naicsCodes: [
        { code: '541512', isPrimary: true, version: '2022' },
        { code: '511210', isPrimary: false, version: '2017' },
      ],
      pscCodes: [{ code: 'DA01' }],
      certifications: [{ program: 'hubzone', validFrom: '2025-01-01', expiresOn: '2028-01-01' }],
      addresses: [
        {
          kind: 'principal',
          city: 'Salt Lake City',
          state: 'UT',
          county: 'Salt Lake',
          countyFips: '49035',
          latitude: expect.any(Number),
        },
      ],
      version: 1,
      matchRevision: 1,
      createdAt: new Date(NOW),
    });
  });

  it('rejects a broken row with its number and reason, while its neighbours go in', async () => {
    const run = await importCsv(
      { companyName: 'One' },
      { companyName: 'Two', zipCode: 'x', naicsCodes: '541512;nonsense' },
      { companyName: 'Th\u0000ree' },
      { companyName: 'Four' },
    );
    expect(run).toMatchObject({ rows: 4, created: 2, rejected: 2, remarks: 0, businesses: 2 });
    expect(await report(run)).toEqual([
      'row,kind,code,message',
      expect.stringMatching(/^2,rejected,invalid-values,.*zipCode: must be five digits/),
      '3,rejected,invalid-characters,The row holds characters that cannot be stored.',
    ]);
    expect((await profiles()).map(({ name }) => name)).toEqual(['One', 'Four']);
  });

  it('judges a second row about one firm against the first, however the two name it', async () => {
    const run = await importCsv(
      { companyName: 'A', ueiNumber: UEI, cageCodes: '1ABC2' },
      { companyName: 'B' },
      { companyName: 'A', ueiNumber: UEI, cageCodes: '1ABC2' },
      { companyName: 'A changed', ueiNumber: UEI, cageCodes: '1ABC2', pscCodes: 'DA01' },
      { companyName: 'b', dbaName: 'Bee' },
      { companyName: 'A at last', cageCodes: '1ABC2' },
    );
    expect([...outcomes(run), run.businesses]).toEqual([2, 3, 1, 0, 0, 2]);
    expect(await profiles()).toEqual([
      { name: 'A at last', uei: null, version: 3, revision: 3 },
      { name: 'b', uei: null, version: 2, revision: 1 },
    ]);
  });

  it('changes what a row says otherwise, in place, and only that', async () => {
    const firm = {
      companyName: 'A',
      ueiNumber: UEI,
      naicsCodes: '541512*;541519',
      zipCode: '84101',
      cageCodes: '1ABC2',
    };
    await importCsv(firm);
    const listed = 'SELECT id, code, is_primary FROM business_naics_codes ORDER BY code';
    const before = await query(listed);
    const run = await importCsv({ ...firm, naicsCodes: '541512;541519*', zipCode: '84601' });
    expect(outcomes(run)).toEqual([0, 1, 0, 0, 0]);
    expect(await query(listed)).toEqual([
      { ...before[0], is_primary: false },
      { ...before[1], is_primary: true },
    ]);
    expect(await query('SELECT city, zip_code FROM business_addresses')).toEqual([
      { city: 'Provo', zip_code: '84601' },
    ]);
    expect(await profiles()).toEqual([{ name: 'A', uei: UEI, version: 2, revision: 2 }]);
    await importCsv({ ...firm, naicsCodes: '541512;541519*', zipCode: '' });
    expect(await counted('business_addresses')).toBe(0);
  });

  it('takes the ZIP code at its word where the state contradicts it, and keeps a place that no table knows', async () => {
    const firms = [
      { companyName: 'A', zipCode: '84101', state: 'NV' },
      { companyName: 'B', zipCode: '96913', state: 'GU', city: 'Barrigada' },
      { companyName: 'C', state: 'UT', city: 'Provo' },
    ];
    await importCsv(...firms);
    expect(await query('SELECT state, city, county FROM business_addresses ORDER BY zip_code')).toEqual([
      { state: 'UT', city: 'Salt Lake City', county: 'Salt Lake' },
      { state: 'GU', city: 'Barrigada', county: null },
    ]);
    expect(outcomes(await importCsv(...firms))).toEqual([0, 0, 3, 0, 0]);
  });

  it('leaves a profile alone that somebody owns, by whichever number a row finds it', async () => {
    const owned = await get(BusinessesService).create(await owner(), {
      ...NOTHING_STATED,
      companyName: 'Owned',
      ueiNumber: UEI,
      cageCodes: [{ code: '1ABC2', isPrimary: true }],
    });
    const run = await importCsv(
      { companyName: 'A', ueiNumber: UEI },
      { companyName: 'B', cageCodes: '1ABC2' },
      { companyName: 'C', ueiNumber: OTHER_UEI },
    );
    expect(outcomes(run)).toEqual([1, 0, 0, 2, 0]);
    expect(run.businesses).toBe(2);
    expect(await get(BusinessesService).get(owned.id)).toEqual(owned);
  });

  it('leaves a profile alone that somebody takes over while the import is at it', async () => {
    await importCsv({ companyName: 'A', ueiNumber: UEI });
    const ownerId = await owner();
    const other = new Client(database.url);
    await other.connect();
    await other.query('BEGIN');
    await other.query('UPDATE businesses SET owner_id = $1', [ownerId]);
    const importing = importCsv({ companyName: 'B', ueiNumber: UEI });
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    await until('the import waits', async () => (await query(waiting)).length > 0);
    await other.query('COMMIT');
    await other.end();
    expect(outcomes(await importing)).toEqual([0, 0, 0, 1, 0]);
    expect(await profiles()).toMatchObject([{ name: 'A' }]);
  });

  it('tells who listens: caches of what changed, matching of a few, verification of another name', async () => {
    const heard: Record<string, number> = {};
    for (const event of [BUSINESS_CHANGED, BUSINESS_MATCH_DATA_CHANGED, BUSINESS_IDENTITY_CHANGED]) {
      get(EventEmitter2).on(event, () => (heard[event] = (heard[event] ?? 0) + 1));
    }
    const firms = Array.from({ length: 60 }, (_, index) => ({
      companyName: `Firm ${index}`,
      cageCodes: `${10_000 + index}`,
    }));
    await importCsv(...firms);
    expect(heard).toEqual({ [BUSINESS_CHANGED]: 50, [BUSINESS_MATCH_DATA_CHANGED]: 50 });
    await query(`UPDATE businesses SET verified_at = now() WHERE company_name = 'Firm 0'`);
    await importCsv(...firms.map((firm) => ({ ...firm, companyName: `${firm.companyName} LLC` })));
    expect(heard).toEqual({
      // One of them once more, by the verification that was withdrawn.
      [BUSINESS_CHANGED]: 111,
      [BUSINESS_MATCH_DATA_CHANGED]: 50,
      [BUSINESS_IDENTITY_CHANGED]: 1,
    });
    expect(await counted('businesses WHERE verified_at IS NOT NULL')).toBe(0);
  });

  it('reads back what it exports, owned or not', async () => {
    await get(BusinessesService).create(await owner(), {
      ...NOTHING_STATED,
      companyName: 'Owned',
      einNumber: '874443219',
    });
    await importCsv(
      { companyName: "'=1+1", description: 'a\nb, "c"\r\n', ueiNumber: UEI, cageCodes: ';1ABC2', annualRevenue: '0.1' },
      { companyName: 'Plain', zipCode: '84101', state: 'UT', certifications: 'sdb:active' },
    );
    const path = join(folder, 'export.csv');
    await get(ExportBusinessesService).exportFile(path);
    expect(await readFile(path, 'utf8')).not.toMatch(/3219|87-?444/);
    expect(outcomes(await importFile(path))).toEqual([0, 0, 2, 1, 0]);
  });

  it('runs alone, and calls what a dead process left behind failed', async () => {
    const blocked = get(AdvisoryLocks).tryWith('import-businesses', () => importCsv({ companyName: 'A' }));
    await expect(blocked).rejects.toMatchObject({ code: 'import-running' });
    await importCsv({ companyName: 'A' });
    await query(`UPDATE business_import_runs SET status = 'running', finished_at = NULL, businesses = NULL`);
    await importCsv({ companyName: 'B' });
    expect(await query('SELECT status, error_code FROM business_import_runs ORDER BY status')).toEqual([
      { status: 'completed', error_code: null },
      { status: 'failed', error_code: 'import-interrupted' },
    ]);
  });

  it('leaves no run of what is no file of businesses', async () => {
    const path = join(folder, 'firms.csv');
    await writeFile(path, 'NoticeId,Title\n');
    await expect(importFile(path)).rejects.toMatchObject({ fields: [{ field: 'body', code: 'unknown-layout' }] });
    await writeFile(path, Buffer.from(csvOf({ companyName: 'Café' }), 'latin1'));
    await expect(importFile(path)).rejects.toMatchObject({ code: 'not-utf8' });
    for (const none of [join(folder, 'none.csv'), folder])
      await expect(importFile(none)).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(await counted('business_import_runs')).toBe(0);
  });

  it('is audited, and keeps the name of the file without addresses', async () => {
    const path = join(folder, 'firms of ada@example.test.csv');
    await writeFile(path, csvOf({ companyName: 'A' }));
    const run = await importFile(path);
    expect(run.fileName).toBe('firms of …');
    expect(await query('SELECT action, subject_id, details FROM audit_events')).toEqual([
      { action: 'import.started', subject_id: run.id, details: { kind: 'businesses', layout: 'csv' } },
    ]);
  });
});
