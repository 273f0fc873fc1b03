import fc from 'fast-check';
import { type Business, certificationStatuses } from '../../src/modules/businesses/domain/business';
import { parseBusinessCsv } from '../../src/modules/businesses/domain/import/business-csv';
import type {
  ImportedBusiness,
  KnownCodes,
  ParsedRow,
} from '../../src/modules/businesses/domain/import/imported-business';
import { changeTo } from '../../src/modules/businesses/domain/import/profile-change';
import {
  contentAfter,
  contentOf,
  type ImportContext,
} from '../../src/modules/businesses/domain/import/profile-content';
import { samBusinessTypes } from '../../src/modules/businesses/domain/import/sam-business-types';
import { parseSamEntity } from '../../src/modules/businesses/domain/import/sam-entity-layout';
import { loadReferenceFacts } from '../../src/modules/reference';
import { profileSaying } from './imported-profile';

const facts = loadReferenceFacts();
const programs: ReadonlySet<string> = new Set(facts.programs.keys());

/** What the reference tables hold. */
export const knownCodes: KnownCodes = {
  isNaics2022: (code) => facts.naics.get(code)?.level === 6,
  isPsc: (code) => facts.psc.has(code),
  isProgram: (code) => programs.has(code),
};

/** A day, and no table of places. */
export const importContext: ImportContext = { today: '2026-04-10', locate: (address) => address };

export const acceptedRow = (row: ParsedRow): ImportedBusiness => {
  if ('rejected' in row) throw new Error(`The row was rejected: ${row.rejected}`);
  return row.business;
};

/** Up to four of these codes as a list of either layout. */
export const severalOf = (codes: Iterable<string>, separator: string): fc.Arbitrary<string> =>
  fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 }).map((list) => list.join(separator));

/** Any types, or those that are certifications too. */
const types = fc.oneof(severalOf(samBusinessTypes.keys(), '~'), severalOf(['27', '1E', '1S', '2X'], '~'));
const zipCode = fc.constantFrom('', '84101', '84601');
const sbaTypes = ['A620220819', 'A620280819', 'A6        ', 'XX        ', 'XX20210713', 'JT20280819'];

/** Rows of the extract of SAM.gov about firms with these codes. */
export const samRowsOf = (cageCode: fc.Arbitrary<string>): fc.Arbitrary<ImportedBusiness> =>
  fc
    .record({
      CAGE_CODE: cageCode,
      BUSINESS_TYPE_STRING: types,
      SBA_BUSINESS_TYPES_STRING: severalOf(sbaTypes, '~'),
      FISCAL_YEAR_END_CLOSE_DATE: fc.constantFrom('', '0930', '1231'),
      NAICS_CODE_STRING: severalOf(['541512Y', '541519N', '236220E', '511210'], '~'),
      PSC_CODE_STRING: severalOf(['DA01', 'R425', 'Z1AA'], '~'),
      PHYSICAL_ADDRESS_ZIP_POSTAL_CODE: zipCode,
    })
    .map((row) => acceptedRow(parseSamEntity(row, knownCodes)));

const DAYS = ['', '2020-01-01', '2022-08-19', '2023-01-01', '2032-01-01'];
/** Terms with both days, with one of them, and none at all. */
const TERMS = DAYS.flatMap((first) =>
  DAYS.filter((last) => last === '' || first <= last).map((last) => (first + last === '' ? '' : `:${first}..${last}`)),
);

const certifications = fc
  .uniqueArray(
    fc.tuple(
      fc.oneof(fc.constantFrom('8a', 'hubzone', 'sdb', 'iee'), fc.constantFrom(...programs)),
      fc.constantFrom(...certificationStatuses),
      fc.constantFrom(...TERMS),
    ),
    { selector: ([program]) => program, maxLength: 4 },
  )
  .map((list) => list.map(([program, status, term]) => `${program}:${status}${term}`).join(';'));

/** Who a row of our layout is about. */
interface CsvIdentity {
  readonly companyName: string;
  readonly ueiNumber?: string;
  readonly cageCodes: string;
}

/** Rows of our layout about these firms. */
export const csvRowsOf = (identity: fc.Arbitrary<CsvIdentity>): fc.Arbitrary<ImportedBusiness> =>
  fc
    .record({
      identity,
      description: fc.constantFrom('', 'Networks.'),
      certifications,
      naicsCodes: severalOf(['541512', '541519', '511210@2017'], ';'),
      pscCodes: severalOf(['DA01', 'R425'], ';'),
      zipCode,
    })
    .map(({ identity: whose, ...row }) => acceptedRow(parseBusinessCsv({ ...whose, ...row }, knownCodes)));

/** The profile after a row about it, the very same where the row changes nothing; a new one where there was none. */
export const profileAfter = (stored: Business | undefined, row: ImportedBusiness): Business => {
  if (!stored) return profileSaying(contentOf(row, importContext), row.origin);
  const content = contentAfter(stored, row, importContext);
  if (changeTo(stored, content) === undefined) return stored;
  const { id, createdAt, origin } = stored;
  return { ...profileSaying(content, origin), id, createdAt };
};
