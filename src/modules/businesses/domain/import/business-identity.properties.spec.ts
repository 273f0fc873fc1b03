import fc from 'fast-check';
import { acceptedRow, csvRowsOf, knownCodes, profileAfter, samRowsOf } from '../../../../../test/support/imported-rows';
import type { Business } from '../business';
import { parseBusinessCsv, toBusinessCsvRow } from './business-csv';
import { identityOf, type KnownProfile, KnownProfiles } from './business-identity';
import type { ImportedBusiness } from './imported-business';

type Hub = readonly Business[];

const byPrimary = (a: Business['cageCodes'][number], b: Business['cageCodes'][number]): number =>
  Number(b.isPrimary) - Number(a.isPrimary) || (a.code < b.code ? -1 : 1);

const knownAs = (
  { id, ueiNumber, createdAt, ...business }: Business,
  { companyName }: ImportedBusiness,
): KnownProfile => ({
  ...{ id, ueiNumber, createdAt, isOwned: false },
  cageCodes: [...business.cageCodes].sort(byPrimary).map(({ code }) => code),
  rowNames: business.companyName.toLowerCase() === companyName.toLowerCase() ? [companyName] : [],
});

/** The hub after one row. What the row leaves as it was is the very same profile. */
const taking = (hub: Hub, row: ImportedBusiness): Hub => {
  const target = new KnownProfiles(hub.map((business) => knownAs(business, row))).targetOf(identityOf(row));
  const before = hub.find(({ id }) => id === target?.id);
  if (before) return hub.map((business) => (business === before ? profileAfter(before, row) : business));
  const place = hub.length;
  return [...hub, { ...profileAfter(undefined, row), id: `profile-${place}`, createdAt: new Date(place) }];
};

const after = (rows: readonly ImportedBusiness[], hub: Hub = []): Hub => rows.reduce(taking, hub);

/** What a row tells of each profile in our columns. */
const exported = (hub: Hub): readonly ImportedBusiness[] =>
  hub.map((business) => {
    const cells = Object.entries(toBusinessCsvRow(business)).map(([column, cell]) => [column, String(cell ?? '')]);
    return acceptedRow(parseBusinessCsv(Object.fromEntries(cells), knownCodes));
  });

const CAGES = ['1CK93', '3GUY7', '1TCA0'];
const UEIS = ['ZQGGHJH74DW7', 'JLC2ZFWEK1K8'];

/** Any of the codes, with a primary one or without. */
const cageCodes = fc
  .tuple(fc.shuffledSubarray(CAGES), fc.boolean())
  .map(([codes, hasPrimary]) => (hasPrimary ? codes : ['', ...codes]).join(';'));
const firms = fc.record({
  companyName: fc.constantFrom('Acme', 'ACME', 'Beta', 'CAGE 3GUY7'),
  ueiNumber: fc.constantFrom('', ...UEIS),
  cageCodes,
});
const rows = fc.array(fc.oneof(samRowsOf(fc.constantFrom(...CAGES)), csvRowsOf(firms)), { maxLength: 7 });

describe('rows of either layout about several firms with overlapping codes', () => {
  it('leave profiles of which each finds itself in an export', () => {
    fc.assert(
      fc.property(rows, (told) => {
        const hub = after(told);
        expect(after(exported(hub), hub)).toEqual(hub);
        for (const row of exported(hub))
          expect(taking(hub, row).every((business, at) => business === hub[at])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('leave profiles of which none is taken for another one by a file of the extract that is read again', () => {
    const file = fc.tuple(...CAGES.map((code) => samRowsOf(fc.constant(code))));
    fc.assert(
      fc.property(rows, file, (told, extract) => {
        const hub = after(extract, after(told));
        for (const row of extract) expect(taking(hub, row)).toEqual(hub);
      }),
      { numRuns: 300 },
    );
  });

  it('leave profiles of which none is taken for another one by a file of ours that is read again', () => {
    /** Each firm lists codes that others before it go by. */
    const file = fc.tuple(
      ...CAGES.map((code, place) =>
        csvRowsOf(
          fc.record({
            companyName: fc.constantFrom('Acme', 'Beta'),
            ueiNumber: fc.constantFrom('', UEIS[place] ?? ''),
            cageCodes: fc.subarray(CAGES.slice(0, place)).map((others) => [code, ...others].join(';')),
          }),
        ),
      ),
    );
    fc.assert(
      fc.property(rows, file, (told, firmsOfTheFile) => {
        const hub = after(firmsOfTheFile, after(told));
        for (const row of firmsOfTheFile) expect(taking(hub, row)).toEqual(hub);
      }),
      { numRuns: 300 },
    );
  });
});
