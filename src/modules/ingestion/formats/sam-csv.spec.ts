import {
  samExtract,
  samLine,
  samNoticeId,
  type SamRow,
  samRow,
  SAM_COLUMNS,
} from '../../../../test/support/sam-extract';
import { decodeText } from '../../../common/text/text-decoder';
import { parseNoticeType, parseSetAside } from '../../reference';
import type { Notice } from '../../opportunities';
import type { ReadRow } from '../domain/read-row';
import { isAccepted } from '../domain/read-row';
import { readSamCsv } from './sam-csv';

const vocabulary = { noticeType: parseNoticeType, setAside: parseSetAside };

async function* bytesOf(extract: string | Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(extract));
}

const read = async (extract: string | Buffer): Promise<ReadRow[]> => {
  const rows: ReadRow[] = [];
  for await (const row of readSamCsv(decodeText(bytesOf(extract)), vocabulary)) rows.push(row);
  return rows;
};

const readOne = async (fields: SamRow): Promise<{ notice: Notice; codes: string[] }> => {
  const [row] = await read(samExtract([samRow(1, fields)]));
  if (!row || !isAccepted(row)) throw new Error(`The row was rejected: ${row?.rejection.code}`);
  return { notice: row.notice, codes: row.notes.map(({ code }) => code) };
};

const rejectionsOf = async (extract: string): Promise<unknown[]> =>
  (await read(extract)).flatMap((row) => (isAccepted(row) ? [] : [[row.row, row.rejection.code]]));

describe('readSamCsv', () => {
  it('reads every field of a notice', async () => {
    const { notice, codes } = await readOne({
      'Sub-Tier': 'VETERANS AFFAIRS, DEPARTMENT OF',
      Office: 'NETWORK CONTRACT OFFICE 19 (36C259)',
      'AAC Code': '36C259',
      Type: 'Combined Synopsis/Solicitation',
      BaseType: 'Sources Sought',
      ArchiveDate: '2026-05-16',
      SetASideCode: 'SDVOSBC',
      ResponseDeadLine: '2026-05-01T16:30:00-06:00',
      NaicsCode: '541512',
      ClassificationCode: 'DA01',
      PopCity: 'Salt Lake City',
      PopState: 'UT',
      PopZip: '84148',
      PopCountry: 'USA',
      AwardNumber: '36C25926C0001',
      AwardDate: '2026-04-20',
      Award$: '84729.86',
      Awardee: 'INVENTED FIRM LLC 1 Main St Provo UT 84601 USA',
      PrimaryContactFullname: 'Pat Example',
      PrimaryContactEmail: 'pat.example@agency.test',
      City: 'SALT LAKE CITY',
      ZipCode: '84148',
      Link: 'https://sam.gov/workspace/contract/opp/1/view?api_key=SECRET',
    });
    expect(codes).toEqual([]);
    expect(notice).toEqual({
      source: 'sam',
      sourceNoticeId: samNoticeId(1),
      solicitationNumber: '36C25926Q0001',
      title: 'Invented notice 1',
      description: 'Text of the invented notice 1.',
      type: 'k',
      baseType: 'r',
      setAside: 'SDVOSBC',
      naicsCode: '541512',
      pscCode: 'DA01',
      buyer: {
        department: 'VETERANS AFFAIRS, DEPARTMENT OF',
        subTier: 'VETERANS AFFAIRS, DEPARTMENT OF',
        office: 'NETWORK CONTRACT OFFICE 19 (36C259)',
        officeCode: '36C259',
      },
      placeOfPerformance: { city: 'Salt Lake City', state: 'UT', zip: '84148', country: 'USA' },
      officePlace: { city: 'SALT LAKE CITY', state: 'UT', zip: '84148', country: 'USA' },
      postedAt: new Date('2026-04-25T03:24:04.649Z'),
      responseDeadline: {
        at: new Date('2026-05-01T22:30:00Z'),
        zone: 'America/Denver',
        text: '2026-05-01T16:30:00-06:00',
        dateOnly: false,
      },
      archiveOn: '2026-05-16',
      award: {
        number: '36C25926C0001',
        date: '2026-04-20',
        amountUsd: 84729.86,
        awardee: 'INVENTED FIRM LLC 1 Main St Provo UT 84601 USA',
      },
      contacts: [{ kind: 'primary', title: null, name: 'Pat Example', email: 'pat.example@agency.test', phone: null }],
      sourceUrl: 'https://sam.gov/workspace/contract/opp/1/view',
    });
  });

  it.each([['o'], ['Solicitation'], [' SOLICITATION '], ['O']])('understands the type %p', async (Type) => {
    expect((await readOne({ Type })).notice.type).toBe('o');
  });

  it.each([
    ['SBA', 'SBA', []],
    ['["SBA"]', 'SBA', []],
    ['sdvosbc', 'SDVOSBC', []],
    ['NONE', 'NONE', []],
    ['', null, []],
    ['XYZ', null, ['set-aside-unknown']],
    ['["SBA","HZC"]', null, ['set-aside-unknown']],
  ])('understands the set-aside %p', async (SetASideCode, setAside, notes) => {
    const { notice, codes } = await readOne({ SetASideCode });
    expect([notice.setAside, codes]).toEqual([setAside, notes]);
  });

  it.each([
    ['541512', '541512'],
    ['54', '54'],
    ['', null],
    ['5415120', null],
    ['N/A', null],
    ['5', null],
  ])('reads the NAICS code %p as %p', async (NaicsCode, naicsCode) => {
    const { notice, codes } = await readOne({ NaicsCode });
    expect(notice.naicsCode).toBe(naicsCode);
    expect(codes).toEqual(NaicsCode !== '' && naicsCode === null ? ['naics-unreadable'] : []);
  });

  it('takes the product or service code from the title where the field is blank', async () => {
    expect((await readOne({ Title: '59--GASKET' })).notice).toMatchObject({ title: '59--GASKET', pscCode: '59' });
    expect((await readOne({ Title: 'DA10--Software' })).notice.pscCode).toBe('DA10');
    expect((await readOne({ Title: '59--GASKET', ClassificationCode: '5330' })).notice.pscCode).toBe('5330');
    expect((await readOne({ Title: 'NEW--GASKET' })).notice.pscCode).toBeNull();
  });

  it.each([
    ['2026-04-24 23:24:04.649-04', '2026-04-25T03:24:04.649Z'],
    ['2026-04-24 23:24:04-0400', '2026-04-25T03:24:04.000Z'],
    ['2026-04-24', '2026-04-24T04:00:00.000Z'],
  ])('reads the posting date %s', async (PostedDate, instant) => {
    expect((await readOne({ PostedDate })).notice.postedAt.toISOString()).toBe(instant);
  });

  it('keeps a deadline before the posting date and one far ahead', async () => {
    const before = await readOne({ ResponseDeadLine: '2026-04-01' });
    expect(before.notice.responseDeadline?.at).toEqual(new Date('2026-04-02T06:00:00Z'));
    expect(before.codes).toEqual(['deadline-before-posting']);
    expect((await readOne({ ResponseDeadLine: '2033-01-01T10:00:00-07:00' })).notice.responseDeadline?.zone).toBe(
      'America/Denver',
    );
  });

  it('leaves out a deadline that is no date, and says so', async () => {
    const { notice, codes } = await readOne({ ResponseDeadLine: 'see attachment' });
    expect([notice.responseDeadline, codes]).toEqual([null, ['deadline-unreadable']]);
  });

  it('keeps foreign places and drops blanks that only look filled', async () => {
    const { notice } = await readOne({ PopState: 'DE-RP', PopCity: 'N/A', PopCountry: 'deu', PopZip: 'n/a' });
    expect(notice.placeOfPerformance).toEqual({ city: null, state: 'DE-RP', zip: null, country: 'DEU' });
    expect((await readOne({ PopState: 'ut' })).notice.placeOfPerformance.state).toBe('UT');
  });

  it.each([['javascript:alert(1)'], ['ftp://x.test/a'], ['not a url'], ['https://user:secret@x.test/']])(
    'does not keep the link %p',
    async (Link) => {
      expect((await readOne({ Link })).notice.sourceUrl).toBeNull();
    },
  );

  it('has no award where the notice tells nothing of one', async () => {
    expect((await readOne({})).notice.award).toBeNull();
    const { notice, codes } = await readOne({ Award$: 'see below', AwardDate: 'soon' });
    expect([notice.award, codes]).toEqual([null, ['award-date-unreadable', 'award-amount-unreadable']]);
  });

  it('cuts what is endless', async () => {
    const { notice, codes } = await readOne({ Title: 'T'.repeat(900), Description: 'word '.repeat(100_000) });
    expect([notice.title.length, notice.description.length, codes]).toEqual([
      500,
      200_000,
      ['title-cut', 'description-cut'],
    ]);
  });

  it('reads Windows-1252, HTML and quoted line breaks', async () => {
    const extract = samExtract([
      samRow(1, { Title: 'Buyer\x92s \x93caf\xe9\x94', Description: '<p>One</p><p>two \x96 three</p>' }),
      samRow(2, { Description: 'first line\r\n\r\nsecond, "quoted" line' }),
    ]);
    const rows = await read(Buffer.from(extract, 'latin1'));
    expect(rows).toMatchObject([
      { row: 1, notice: { title: 'Buyer’s “café”', description: 'One\n\ntwo – three' } },
      { row: 2, notice: { description: 'first line\n\nsecond, "quoted" line' } },
    ]);
  });

  it.each([
    [{ NoticeId: '' }, 'notice-id-missing'],
    [{ NoticeId: 'two words' }, 'notice-id-unreadable'],
    [{ Title: ' \u0000 ' }, 'title-missing'],
    [{ Type: '' }, 'type-missing'],
    [{ Type: 'Retired Kind' }, 'type-unknown'],
    [{ PostedDate: '' }, 'posted-date-missing'],
    [{ PostedDate: 'yesterday' }, 'posted-date-unreadable'],
  ])('rejects a row with %j', async (fields, code) => {
    expect(await rejectionsOf(samExtract([samRow(1, fields), samRow(2)]))).toEqual([[1, code]]);
  });

  it('rejects only the rows that are broken and goes on', async () => {
    const lines = [
      SAM_COLUMNS.join(','),
      samLine(samRow(1)),
      `${samLine(samRow(2))},one,too,many`,
      'only,three,columns',
      samLine(samRow(4)).replace('Text of', '"Text of'),
      samLine(samRow(5)),
      `${samNoticeId(6)},"never closed`,
    ];
    expect(await rejectionsOf(lines.join('\r\n'))).toEqual([
      [2, 'column-count'],
      [3, 'column-count'],
      [4, 'quote-not-closed'],
      [6, 'quote-not-closed'],
    ]);
  });

  it('repeats nothing in a rejection that may be about a person', async () => {
    const shifted = 'Pat Example,pat.example@agency.test,801-555-0100';
    const rows = await read(
      [SAM_COLUMNS.join(','), shifted, samLine(samRow(2, { NoticeId: 'pat@agency.test', Type: 'Pat' }))].join('\n'),
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/pat|801/i);
  });

  it('finds columns by name, in any order', async () => {
    const rows = await read('Type,PostedDate,Title,NoticeId\nAward Notice,2026-04-24,A title,abc1\n');
    expect(rows).toMatchObject([{ notice: { sourceNoticeId: 'abc1', type: 'a', title: 'A title', setAside: null } }]);
  });

  it.each([[''], ['a,b,c\n1,2,3\n'], ['%PDF-1.7 \u0000\u0001']])(
    'refuses a file that is no extract: %j',
    async (text) => {
      await expect(read(text)).rejects.toMatchObject({ kind: 'invalid', code: 'not-a-sam-extract' });
    },
  );
});
