import fc from 'fast-check';
import { toCsv } from '../../../../common/text/csv';
import { readCsvRecords } from '../../../../common/text/csv-records';
import { loadReferenceFacts } from '../../../reference';
import { type Business, certificationStatuses, NO_EXCLUSIONS, samStatuses } from '../business';
import { normaliseName } from '../company-name';
import { isUei, ueiCheckDigit } from '../uei';
import { businessCsvColumns, checkColumns, parseBusinessCsv, toBusinessCsvRow } from './business-csv';
import type { ImportedBusiness, KnownCodes, ParsedRow } from './imported-business';

const facts = loadReferenceFacts();
const programs: ReadonlySet<string> = new Set(facts.programs.keys());
const known: KnownCodes = {
  isNaics2022: (code) => facts.naics.get(code)?.level === 6,
  isPsc: (code) => facts.psc.has(code),
  isProgram: (code) => programs.has(code),
};

const accepted = (row: ParsedRow): ImportedBusiness => {
  if ('rejected' in row) throw new Error(`The row was rejected: ${row.rejected}`);
  return row.business;
};

const DAY_MS = 86_400_000;
const nullable = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value);
const day = fc.integer({ min: 0, max: 36_500 }).map((days) => new Date(days * DAY_MS).toISOString().slice(0, 10));
const usd = fc.integer({ min: 0, max: 100_000_000_000_000 }).map((cents) => cents / 100);
const id = fc.uuid();

/** Texts that begin like a formula or like an escaped one, that need quotes, or that are of any script. */
const textOf = (longest: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({
        unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '＝', ',', ';', '"', 'a', ' '),
      }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    )
    .filter((text) => text.trim() !== '' && [...text].length <= longest);

/** As profiles hold them. */
const name = textOf(100)
  .map(normaliseName)
  .filter((text) => [...text].length <= 100);

const uei = fc
  .stringMatching(/^[A-HJ-NP-Z][A-HJ-NP-Z0-9]{10}$/)
  .map((eleven) => `${eleven}${ueiCheckDigit(eleven)}`)
  .filter(isUei);
const naics2022 = [...facts.naics.values()].filter(({ level }) => level === 6).map(({ code }) => code);
const naics2017 = ['511210', '519130', '454110', '518210'];

/** At most one of the entries is the primary one. */
const withPrimary = <Entry>(entries: fc.Arbitrary<Entry[]>): fc.Arbitrary<(Entry & { isPrimary: boolean })[]> =>
  fc
    .tuple(entries, fc.integer({ min: -1, max: 4 }))
    .map(([list, primary]) => list.map((entry, index) => ({ ...entry, isPrimary: index === primary })));

const naicsCodes = withPrimary(
  fc.uniqueArray(
    fc.oneof(
      fc.record({ id, code: fc.constantFrom(...naics2022), version: fc.constant('2022' as const) }),
      fc.record({ id, code: fc.constantFrom(...naics2017), version: fc.constant('2017' as const) }),
    ),
    { selector: ({ code }) => code, maxLength: 8 },
  ),
).map((codes) => codes.map((code) => ({ ...code, samSize: null })));

const cageCodes = withPrimary(
  fc.uniqueArray(fc.record({ id, code: fc.stringMatching(/^[0-9][A-HJ-NP-Z0-9]{3}[0-9]$/) }), {
    selector: ({ code }) => code,
    maxLength: 4,
  }),
);

const certifications = fc.uniqueArray(
  fc
    .record({
      id,
      program: fc.constantFrom(...programs),
      status: fc.constantFrom(...certificationStatuses),
      certifier: fc.constant(null),
      number: fc.constant(null),
      validFrom: nullable(day),
      expiresOn: nullable(day),
      evidence: fc.constant(null),
    })
    .filter(({ validFrom, expiresOn }) => validFrom === null || expiresOn === null || validFrom <= expiresOn),
  { selector: ({ program }) => program, maxLength: 5 },
);

const address = fc.record({
  id,
  kind: fc.constant('principal' as const),
  line1: fc.constant(null),
  line2: fc.constant(null),
  city: nullable(textOf(100)),
  state: nullable(fc.constantFrom('UT', 'NV', 'PR')),
  zipCode: fc.constant('84101'),
  county: fc.constant(null),
  countyFips: fc.constant(null),
  latitude: fc.constant(null),
  longitude: fc.constant(null),
});

const businesses: fc.Arbitrary<Business> = fc
  .record({
    companyName: name,
    dbaName: nullable(name),
    ueiNumber: nullable(uei),
    dunsNumber: nullable(fc.stringMatching(/^[0-9]{9}$/)),
    description: nullable(textOf(5_000)),
    websiteUrl: nullable(fc.webUrl({ withQueryParameters: true, withFragments: true })),
    businessType: nullable(textOf(50)),
    samBusinessTypes: fc.uniqueArray(fc.constantFrom('2X', '27', '05', 'LJ', 'JV', 'F')),
    employeeCount: nullable(fc.integer({ min: 0, max: 10_000_000 })),
    annualRevenue: nullable(usd),
    establishedOn: nullable(day),
    fiscalYearEndMonth: fc.integer({ min: 1, max: 12 }),
    zipCode: nullable(fc.stringMatching(/^[0-9]{5}$/)),
    samRegistration: nullable(
      fc.record({ status: fc.constantFrom(...samStatuses), expiresOn: nullable(day), statedOn: day }),
    ),
    excluded: nullable(fc.boolean()),
    naicsCodes,
    pscCodes: fc
      .uniqueArray(fc.constantFrom('DA01', '5330', '59', 'Q9Z9'))
      .map((codes) => codes.map((code) => ({ id: code, code }))),
    cageCodes,
    certifications,
    addresses: fc.array(address, { maxLength: 1 }),
  })
  .map((generated) => ({ ...REST, ...generated }));

/** What the layout has no columns for. */
const REST = {
  id: '00000000-0000-4000-8000-000000000001',
  ownerId: null,
  origin: 'owner',
  visibility: 'public',
  einLastFour: '6789',
  stateLicenseNumber: null,
  excludedStatedOn: null,
  bondingSingleUsd: null,
  bondingAggregateUsd: null,
  contractValueMinUsd: null,
  contractValueMaxUsd: null,
  serviceArea: null,
  ownExclusions: NO_EXCLUSIONS,
  verifiedAt: null,
  services: [],
  pastPerformance: [],
  licences: [],
  sizeHistory: [],
  matchRevision: 1,
  version: 1,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  updatedAt: new Date('2026-01-01T00:00:00Z'),
} as const;

const withoutId = <Part extends { readonly id: string }>({ id: _, ...rest }: Part): Omit<Part, 'id'> => rest;

/** The profile as an import would have to tell it. The primary CAGE code stands first. */
const told = (business: Business): ImportedBusiness => ({
  origin: 'csv',
  companyName: business.companyName,
  dbaName: business.dbaName,
  ueiNumber: business.ueiNumber,
  dunsNumber: business.dunsNumber,
  description: business.description,
  websiteUrl: business.websiteUrl,
  businessType: business.businessType,
  samBusinessTypes: business.samBusinessTypes,
  employeeCount: business.employeeCount,
  annualRevenue: business.annualRevenue,
  establishedOn: business.establishedOn,
  fiscalYearEndMonth: business.fiscalYearEndMonth,
  zipCode: business.zipCode,
  state: business.addresses[0]?.state ?? null,
  city: business.addresses[0]?.city ?? null,
  samRegistration: business.samRegistration && {
    status: business.samRegistration.status,
    expiresOn: business.samRegistration.expiresOn,
  },
  excluded: business.excluded,
  naicsCodes: business.naicsCodes.map(withoutId),
  pscCodes: business.pscCodes.map(({ code }) => code),
  cageCodes: [...business.cageCodes].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary)).map(withoutId),
  certifications: business.certifications.map(withoutId),
});

async function* onePiece(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

const readFile = async (text: string): Promise<ParsedRow[]> => {
  const rows: (readonly string[])[] = [];
  for await (const record of readCsvRecords(onePiece(text), /(?!)/g)) {
    if ('problem' in record) throw new Error(record.problem);
    rows.push(record.fields);
  }
  const [header = [], ...lines] = rows;
  expect(checkColumns(header)).toBeUndefined();
  return lines.map((fields) =>
    parseBusinessCsv(Object.fromEntries(header.map((column, index) => [column, fields[index] ?? ''])), known),
  );
};

describe('an export', () => {
  it('is read back as it was, as a file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(businesses, { maxLength: 3 }), async (firms) => {
        const rows = await readFile(toCsv(businessCsvColumns, firms.map(toBusinessCsvRow)));
        expect(rows.map((row) => accepted(row))).toEqual(firms.map(told));
      }),
      { numRuns: 300 },
    );
  });

  it('has the columns of the import, and no tax number', () => {
    const [firm] = fc.sample(businesses, 1);
    if (!firm) throw new Error('There is no sample.');
    const row = toBusinessCsvRow(firm);
    expect(Object.keys(row)).toEqual(businessCsvColumns);
    expect(Object.values(row)).not.toContain('6789');
  });
});
