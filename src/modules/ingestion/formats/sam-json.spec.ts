import { isAccepted, type ReadRow } from '../domain/read-row';
import { parseNoticeType, parseSetAside } from '../../reference';
import type { Notice } from '../../opportunities';
import { readSamJson } from './sam-json';

const vocabulary = { noticeType: parseNoticeType, setAside: parseSetAside };

async function* textOf(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text.slice(0, 10));
  yield text.slice(10);
}

const readText = async (text: string): Promise<ReadRow[]> => {
  const rows: ReadRow[] = [];
  for await (const row of readSamJson(textOf(text), vocabulary)) rows.push(row);
  return rows;
};

const page = (...records: readonly unknown[]): string =>
  JSON.stringify({ totalRecords: records.length, opportunitiesData: records });

const record = {
  noticeId: 'd5838680ea54422a8f8d482228b73758',
  title: 'Invented maintenance',
  solicitationNumber: 'FA857926Q0012',
  fullParentPathName: 'DEPT OF DEFENSE.DEPT OF THE AIR FORCE.AIR FORCE MATERIEL COMMAND.OO-ALC HILL AFB',
  fullParentPathCode: '057.5700.AFMC.FA8201',
  postedDate: '2026-02-27',
  type: 'Solicitation',
  baseType: 'Presolicitation',
  archiveDate: '2026-03-14',
  naicsCode: '541519',
  classificationCode: '7B21',
  award: null,
  pointOfContact: [{ type: 'primary', email: '', phone: '', title: null, fullName: '' }],
  description: 'https://api.sam.gov/prod/opportunities/v1/noticedesc?noticeid=d5838680ea54422a8f8d482228b73758',
  officeAddress: { zipcode: '84056', city: 'HILL AFB', countryCode: 'USA', state: 'UT' },
  placeOfPerformance: null,
  uiLink: 'https://sam.gov/workspace/contract/opp/d5838680ea54422a8f8d482228b73758/view',
};

const readOne = async (changes: Readonly<Record<string, unknown>> = {}): Promise<Notice> => {
  const [row] = await readText(page({ ...record, ...changes }));
  if (!row || !isAccepted(row)) throw new Error('The record was rejected.');
  return row.notice;
};

describe('readSamJson', () => {
  it('reads a record of the API', async () => {
    expect(await readOne()).toEqual({
      source: 'sam',
      sourceNoticeId: record.noticeId,
      solicitationNumber: 'FA857926Q0012',
      title: 'Invented maintenance',
      description: '',
      type: 'o',
      baseType: 'p',
      setAside: null,
      naicsCode: '541519',
      pscCode: '7B21',
      buyer: {
        department: 'DEPT OF DEFENSE',
        subTier: 'DEPT OF THE AIR FORCE',
        office: 'OO-ALC HILL AFB',
        officeCode: 'FA8201',
      },
      placeOfPerformance: { city: null, state: null, zip: null, country: null },
      officePlace: { city: 'HILL AFB', state: 'UT', zip: '84056', country: 'USA' },
      postedAt: new Date('2026-02-27T05:00:00Z'),
      responseDeadline: null,
      archiveOn: '2026-03-14',
      award: null,
      contacts: [],
      sourceUrl: record.uiLink,
    });
  });

  it.each(['typeOfSetAside', 'setAside', 'setAsideCode'])('reads the set-aside spelled %s', async (name) => {
    expect((await readOne({ [name]: 'SBA' })).setAside).toBe('SBA');
  });

  it.each(['responseDeadLine', 'reponseDeadLine'])('reads the deadline spelled %s', async (name) => {
    expect((await readOne({ [name]: '2026-03-06T16:00:00-07:00' })).responseDeadline).toMatchObject({
      zone: 'America/Denver',
    });
  });

  it.each(['zip', 'zipcode'])('reads the ZIP code spelled %s', async (name) => {
    const place = {
      city: { code: '67000', name: 'Salt Lake City' },
      state: { code: 'UT', name: 'Utah' },
      country: { code: 'USA' },
      [name]: '84101',
    };
    expect((await readOne({ placeOfPerformance: place })).placeOfPerformance).toEqual({
      city: 'Salt Lake City',
      state: 'UT',
      zip: '84101',
      country: 'USA',
    });
  });

  it.each([[null], [{}], [{ awardee: {} }], [{ awardee: null, amount: null }], ['none']])(
    'sees no award in %j',
    async (award) => {
      expect((await readOne({ award })).award).toBeNull();
    },
  );

  it('writes the awardee as the extract does', async () => {
    const awardee = {
      name: 'INVENTED FIRM',
      location: { city: { name: 'Provo' }, state: { code: 'UT' }, zip: '84601', country: { code: 'USA' } },
    };
    expect((await readOne({ award: { number: 'C1', date: '2026-02-27', amount: '5e+07', awardee } })).award).toEqual({
      number: 'C1',
      date: '2026-02-27',
      amountUsd: 50_000_000,
      awardee: 'INVENTED FIRM Provo UT 84601 USA',
    });
  });

  it.each([[{}], [{ streetAddress: '', zip: '' }], [{ city: {}, state: {}, country: {} }]])(
    'sees no place in %j',
    async (place) => {
      expect((await readOne({ placeOfPerformance: place })).placeOfPerformance).toEqual({
        city: null,
        state: null,
        zip: null,
        country: null,
      });
    },
  );

  it('replaces half a character that JSON can carry and PostgreSQL cannot', async () => {
    expect((await readOne({ title: 'A \ud800 title\u0000' })).title).toBe('A \uFFFD title');
  });

  it('reads a list of pages and a list of records', async () => {
    expect(await readText(`[${page(record)},${page(record, record)}]`)).toHaveLength(3);
    expect(await readText(JSON.stringify([record]))).toHaveLength(1);
    expect(await readText(page())).toEqual([]);
  });

  it('rejects what is no record, and goes on', async () => {
    const rows = await readText(page(null, 7, {}, record));
    expect(rows.map((row) => (isAccepted(row) ? 'accepted' : row.rejection.code))).toEqual([
      'record-unreadable',
      'record-unreadable',
      'notice-id-missing',
      'accepted',
    ]);
  });

  it.each([
    ['{"opportunitiesData": [', 'json-unreadable'],
    ['{"error": "API_KEY_INVALID"}', 'not-a-sam-page'],
  ])('refuses %s', async (text, code) => {
    await expect(readText(text)).rejects.toMatchObject({ code });
  });

  it('refuses a document that does not fit into memory', async () => {
    async function* endless(): AsyncGenerator<string> {
      for (;;) yield await Promise.resolve(' '.repeat(16 * 1024 * 1024));
    }
    await expect(readSamJson(endless(), vocabulary).next()).rejects.toMatchObject({
      kind: 'too-large',
      code: 'json-too-large',
    });
  });
});
