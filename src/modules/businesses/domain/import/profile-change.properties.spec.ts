import fc from 'fast-check';
import {
  acceptedRow,
  csvRowsOf,
  importContext,
  knownCodes,
  profileAfter,
  samRowsOf,
} from '../../../../../test/support/imported-rows';
import type { Business } from '../business';
import { parseBusinessCsv, toBusinessCsvRow } from './business-csv';
import type { ImportedBusiness } from './imported-business';
import { changeTo, type ImportedList, importedLists } from './profile-change';
import { contentAfter, type ProfileContent } from './profile-content';

const samRows = samRowsOf(fc.constant('1ABC2'));
const csvRows = csvRowsOf(
  fc.record({
    companyName: fc.constant('Wasatch Networks'),
    cageCodes: fc.constantFrom('1ABC2', '1ABC2;1ABC3', ';1ABC2'),
  }),
);

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

const after = ([first, ...others]: readonly ImportedBusiness[]): Business => {
  if (!first) throw new Error('There is no row.');
  return others.reduce(profileAfter, profileAfter(undefined, first));
};

/** As our columns hold the profile. */
const exported = (business: Business): Record<string, string> =>
  Object.fromEntries(Object.entries(toBusinessCsvRow(business)).map(([column, cell]) => [column, String(cell ?? '')]));

describe('rows of either layout about one firm, in any order', () => {
  const rows = fc.array(fc.oneof(samRows, csvRows), { minLength: 1, maxLength: 4 });

  it('list nothing twice', () => {
    fc.assert(
      fc.property(rows, (told) => {
        const content = contentAfter(after(told), lastOf(told), importContext);
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
        expect(changeTo(stored, contentAfter(stored, lastOf(told), importContext))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('leave what our columns can hold, and change nothing when that is read back', () => {
    fc.assert(
      fc.property(rows, (told) => {
        const stored = after(told);
        const row = acceptedRow(parseBusinessCsv(exported(stored), knownCodes));
        expect(changeTo(stored, contentAfter(stored, row, importContext))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('of the extract leave every certification as it is that another source states', () => {
    fc.assert(
      fc.property(rows, csvRows, fc.array(samRows, { minLength: 1, maxLength: 3 }), (told, said, extract) => {
        const before = after([...told, said]);
        const others = before.certifications.filter(({ evidence }) => evidence === null);
        expect(after([...told, said, ...extract]).certifications.filter(({ evidence }) => evidence === null)).toEqual(
          expect.arrayContaining(others.map(({ id: _, ...certification }) => expect.objectContaining(certification))),
        );
      }),
      { numRuns: 500 },
    );
  });
});
