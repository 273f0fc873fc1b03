import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/template-database';
import { UnitOfWork } from '../../../infra/database';
import { referenceEntities } from '../persistence/reference.entities';
import { ReferenceReadModel } from '../persistence/reference.read-model';
import { loadReferenceData } from './reference-loader.service';
import { ReferenceService } from './reference.service';

const FIRST = { limit: 20, offset: 0 };

describe('reference service', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let service: ReferenceService;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      entities: referenceEntities,
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    }).initialize();
    await loadReferenceData(dataSource, new Date('2026-11-23T12:00:00Z'));
    service = new ReferenceService(new ReferenceReadModel(new UnitOfWork(dataSource)));
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const naics = async (question: object): Promise<string[]> =>
    (await service.searchNaics({ ...FIRST, ...question }))[0].map(({ code }) => code);

  it('finds NAICS codes by all words of the title, in any order and case', async () => {
    expect(await naics({ q: 'DESIGN computer', level: 6 })).toEqual(['541512']);
  });

  it('finds NAICS codes by the beginning of the code', async () => {
    expect(await naics({ q: '54151' })).toEqual(['54151', '541511', '541512', '541513', '541519']);
  });

  it('lists the parts of a code, for any half of a sector range too', async () => {
    expect(await naics({ parent: '5415' })).toEqual(['54151']);
    expect(await naics({ parent: '32' })).toEqual(await naics({ parent: '31-33' }));
    expect((await naics({ parent: '32' }))[0]).toBe('311');
    expect(await naics({ parent: '99' })).toEqual([]);
  });

  it('pages through all codes and counts them', async () => {
    const [items, total] = await service.searchNaics({ limit: 2, offset: 2 });
    expect([items.map(({ code }) => code), total]).toEqual([['1111', '11111'], 2125]);
    const [sectors, count] = await service.searchNaics({ ...FIRST, level: 2 });
    expect([sectors.length, count]).toEqual([20, 20]);
  });

  it.each(['%', '_', '\\', '50%', "' OR 1=1 --"])('takes %p as text, not as a pattern', async (q) => {
    expect(await naics({ q })).toEqual([]);
    expect((await service.searchPsc({ ...FIRST, q }))[1]).toBe(0);
  });

  it('finds product and service codes by code in any case and by name', async () => {
    expect((await service.searchPsc({ ...FIRST, q: 'da0' }))[0].every(({ code }) => code.startsWith('DA0'))).toBe(true);
    expect((await service.searchPsc({ ...FIRST, q: 'guns 30' }))[0].map(({ code }) => code)).toContain('1005');
  });

  it('serves the same facts from the tables as rules get in memory', async () => {
    const all = { limit: 100, offset: 0 };
    const facts = service.facts();
    const codes = (rows: readonly { code: string }[]): string[] => rows.map(({ code }) => code).sort();
    expect(codes((await service.listSetAsides(all))[0])).toEqual([...facts.setAsides.keys()].sort());
    expect(codes((await service.listPrograms(all))[0])).toEqual([...facts.programs.keys()].sort());
    expect(codes((await service.listNoticeTypes(all))[0])).toEqual([...facts.noticeTypes.keys()].sort());
    const [counties, total] = await service.listCounties(all);
    expect(total).toBe(29);
    expect(counties).toMatchObject([...facts.counties.values()]);
  });

  it('answers the size standards of an industry with its exceptions', async () => {
    expect(await service.sizeStandards('541519')).toMatchObject({
      naicsCode: '541519',
      standards: [
        { exception: 0, measure: 'receipts', limit: 34_000_000, effectiveFrom: '2026-07-01', effectiveTo: null },
        { exception: 1, measure: 'employees', limit: 150 },
      ],
    });
  });

  it.each(['921110', '999999', '5415', 'abc', '', "'"])('has no size standard for %p', async (code) => {
    await expect(service.sizeStandards(code)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
