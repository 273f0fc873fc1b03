import { loadReferenceFacts } from '../../../reference';
import {
  type BusinessCsvColumn,
  businessCsvColumns,
  checkColumns,
  detectLayout,
  parseBusinessCsv,
} from './business-csv';
import type { ImportedBusiness, ImportRemark, KnownCodes, ParsedRow } from './imported-business';
import { samEntityColumns } from './sam-entity-layout';

const facts = loadReferenceFacts();
const programs: ReadonlySet<string> = new Set(facts.programs.keys());
const known: KnownCodes = {
  isNaics2022: (code) => facts.naics.get(code)?.level === 6,
  isPsc: (code) => facts.psc.has(code),
  isProgram: (code) => programs.has(code),
};

type Cells = Partial<Record<BusinessCsvColumn, string>>;

const parse = (cells: Cells): ParsedRow => parseBusinessCsv({ companyName: 'Invented Firm LLC', ...cells }, known);
const accepted = (row: ParsedRow): { business: ImportedBusiness; remarks: readonly ImportRemark[] } => {
  if ('rejected' in row) throw new Error(`The row was rejected: ${row.rejected}`);
  return row;
};
const businessOf = (cells: Cells): ImportedBusiness => accepted(parse(cells)).business;
const remarksOf = (cells: Cells): string[] =>
  accepted(parse(cells)).remarks.map(({ code, message }) => `${code}: ${message}`);

const EMPTY: ImportedBusiness = {
  origin: 'csv',
  companyName: 'Invented Firm LLC',
  dbaName: null,
  ueiNumber: null,
  dunsNumber: null,
  description: null,
  websiteUrl: null,
  businessType: null,
  samBusinessTypes: [],
  employeeCount: null,
  annualRevenue: null,
  establishedOn: null,
  fiscalYearEndMonth: null,
  zipCode: null,
  state: null,
  city: null,
  samRegistration: null,
  excluded: null,
  naicsCodes: [],
  pscCodes: [],
  cageCodes: [],
  certifications: [],
};

describe('parseBusinessCsv', () => {
  it('reads a row with nothing but a name, blank cells and missing ones alike', () => {
    const blank = Object.fromEntries(businessCsvColumns.map((column) => [column, ' ']));
    expect(parse({})).toEqual({ business: EMPTY, remarks: [] });
    expect(parse({ ...blank, companyName: 'Invented Firm LLC' })).toEqual({ business: EMPTY, remarks: [] });
  });

  it('reads every column', () => {
    expect(
      parse({
        companyName: 'Wasatch Invented, Inc.',
        dbaName: 'Wasatch',
        ueiNumber: ' zqgghjh74dw7 ',
        dunsNumber: '012345678',
        cageCodes: '3guy7; 1TCA0',
        websiteUrl: 'https://wasatch.test/about',
        description: 'Cloud migration.\r\nAnd =more.',
        businessType: 'Corporation',
        samBusinessTypes: '2x;LJ',
        employeeCount: '42',
        annualRevenue: '1250000.50',
        establishedOn: '2004-02-29',
        fiscalYearEndMonth: '09',
        zipCode: '00501',
        city: 'Salt Lake City',
        state: 'UT',
        samStatus: 'Active',
        samExpiresOn: '2027-01-31',
        excluded: 'NO',
        naicsCodes: '541511;541512*;511210@2017',
        pscCodes: 'DA01;r425',
        certifications:
          'hubzone:active:2025-01-01..2028-01-01;8a:pending;wosb:expired:..2024-12-31;dbe:active:2020-01-01..',
      }),
    ).toEqual({
      business: {
        origin: 'csv',
        companyName: 'Wasatch Invented, Inc.',
        dbaName: 'Wasatch',
        ueiNumber: 'ZQGGHJH74DW7',
        dunsNumber: '012345678',
        description: 'Cloud migration.\r\nAnd =more.',
        websiteUrl: 'https://wasatch.test/about',
        businessType: 'Corporation',
        samBusinessTypes: ['2X', 'LJ'],
        employeeCount: 42,
        annualRevenue: 1_250_000.5,
        establishedOn: '2004-02-29',
        fiscalYearEndMonth: 9,
        zipCode: '00501',
        state: 'UT',
        city: 'Salt Lake City',
        samRegistration: { status: 'active', expiresOn: '2027-01-31' },
        excluded: false,
        naicsCodes: [
          { code: '541511', isPrimary: false, version: '2022', samSize: null },
          { code: '541512', isPrimary: true, version: '2022', samSize: null },
          { code: '511210', isPrimary: false, version: '2017', samSize: null },
        ],
        pscCodes: ['DA01', 'R425'],
        cageCodes: [
          { code: '3GUY7', isPrimary: true },
          { code: '1TCA0', isPrimary: false },
        ],
        certifications: [
          ['hubzone', 'active', '2025-01-01', '2028-01-01'],
          ['8a', 'pending', null, null],
          ['wosb', 'expired', null, '2024-12-31'],
          ['dbe', 'active', '2020-01-01', null],
        ].map(([program, status, validFrom, expiresOn]) => ({
          program,
          status,
          certifier: null,
          number: null,
          validFrom,
          expiresOn,
          evidence: null,
        })),
      },
      remarks: [{ code: 'naics-not-2022', message: 'NAICS 511210 is kept as a code of NAICS 2017.' }],
    });
  });

  it.each<[Cells, Partial<ImportedBusiness>]>([
    [{ cageCodes: ';3GUY7;1TCA0' }, { cageCodes: ['3GUY7', '1TCA0'].map((code) => ({ code, isPrimary: false })) }],
    [{ cageCodes: '3GUY7;' }, { cageCodes: [{ code: '3GUY7', isPrimary: true }] }],
    [{ excluded: 'yes' }, { excluded: true }],
    [{ samStatus: 'submitted' }, { samRegistration: { status: 'submitted', expiresOn: null } }],
    [{ employeeCount: '0' }, { employeeCount: 0 }],
    [{ annualRevenue: '0' }, { annualRevenue: 0 }],
    [{ annualRevenue: '1000000000000' }, { annualRevenue: 1e12 }],
    [{ companyName: "'=SUM LLC" }, { companyName: '=SUM LLC' }],
    [{ companyName: "'n Sync LLC" }, { companyName: "'n Sync LLC" }],
    [{ companyName: 'é'.repeat(100) }, { companyName: 'é'.repeat(100) }],
    [{ companyName: '🚀'.repeat(100) }, { companyName: '🚀'.repeat(100) }],
    [
      { naicsCodes: '511210@2017*' },
      { naicsCodes: [{ code: '511210', isPrimary: true, version: '2017', samSize: null }] },
    ],
    [
      { naicsCodes: '541512@2022' },
      { naicsCodes: [{ code: '541512', isPrimary: false, version: '2022', samSize: null }] },
    ],
  ])('reads %j', (cells, expected) => {
    expect(businessOf(cells)).toMatchObject(expected);
  });

  it.each<[Cells, string[]]>([
    [{ pscCodes: 'Q9Z9' }, ['psc-unknown: The product or service code Q9Z9 is unknown and was kept.']],
    [{ samBusinessTypes: 'JV' }, ['sam-type-unknown: The business type JV of SAM.gov is unknown and was kept.']],
    [{ naicsCodes: '541512;541512*' }, ['duplicate-code: naicsCodes: 541512 is listed more than once; kept once.']],
    [
      { certifications: '8a:active;8a:active' },
      ['duplicate-code: certifications: 8a is listed more than once; kept once.'],
    ],
    [{ naicsCodes: '518210@2017' }, ['naics-not-2022: NAICS 518210 is kept as a code of NAICS 2017.']],
  ])('takes %j in with a remark', (cells, remarks) => {
    expect(remarksOf(cells)).toEqual(remarks);
  });

  it('keeps the star of a code that is listed twice', () => {
    expect(businessOf({ naicsCodes: '541512;541511;541512*' }).naicsCodes).toMatchObject([
      { code: '541512', isPrimary: true },
      { code: '541511', isPrimary: false },
    ]);
  });

  it.each<[Cells, string]>([
    [{ companyName: '' }, 'companyName: must be filled.'],
    [{ companyName: ' \t' }, 'companyName: must be filled.'],
    [{ companyName: 'x'.repeat(101) }, 'companyName: must be a text of at most 100 characters.'],
    [{ dbaName: 'x'.repeat(101) }, 'dbaName: must be a text of at most 100 characters.'],
    [{ ueiNumber: 'N4YFFGL4CDX6' }, 'ueiNumber: must be a Unique Entity ID of twelve characters'],
    [{ dunsNumber: '12345678' }, 'dunsNumber: must be nine digits.'],
    [{ cageCodes: '3GUY7;U1234' }, 'cageCodes: entry 2 is no CAGE code'],
    [{ websiteUrl: 'javascript:alert(1)' }, 'websiteUrl: must be an http or https address'],
    [{ websiteUrl: 'wasatch.test' }, 'websiteUrl: must be an http or https address'],
    [{ websiteUrl: 'https://user:secret@wasatch.test/' }, 'websiteUrl: must be an http or https address'],
    [{ websiteUrl: `https://wasatch.test/${'x'.repeat(300)}` }, 'websiteUrl: must be an http or https address'],
    [{ description: 'x'.repeat(5001) }, 'description: must be a text of at most 5000 characters.'],
    [{ businessType: 'x'.repeat(51) }, 'businessType: must be a text of at most 50 characters.'],
    [{ samBusinessTypes: '2X;ABC' }, 'samBusinessTypes: entry 2 is no code of at most 2 letters and digits.'],
    [{ employeeCount: '4.5' }, 'employeeCount: must be a whole number from 0 to 10000000.'],
    [{ employeeCount: '-1' }, 'employeeCount: must be a whole number'],
    [{ employeeCount: '10000001' }, 'employeeCount: must be a whole number'],
    [{ employeeCount: '1e3' }, 'employeeCount: must be a whole number'],
    [{ annualRevenue: '$5' }, 'annualRevenue: must be an amount in USD'],
    [{ annualRevenue: '1,000' }, 'annualRevenue: must be an amount in USD'],
    [{ annualRevenue: '1.005' }, 'annualRevenue: must be an amount in USD'],
    [{ annualRevenue: '1000000000000.01' }, 'annualRevenue: must be an amount in USD'],
    [{ establishedOn: '2026-02-30' }, 'establishedOn: must be a calendar day'],
    [{ establishedOn: '3/31/2026' }, 'establishedOn: must be a calendar day'],
    [{ fiscalYearEndMonth: '13' }, 'fiscalYearEndMonth: must be a whole number from 1 to 12.'],
    [{ fiscalYearEndMonth: '0' }, 'fiscalYearEndMonth: must be a whole number from 1 to 12.'],
    [{ zipCode: '501' }, 'zipCode: must be five digits.'],
    [{ zipCode: '84101-1234' }, 'zipCode: must be five digits.'],
    [{ city: 'x'.repeat(101) }, 'city: must be a text of at most 100 characters.'],
    [{ state: 'Utah' }, 'state: must be the two capitals of a state.'],
    [{ samStatus: 'yes' }, 'samStatus: must be one of active, submitted, inactive, expired.'],
    [{ samStatus: 'active', samExpiresOn: 'soon' }, 'samExpiresOn: must be a calendar day'],
    [{ samExpiresOn: '2027-01-31' }, 'samExpiresOn: stands without a samStatus.'],
    [{ excluded: 'true' }, 'excluded: must be one of yes, no.'],
    [{ naicsCodes: '54151' }, 'naicsCodes: entry 1 is no NAICS code'],
    [{ naicsCodes: '511210' }, 'naicsCodes: 511210 is no code of NAICS 2022; write 511210@2017'],
    [{ naicsCodes: '511210@2022' }, 'naicsCodes: 511210 is no code of NAICS 2022; write 511210@2017'],
    [{ naicsCodes: '511210@2012' }, 'naicsCodes: entry 1 is no NAICS code'],
    [{ naicsCodes: '541511*;541512*' }, 'naicsCodes: more than one code is marked as primary.'],
    [{ naicsCodes: '518210;518210@2017' }, 'naicsCodes: 518210 is listed twice, in different ways.'],
    [{ pscCodes: 'DA01;R4250' }, 'pscCodes: entry 2 is no code of at most 4 letters and digits.'],
    [{ certifications: 'hubzone' }, 'certifications: entry 1 is no certification'],
    [{ certifications: 'iso9001:active' }, 'certifications: entry 1 is no certification'],
    [{ certifications: 'hubzone:certified' }, 'certifications: entry 1 is no certification'],
    [{ certifications: 'hubzone:active:2025-02-30..' }, 'certifications: entry 1 is no certification'],
    [{ certifications: 'hubzone:active:2028-01-01' }, 'certifications: entry 1 is no certification'],
    [{ certifications: 'hubzone:active:2028-01-01..2025-01-01' }, 'certifications: entry 1 is no certification'],
    [{ certifications: '8a:active;8a:suspended' }, 'certifications: 8a is listed twice, in different ways.'],
  ])('rejects %j and names the column', (cells, reason) => {
    expect(parse(cells)).toEqual({ rejected: expect.stringContaining(reason) });
  });

  it('names every wrong value at once, and repeats none of them', () => {
    const row = parse({ companyName: '', dunsNumber: '529-98-1234', excluded: 'maybe', pscCodes: '12-3456789' });
    expect(row).toEqual({
      rejected:
        'companyName: must be filled. dunsNumber: must be nine digits. excluded: must be one of yes, no. ' +
        'pscCodes: entry 1 is no code of at most 4 letters and digits.',
    });
  });
});

describe('the header line', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['of ours', businessCsvColumns, undefined],
    ['of ours in another order', [...businessCsvColumns].reverse(), undefined],
    ['with a tax number', [...businessCsvColumns, 'ein'], 'Columns unknown: ein.'],
    ['with a blank name', [...businessCsvColumns, ''], 'Columns unknown: (blank).'],
    ['with a column twice', [...businessCsvColumns, 'city'], 'Columns repeated: city.'],
    ['without columns', businessCsvColumns.slice(2), 'Columns missing: companyName, dbaName.'],
    [
      'with other letter case',
      businessCsvColumns.map((column) => (column === 'city' ? 'City' : column)),
      'Columns unknown: City. Columns missing: city.',
    ],
  ])('is checked: %s', (_, header, complaint) => {
    expect(checkColumns(header)).toBe(complaint);
  });

  it.each<[string, readonly string[], string | undefined]>([
    ['of the extract', samEntityColumns, 'sam-entities'],
    ['of the extract in another order', [...samEntityColumns].reverse(), 'sam-entities'],
    ['of ours', businessCsvColumns, 'csv'],
    ['of ours with columns missing', ['companyName', 'city'], 'csv'],
    ['of the extract with columns missing', samEntityColumns.slice(1), undefined],
    ['of notices', ['NoticeId', 'Title'], undefined],
    ['of nothing', [], undefined],
  ])('tells the layout: %s', (_, header, layout) => {
    expect(detectLayout(header)).toBe(layout);
  });
});
