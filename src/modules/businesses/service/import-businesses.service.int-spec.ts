import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { Client } from 'pg';
import { BusinessImports, businessCsvOf, IMPORTED_AT, outcomesOf } from '../../../../test/support/business-imports';
import { until } from '../../../../test/support/until';
import { AdvisoryLocks } from '../../../infra/database';
import { UsersService } from '../../users';
import { BUSINESS_CHANGED, BUSINESS_IDENTITY_CHANGED, BUSINESS_MATCH_DATA_CHANGED } from '../domain/business.events';
import { NOTHING_STATED } from '../domain/new-business';
import { BusinessesService } from './businesses.service';

const UEI = 'ZQGGHJH74DW7';
const OTHER_UEI = 'JLC2ZFWEK1K8';

describe('importing businesses', () => {
  let imports: BusinessImports;

  beforeEach(async () => {
    imports = await BusinessImports.open();
  });

  afterEach(() => imports.close());

  const get = <T>(type: Type<T>): T => imports.get(type);
  const query = (sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]> =>
    imports.query(sql, parameters);
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

  it('writes a firm whole, and completes where it is', async () => {
    const run = await imports.importCsv({
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
    expect(outcomesOf(run)).toEqual([1, 0, 0, 0, 0]);
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
      createdAt: new Date(IMPORTED_AT),
    });
  });

  it('rejects a broken row with its number and reason, while its neighbours go in', async () => {
    const run = await imports.importCsv(
      { companyName: 'One' },
      { companyName: 'Two', zipCode: 'x', naicsCodes: '541512;nonsense' },
      { companyName: 'Th\u0000ree' },
      { companyName: 'Four' },
    );
    expect(run).toMatchObject({ rows: 4, created: 2, rejected: 2, remarks: 0, businesses: 2 });
    expect(await imports.report(run)).toEqual([
      'row,kind,code,message',
      expect.stringMatching(/^2,rejected,invalid-values,.*zipCode: must be five digits/),
      '3,rejected,invalid-characters,The row holds characters that cannot be stored.',
    ]);
    expect((await profiles()).map(({ name }) => name)).toEqual(['One', 'Four']);
  });

  it('judges a second row about one firm against the first, however the two name it', async () => {
    const run = await imports.importCsv(
      { companyName: 'A', ueiNumber: UEI, cageCodes: '1ABC2' },
      { companyName: 'B' },
      { companyName: 'A', ueiNumber: UEI, cageCodes: '1ABC2' },
      { companyName: 'A changed', ueiNumber: UEI, cageCodes: '1ABC2', pscCodes: 'DA01' },
      { companyName: 'b', dbaName: 'Bee' },
      { companyName: 'A at last', cageCodes: '1ABC2' },
    );
    expect([...outcomesOf(run), run.businesses]).toEqual([2, 3, 1, 0, 0, 2]);
    expect(await profiles()).toEqual([
      { name: 'A at last', uei: null, version: 3, revision: 3 },
      { name: 'b', uei: null, version: 2, revision: 1 },
    ]);
  });

  it('tells names apart as the database does, whatever else is in the batch', async () => {
    const [street, strasse] = [{ companyName: 'Straße Bau' }, { companyName: 'Strasse Bau', dbaName: 'S' }];
    expect(outcomesOf(await imports.importCsv(street, strasse))).toEqual([2, 0, 0, 0, 0]);
    expect(outcomesOf(await imports.importCsv(strasse, street, { companyName: 'STRASSE BAU', dbaName: 'S' }))).toEqual([
      0, 1, 2, 0, 0,
    ]);
    expect((await profiles()).map(({ name }) => name)).toEqual(['Straße Bau', 'STRASSE BAU']);
  });

  it('changes what a row says otherwise, in place, and only that', async () => {
    const firm = {
      companyName: 'A',
      ueiNumber: UEI,
      naicsCodes: '541512*;541519',
      zipCode: '84101',
      cageCodes: '1ABC2',
    };
    await imports.importCsv(firm);
    const listed = 'SELECT id, code, is_primary FROM business_naics_codes ORDER BY code';
    const before = await query(listed);
    const run = await imports.importCsv({ ...firm, naicsCodes: '541512;541519*', zipCode: '84601' });
    expect(outcomesOf(run)).toEqual([0, 1, 0, 0, 0]);
    expect(await query(listed)).toEqual([
      { ...before[0], is_primary: false },
      { ...before[1], is_primary: true },
    ]);
    expect(await query('SELECT city, zip_code FROM business_addresses')).toEqual([
      { city: 'Provo', zip_code: '84601' },
    ]);
    expect(await profiles()).toEqual([{ name: 'A', uei: UEI, version: 2, revision: 2 }]);
    await imports.importCsv({ ...firm, naicsCodes: '541512;541519*', zipCode: '' });
    expect(await imports.counted('business_addresses')).toBe(0);
  });

  it('takes the ZIP code at its word where the state contradicts it, and keeps a place that no table knows', async () => {
    const firms = [
      { companyName: 'A', zipCode: '84101', state: 'NV' },
      { companyName: 'B', zipCode: '96913', state: 'GU', city: 'Barrigada' },
      { companyName: 'C', state: 'UT', city: 'Provo' },
    ];
    await imports.importCsv(...firms);
    expect(await query('SELECT state, city, county FROM business_addresses ORDER BY zip_code')).toEqual([
      { state: 'UT', city: 'Salt Lake City', county: 'Salt Lake' },
      { state: 'GU', city: 'Barrigada', county: null },
    ]);
    expect(outcomesOf(await imports.importCsv(...firms))).toEqual([0, 0, 3, 0, 0]);
  });

  it('leaves a profile alone that somebody owns, by whichever number a row finds it', async () => {
    const owned = await get(BusinessesService).create(await owner(), {
      ...NOTHING_STATED,
      companyName: 'Owned',
      ueiNumber: UEI,
      cageCodes: [{ code: '1ABC2', isPrimary: true }],
    });
    const run = await imports.importCsv(
      { companyName: 'A', ueiNumber: UEI },
      { companyName: 'B', cageCodes: '1ABC2' },
      { companyName: 'C', ueiNumber: OTHER_UEI },
    );
    expect(outcomesOf(run)).toEqual([1, 0, 0, 2, 0]);
    expect(run.businesses).toBe(2);
    expect(await get(BusinessesService).get(owned.id)).toEqual(owned);
  });

  it('leaves a profile alone that somebody takes over while the import is at it', async () => {
    await imports.importCsv({ companyName: 'A', ueiNumber: UEI });
    const ownerId = await owner();
    const other = new Client(imports.database.url);
    await other.connect();
    await other.query('BEGIN');
    await other.query('UPDATE businesses SET owner_id = $1', [ownerId]);
    const importing = imports.importCsv({ companyName: 'B', ueiNumber: UEI });
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    await until('the import waits', async () => (await query(waiting)).length > 0);
    await other.query('COMMIT');
    await other.end();
    expect(outcomesOf(await importing)).toEqual([0, 0, 0, 1, 0]);
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
    await imports.importCsv(...firms);
    expect(heard).toEqual({ [BUSINESS_CHANGED]: 50, [BUSINESS_MATCH_DATA_CHANGED]: 50 });
    await query(`UPDATE businesses SET verified_at = now() WHERE company_name = 'Firm 0'`);
    await imports.importCsv(...firms.map((firm) => ({ ...firm, companyName: `${firm.companyName} LLC` })));
    expect(heard).toEqual({
      // One of them once more, by the verification that was withdrawn.
      [BUSINESS_CHANGED]: 111,
      [BUSINESS_MATCH_DATA_CHANGED]: 50,
      [BUSINESS_IDENTITY_CHANGED]: 1,
    });
    expect(await imports.counted('businesses WHERE verified_at IS NOT NULL')).toBe(0);
  });

  it('reads back what it exports, owned or not', async () => {
    await get(BusinessesService).create(await owner(), {
      ...NOTHING_STATED,
      companyName: 'Owned',
      einNumber: '874443219',
    });
    await imports.importCsv(
      { companyName: "'=1+1", description: 'a\nb, "c"\r\n', ueiNumber: UEI, cageCodes: ';1ABC2', annualRevenue: '0.1' },
      { companyName: 'Plain', zipCode: '84101', state: 'UT', certifications: 'sdb:active' },
    );
    expect(outcomesOf(await imports.importExport())).toEqual([0, 0, 2, 1, 0]);
    expect(await readFile(join(imports.folder, 'export.csv'), 'utf8')).not.toMatch(/3219|87-?444/);
  });

  it('runs alone, and calls what a dead process left behind failed', async () => {
    const blocked = get(AdvisoryLocks).tryWith('import-businesses', () => imports.importCsv({ companyName: 'A' }));
    await expect(blocked).rejects.toMatchObject({ code: 'import-running' });
    await imports.importCsv({ companyName: 'A' });
    await query(`UPDATE business_import_runs SET status = 'running', finished_at = NULL, businesses = NULL`);
    await imports.importCsv({ companyName: 'B' });
    expect(await query('SELECT status, error_code FROM business_import_runs ORDER BY status')).toEqual([
      { status: 'completed', error_code: null },
      { status: 'failed', error_code: 'import-interrupted' },
    ]);
  });

  it('leaves no run of what is no file of businesses', async () => {
    const path = join(imports.folder, 'firms.csv');
    await writeFile(path, 'NoticeId,Title\n');
    await expect(imports.importFile(path)).rejects.toMatchObject({
      fields: [{ field: 'body', code: 'unknown-layout' }],
    });
    await writeFile(path, Buffer.from(businessCsvOf({ companyName: 'Café' }), 'latin1'));
    await expect(imports.importFile(path)).rejects.toMatchObject({ code: 'not-utf8' });
    for (const none of [join(imports.folder, 'none.csv'), imports.folder])
      await expect(imports.importFile(none)).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(await imports.counted('business_import_runs')).toBe(0);
  });

  it('is audited, and keeps the name of the file without addresses', async () => {
    const path = join(imports.folder, 'firms of ada@example.test.csv');
    await writeFile(path, businessCsvOf({ companyName: 'A' }));
    const run = await imports.importFile(path);
    expect(run.fileName).toBe('firms of …');
    expect(await query('SELECT action, subject_id, details FROM audit_events')).toEqual([
      { action: 'import.started', subject_id: run.id, details: { kind: 'businesses', layout: 'csv' } },
    ]);
  });
});
