import fc from 'fast-check';
import { profileSaying } from '../../../../../test/support/imported-profile';
import { loadReferenceFacts } from '../../../reference';
import { type Business, certificationStatuses } from '../business';
import { parseBusinessCsv } from './business-csv';
import type { ImportedBusiness, KnownCodes, ParsedRow } from './imported-business';
import { changeTo, type ImportedList, importedLists } from './profile-change';
import { contentAfter, contentOf, type ImportContext, type ProfileContent } from './profile-content';
import { samBusinessTypes } from './sam-business-types';
import { parseSamEntity } from './sam-entity-layout';

const facts = loadReferenceFacts();
const programs: ReadonlySet<string> = new Set(facts.programs.keys());
const known: KnownCodes = {
  isNaics2022: (code) => facts.naics.get(code)?.level === 6,
  isPsc: (code) => facts.psc.has(code),
  isProgram: (code) => programs.has(code),
};
const context: ImportContext = { today: '2026-04-10', locate: (address) => address };

const accepted = (row: ParsedRow): ImportedBusiness => {
  if ('rejected' in row) throw new Error(`The row was rejected: ${row.rejected}`);
  return row.business;
};

const several = (codes: Iterable<string>, separator: string): fc.Arbitrary<string> =>
  fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 }).map((list) => list.join(separator));
/** Any types, or those that are certifications too. */
const types = fc.oneof(several(samBusinessTypes.keys(), '~'), several(['27', '1E', '1S', '2X'], '~'));
const zipCode = fc.constantFrom('', '84101', '84601');

const samRows = fc
  .record({
    BUSINESS_TYPE_STRING: types,
    SBA_BUSINESS_TYPES_STRING: several(['A620280819', 'A6        ', 'XX        ', 'JT20280819'], '~'),
    NAICS_CODE_STRING: several(['541512Y', '541519N', '236220E', '511210'], '~'),
    PSC_CODE_STRING: several(['DA01', 'R425', 'Z1AA'], '~'),
    PHYSICAL_ADDRESS_ZIP_POSTAL_CODE: zipCode,
  })
  .map((row) => accepted(parseSamEntity({ CAGE_CODE: '1ABC2', ...row }, known)));

const certifications = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...programs), fc.constantFrom(...certificationStatuses)), {
    selector: ([program]) => program,
    maxLength: 4,
  })
  .map((list) => list.map(([program, status]) => `${program}:${status}`).join(';'));

const csvRows = fc
  .record({
    certifications,
    naicsCodes: several(['541512', '541519', '511210@2017'], ';'),
    pscCodes: several(['DA01', 'R425'], ';'),
    cageCodes: fc.constantFrom('1ABC2', '1ABC2;1ABC3', ';1ABC2'),
    zipCode,
  })
  .map((row) => accepted(parseBusinessCsv({ companyName: 'Wasatch Networks', ...row }, known)));

/** What an entry of each list is known by. */
const KEYS: Readonly<Record<ImportedList, (content: ProfileContent) => readonly string[]>> = {
  naicsCodes: ({ naicsCodes }) => naicsCodes.map(({ code }) => code),
  pscCodes: ({ pscCodes }) => pscCodes.map(({ code }) => code),
  cageCodes: ({ cageCodes }) => cageCodes.map(({ code }) => code),
  certifications: (content) => content.certifications.map(({ program }) => program),
  addresses: ({ addresses }) => addresses.map(({ kind }) => kind),
};

const lastOf = (rows: readonly ImportedBusiness[]): ImportedBusiness => {
  const last = rows.at(-1);
  if (!last) throw new Error('There is no row.');
  return last;
};

const after = (rows: readonly ImportedBusiness[]): Business => {
  const [first, ...others] = rows;
  if (!first) throw new Error('There is no row.');
  return others.reduce(
    (stored, row) => profileSaying(contentAfter(stored, row, context), stored.origin),
    profileSaying(contentOf(first, context), first.origin),
  );
};

describe('rows of either layout about one firm, in any order', () => {
  const rows = fc.array(fc.oneof(samRows, csvRows), { minLength: 1, maxLength: 4 });

  it('list nothing twice', () => {
    fc.assert(
      fc.property(rows, (told) => {
        const content = contentAfter(after(told), lastOf(told), context);
        for (const list of importedLists) {
          const keys = KEYS[list](content);
          expect([...new Set(keys)]).toEqual(keys);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('change nothing when the last one is read again', () => {
    fc.assert(
      fc.property(rows, (told) => {
        const stored = after(told);
        expect(changeTo(stored, contentAfter(stored, lastOf(told), context))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
