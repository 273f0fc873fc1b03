import fc from 'fast-check';
import { referenceLookups } from '../../../../../test/support/eligibility';
import type { SizeRecord } from '../business';
import { determineSize, type SizeDetermination } from './size-determination';
import { type SizeFacts, sizeFigure } from './size-figures';

const DAY = '2026-08-13';
const lookups = referenceLookups();

const size = (naics: string, facts: SizeFacts): SizeDetermination =>
  determineSize(facts, lookups.sizeStandards(naics, DAY), naics, DAY);

const cents = fc.integer({ min: 0, max: 9_000_000_000 }).map((amount) => amount / 100);

const receipts = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 2019, max: 2026 }), cents, fc.option(cents, { nil: null })), {
    selector: ([year]) => year,
    minLength: 3,
    maxLength: 8,
  })
  .map((years) =>
    years.map(([year, amount, affiliatesAmount]): SizeRecord => {
      const period = String(year);
      return { id: period, measure: 'receipts', period, amount, affiliatesAmount };
    }),
  );

const anyFirm: fc.Arbitrary<SizeFacts> = fc.record({
  sizeHistory: receipts,
  annualRevenue: fc.option(cents, { nil: null }),
  employeeCount: fc.option(fc.integer({ min: 0, max: 3_000 }), { nil: null }),
  establishedOn: fc.constantFrom(null, '2001-05-01', '2021-07-01', '2023-01-01', '2024-11-30', '2026-02-01'),
  fiscalYearEndMonth: fc.integer({ min: 1, max: 12 }),
});

const anyCode = fc.constantFrom('541512', '541330', '541519', '562910', '115310', '237990', '561730', '336411');

/** The firm with more receipts in the records chosen, its own or of its affiliates. */
const richer = (facts: SizeFacts, added: readonly number[]): SizeFacts => ({
  ...facts,
  sizeHistory: facts.sizeHistory.map((record, index) => {
    const more = added[index] ?? 0;
    return index % 2 === 0
      ? { ...record, amount: record.amount + more }
      : { ...record, affiliatesAmount: (record.affiliatesAmount ?? 0) + more };
  }),
});

describe('properties of size', () => {
  it('more receipts never make a firm small that was not, nor settle what could not be told as small', () => {
    fc.assert(
      fc.property(anyFirm, anyCode, fc.array(cents, { maxLength: 8 }), (facts, naics, added) => {
        const before = size(naics, facts).answer;
        if (before !== 'small') expect(size(naics, richer(facts, added)).answer).not.toBe('small');
      }),
      { numRuns: 1_000 },
    );
  });

  it('the order of records does not matter', () => {
    const shuffled = anyFirm.chain((facts) =>
      fc
        .shuffledSubarray([...facts.sizeHistory], {
          minLength: facts.sizeHistory.length,
          maxLength: facts.sizeHistory.length,
        })
        .map((sizeHistory): [SizeFacts, SizeFacts] => [facts, { ...facts, sizeHistory }]),
    );
    fc.assert(
      fc.property(shuffled, anyCode, ([facts, other], naics) => {
        expect(size(naics, other)).toEqual(size(naics, facts));
      }),
    );
  });

  it('a figure is of the history only if nothing is missing from it, and is never below the exact average', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 5, maxLength: 5 }), (amounts) => {
        const sizeHistory = amounts.map((amount, index): SizeRecord => {
          const period = String(2021 + index);
          return { id: period, measure: 'receipts', period, amount, affiliatesAmount: null };
        });
        const facts = { sizeHistory, annualRevenue: null, employeeCount: null, establishedOn: null };
        const figure = sizeFigure({ ...facts, fiscalYearEndMonth: 12 }, 'receipts', DAY);
        // Whole numbers of any size: the exact sum of cents, and a fifth of it rounded up.
        const total = amounts.reduce((sum, amount) => sum + BigInt(Math.round(amount * 100)), 0n);
        expect(figure).toMatchObject({ kind: 'known', basis: 'history', amount: Number((total + 4n) / 5n) / 100 });
        const short = { ...facts, sizeHistory: sizeHistory.slice(1), fiscalYearEndMonth: 12 };
        expect(sizeFigure(short, 'receipts', DAY)).toMatchObject({ missing: ['receipts of fiscal year 2021'] });
      }),
    );
  });
});
