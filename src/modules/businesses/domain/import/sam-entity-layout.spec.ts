import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsvRecords } from '../../../../common/text/csv-records';
import { decodeText } from '../../../../common/text/text-decoder';
import { loadReferenceFacts } from '../../../reference';
import { isUei } from '../uei';
import type { ImportedBusiness, ImportRemark, KnownCodes, ParsedRow } from './imported-business';
import { parseSamEntity, type SamEntityColumn, samEntityColumns } from './sam-entity-layout';

const facts = loadReferenceFacts();
const programs: ReadonlySet<string> = new Set(facts.programs.keys());
const known: KnownCodes = {
  isNaics2022: (code) => facts.naics.get(code)?.level === 6,
  isPsc: (code) => facts.psc.has(code),
  isProgram: (code) => programs.has(code),
};

/** An invented firm in the shape of the extract. */
const firm: Readonly<Record<SamEntityColumn, string>> = {
  CAGE_CODE: '1ABC2',
  INITIAL_REGISTRATION_DATE: '20030725',
  PHYSICAL_ADDRESS_PROVINCE_OR_STATE: 'UT',
  PHYSICAL_ADDRESS_ZIP_POSTAL_CODE: '84101',
  ENTITY_CONGRESSIONAL_DISTRICT: '02',
  BUSINESS_START_DATE: '20000229',
  FISCAL_YEAR_END_CLOSE_DATE: '0930',
  ENTITY_STRUCTURE: '2L',
  STATE_OF_INCORPORATION: 'UT',
  BUSINESS_TYPE_STRING: '2X~XS',
  NAICS_CODE_STRING: '541511Y~541512N',
  PSC_CODE_STRING: 'R425',
  CREDIT_CARD_USAGE: 'Y',
  SBA_BUSINESS_TYPES_STRING: 'XX        ',
};

const accepted = (row: ParsedRow): { business: ImportedBusiness; remarks: readonly ImportRemark[] } => {
  if ('rejected' in row) throw new Error(`The row was rejected: ${row.rejected}`);
  return row;
};
const parse = (cells: Partial<Record<SamEntityColumn, string>>): ParsedRow =>
  parseSamEntity({ ...firm, ...cells }, known);
const businessOf = (cells: Partial<Record<SamEntityColumn, string>>): ImportedBusiness =>
  accepted(parse(cells)).business;
const remarksOf = (cells: Partial<Record<SamEntityColumn, string>>): string[] =>
  accepted(parse(cells)).remarks.map(({ code, message }) => `${code}: ${message}`);
const programsOf = (cells: Partial<Record<SamEntityColumn, string>>): unknown[] =>
  businessOf(cells).certifications.map(({ program, expiresOn }) => [program, expiresOn]);

describe('parseSamEntity', () => {
  it('reads every field of a firm', () => {
    expect(accepted(parse({}))).toEqual({
      business: {
        origin: 'sam-entities',
        companyName: 'CAGE 1ABC2',
        dbaName: null,
        ueiNumber: null,
        dunsNumber: null,
        description: null,
        websiteUrl: null,
        businessType: 'Corporate Entity (Not Tax Exempt)',
        samBusinessTypes: ['2X', 'XS'],
        employeeCount: null,
        annualRevenue: null,
        establishedOn: '2000-02-29',
        fiscalYearEndMonth: 9,
        zipCode: '84101',
        state: 'UT',
        city: null,
        samRegistration: null,
        excluded: null,
        naicsCodes: [
          { code: '541511', isPrimary: false, version: '2022', samSize: 'small' },
          { code: '541512', isPrimary: false, version: '2022', samSize: 'other-than-small' },
        ],
        pscCodes: ['R425'],
        cageCodes: [{ code: '1ABC2', isPrimary: true }],
        certifications: [
          {
            program: 'hubzone',
            status: 'active',
            certifier: 'U.S. Small Business Administration',
            number: null,
            validFrom: null,
            expiresOn: null,
            evidence: 'SAM.gov public extract of 2020',
          },
        ],
      },
      remarks: [],
    });
  });

  it.each([
    ['541511Y', 'small'],
    ['541511N', 'other-than-small'],
    ['541511E', 'exception'],
    ['541511 ', null],
    ['541511', null],
  ])('reads the size of %j as %j', (NAICS_CODE_STRING, samSize) => {
    expect(businessOf({ NAICS_CODE_STRING }).naicsCodes).toEqual([
      { code: '541511', isPrimary: false, version: '2022', samSize },
    ]);
  });

  it('keeps a code that NAICS 2022 does not know as one of 2017, with a remark', () => {
    const cells = { NAICS_CODE_STRING: '511210Y~541511Y' };
    expect(businessOf(cells).naicsCodes).toEqual([
      { code: '511210', isPrimary: false, version: '2017', samSize: 'small' },
      { code: '541511', isPrimary: false, version: '2022', samSize: 'small' },
    ]);
    expect(remarksOf(cells)).toEqual(['naics-not-2022: NAICS 511210 is kept as a code of NAICS 2017.']);
  });

  it('keeps a code once that is listed twice, as it is listed first', () => {
    const cells = { NAICS_CODE_STRING: '541330Y~541330E~541330Y' };
    expect(businessOf(cells).naicsCodes).toEqual([
      { code: '541330', isPrimary: false, version: '2022', samSize: 'small' },
    ]);
    expect(remarksOf(cells)).toEqual(
      Array(2).fill('duplicate-code: NAICS_CODE_STRING: 541330 is listed more than once; kept once.'),
    );
  });

  it('keeps an unknown product or service code, with a remark', () => {
    const cells = { PSC_CODE_STRING: 'R425~Q9Z9~' };
    expect(businessOf(cells).pscCodes).toEqual(['R425', 'Q9Z9']);
    expect(remarksOf(cells)).toEqual(['psc-unknown: The product or service code Q9Z9 is unknown and was kept.']);
  });

  it('keeps an unknown business type, with a remark', () => {
    const cells = { BUSINESS_TYPE_STRING: '2X~JV' };
    expect(businessOf(cells).samBusinessTypes).toEqual(['2X', 'JV']);
    expect(remarksOf(cells)).toEqual(['sam-type-unknown: The business type JV of SAM.gov is unknown and was kept.']);
  });

  it.each([
    ['A620220819', [['8a', '2022-08-19']], []],
    ['XX        ', [['hubzone', null]], []],
    ['XX', [['hubzone', null]], []],
    ['XX20210713', [['hubzone', '2021-07-13']], []],
    ['A620231224~XX20191119', [['8a', '2023-12-24'], ['hubzone', '2019-11-19']], []], // prettier-ignore
    ['JT20230101', [], ['JT']],
    ['A620220819~JT20230101', [['8a', '2022-08-19']], ['JT']],
    ['A6', [['8a', null]], []],
    ['XX~XX20290723', [['hubzone', '2029-07-23']], []],
    ['XX20290723~XX', [['hubzone', '2029-07-23']], []],
    ['A620190101~A620280101', [['8a', '2028-01-01']], []],
    ['A620280101~A620190101', [['8a', '2028-01-01']], []],
    ['A420080101', [], ['A4']],
    ['A920270930', [], ['A9']],
    ['', [], []],
  ])('reads the types of SBA %j', (SBA_BUSINESS_TYPES_STRING, certifications, types) => {
    const cells = { SBA_BUSINESS_TYPES_STRING };
    expect(programsOf(cells)).toEqual(certifications);
    expect(businessOf(cells).samBusinessTypes).toEqual(['2X', 'XS', ...types]);
  });

  it.each(['8W', '8E', '8C', '8D', 'A2', 'A5', 'QF', '23', 'NB', 'HQ', 'JX', '2X~8W~8E~A2~A5~QF'])(
    'makes no certification of what the firm says of itself: %s',
    (BUSINESS_TYPE_STRING) => {
      expect(programsOf({ BUSINESS_TYPE_STRING, SBA_BUSINESS_TYPES_STRING: '' })).toEqual([]);
    },
  );

  it.each(['1E', '1S', '2X~1E~1S'])('takes an Indian economic enterprise at its word: %s', (BUSINESS_TYPE_STRING) => {
    expect(programsOf({ BUSINESS_TYPE_STRING, SBA_BUSINESS_TYPES_STRING: '' })).toEqual([['iee', null]]);
  });

  it('takes a small disadvantaged business at its word, because nobody certifies one', () => {
    expect(businessOf({ BUSINESS_TYPE_STRING: '27~2X', SBA_BUSINESS_TYPES_STRING: '' })).toMatchObject({
      samBusinessTypes: ['27', '2X'],
      certifications: [
        {
          program: 'sdb',
          status: 'active',
          certifier: null,
          expiresOn: null,
          evidence: 'Self-certified: SAM.gov public extract of 2020',
        },
      ],
    });
  });

  it.each([
    ['2J', 'Sole Proprietorship'],
    ['2K', 'Partnership or Limited Liability Partnership'],
    ['2L', 'Corporate Entity (Not Tax Exempt)'],
    ['8H', 'Corporate Entity (Tax Exempt)'],
    ['ZZ', 'Other'],
    ['', null],
    ['Q9', null],
  ])('reads the structure %j as %j', (ENTITY_STRUCTURE, businessType) => {
    expect(businessOf({ ENTITY_STRUCTURE }).businessType).toBe(businessType);
  });

  it.each([
    ['1231', 12],
    ['0101', 1],
    ['0630', 6],
    ['1331', null],
    ['', null],
  ])('reads the end of the fiscal year %j as month %j', (FISCAL_YEAR_END_CLOSE_DATE, month) => {
    expect(businessOf({ FISCAL_YEAR_END_CLOSE_DATE }).fiscalYearEndMonth).toBe(month);
  });

  it.each([
    ['20200230', null],
    ['', null],
    ['19570901', '1957-09-01'],
  ])('reads the beginning of business %j as %j', (BUSINESS_START_DATE, establishedOn) => {
    expect(businessOf({ BUSINESS_START_DATE }).establishedOn).toBe(establishedOn);
  });

  it.each([
    ['84101', 'UT', '84101', 'UT'],
    ['841011234', 'UT', '84101', 'UT'],
    ['84101-1234', 'UT', '84101', 'UT'],
    ['80331', 'BAYERN', '80331', null],
    ['SW1A 1AA', '', null, null],
  ])('reads the address %j %j', (zip, state, zipCode, shownState) => {
    const cells = { PHYSICAL_ADDRESS_ZIP_POSTAL_CODE: zip, PHYSICAL_ADDRESS_PROVINCE_OR_STATE: state };
    expect(businessOf(cells)).toMatchObject({ zipCode, state: shownState });
  });

  it('reads a CAGE code in any letter case', () => {
    expect(businessOf({ CAGE_CODE: ' 1abc2 ' })).toMatchObject({
      companyName: 'CAGE 1ABC2',
      cageCodes: [{ code: '1ABC2', isPrimary: true }],
    });
  });

  it.each<[Partial<Record<SamEntityColumn, string>>, string]>([
    [{ CAGE_CODE: '' }, 'CAGE_CODE: '],
    [{ CAGE_CODE: 'U1234' }, 'CAGE_CODE: '],
    [{ NAICS_CODE_STRING: '541511Y~54151Y' }, 'NAICS_CODE_STRING: entry 2 is no code of six digits'],
    [{ NAICS_CODE_STRING: '541511X' }, 'NAICS_CODE_STRING: entry 1 is no code of six digits'],
    [{ PSC_CODE_STRING: 'R4250' }, 'PSC_CODE_STRING: entry 1 is no product or service code'],
    [{ BUSINESS_TYPE_STRING: '2X~ABC' }, 'BUSINESS_TYPE_STRING: entry 2 is no business type'],
    [{ SBA_BUSINESS_TYPES_STRING: 'A620220230' }, 'SBA_BUSINESS_TYPES_STRING: entry 1 is no business type'],
    [{ SBA_BUSINESS_TYPES_STRING: 'A699999999' }, 'SBA_BUSINESS_TYPES_STRING: entry 1 is no business type'],
  ])('rejects %j with the reason', (cells, reason) => {
    expect(parse(cells)).toEqual({ rejected: expect.stringContaining(reason) });
  });

  it('rejects an empty row and one with columns missing', () => {
    expect(parseSamEntity({}, known)).toEqual({ rejected: 'CAGE_CODE: not five characters of a CAGE code.' });
    expect(accepted(parseSamEntity({ CAGE_CODE: '1ABC2' }, known)).business).toMatchObject({
      naicsCodes: [],
      certifications: [],
      fiscalYearEndMonth: null,
    });
  });
});

const SHARED = join(process.cwd(), '../shared/data');
const ENTITIES = join(SHARED, 'entities/sba-certified-2020.csv');
const NOTICES = join(SHARED, 'sam/api-v2-page.json');
const itWith = (path: string): jest.It => (existsSync(path) ? it : it.skip);

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path)) yield Buffer.from(chunk);
}

async function* recordsOf(path: string): AsyncGenerator<Record<string, string>> {
  let header: readonly string[] | undefined;
  for await (const record of readCsvRecords(decodeText(bytesOf(path)), /\n[0-9][A-Z0-9]{4},/g)) {
    if ('problem' in record) throw new Error(record.problem);
    if (header) yield Object.fromEntries(header.map((name, index) => [name, record.fields[index] ?? '']));
    else header = record.fields;
  }
  expect(header).toEqual(samEntityColumns);
}

const listed = (cell: string | undefined): number => (cell ?? '').split('~').filter((entry) => entry.trim()).length;

describe('real firms (needs ../shared/data)', () => {
  itWith(ENTITIES)('are all taken in, with every code that they list', async () => {
    const counts = new Map<string, number>();
    const count = (what: string, by = 1): unknown => counts.set(what, (counts.get(what) ?? 0) + by);
    const notOf2022 = new Set<string>();
    for await (const record of recordsOf(ENTITIES)) {
      const { business, remarks } = accepted(parseSamEntity(record, known));
      count('rows');
      count('naics in the file', listed(record['NAICS_CODE_STRING']));
      count('naics kept', business.naicsCodes.length);
      count('psc in the file', listed(record['PSC_CODE_STRING']));
      count('psc kept', business.pscCodes.length);
      for (const { code, version } of business.naicsCodes) {
        count(`naics ${version}`);
        if (version === '2017') notOf2022.add(code);
        if (known.isNaics2022(code) !== (version === '2022')) count('naics of the wrong version');
      }
      for (const { program, expiresOn } of business.certifications)
        count(`${program}${expiresOn ? ' with a day' : ''}`);
      for (const { code } of remarks) count(code);
      if (business.samBusinessTypes.includes('JT')) count('joint ventures');
    }
    expect(notOf2022.size).toBe(134);
    expect(Object.fromEntries(counts)).toEqual({
      rows: 9_860,
      // No firm lists a code twice: there is no remark `duplicate-code`.
      'naics in the file': 151_991,
      'naics kept': 151_991,
      'naics 2022': 144_561,
      'naics 2017': 7_430,
      'psc in the file': 54_389,
      'psc kept': 54_389,
      '8a with a day': 4_828,
      hubzone: 5_485,
      'hubzone with a day': 4,
      sdb: 7_444,
      iee: 23,
      'joint ventures': 388,
      // And every business type is known: no `sam-type-unknown`.
      'naics-not-2022': 7_430,
      'psc-unknown': 395,
    });
  });

  itWith(NOTICES)('have identifiers that are valid', () => {
    const ueis: unknown[] = [];
    JSON.parse(readFileSync(NOTICES, 'utf8'), (key: string, value: unknown) => {
      if (/uei/i.test(key)) ueis.push(value);
      return value;
    });
    expect(ueis).toHaveLength(15);
    expect(ueis.filter((uei) => typeof uei !== 'string' || !isUei(uei))).toEqual([]);
  });
});
