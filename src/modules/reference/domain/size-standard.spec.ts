import { type SizeStandard, sizeStandardsOn } from './size-standard';

const standard = (changes: Partial<SizeStandard>): SizeStandard => ({
  naicsCode: '541519',
  exception: 0,
  description: 'Other Computer Related Services',
  measure: 'receipts',
  limit: 34_000_000,
  footnote: null,
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
  source: 'SBA',
  ...changes,
});

const held = [
  standard({
    exception: 1,
    description: 'Information Technology Value Added Resellers',
    measure: 'employees',
    limit: 150,
  }),
  standard({ effectiveFrom: '2020-01-01', effectiveTo: '2026-06-30', limit: 30_000_000 }),
  standard({}),
];

describe('sizeStandardsOn', () => {
  it('answers the table of the day, the exceptions apart', () => {
    const inForce = sizeStandardsOn(held, '2026-07-01');
    expect(inForce?.base?.limit).toBe(34_000_000);
    expect(inForce?.exceptions.map(({ measure, limit }) => [measure, limit])).toEqual([['employees', 150]]);
  });

  it('counts the last day of a table in', () => {
    expect(sizeStandardsOn(held, '2026-06-30')?.base?.limit).toBe(30_000_000);
  });

  it('cannot tell for a day before its first table, nor without any', () => {
    expect(sizeStandardsOn(held, '2019-12-31')).toBeUndefined();
    expect(sizeStandardsOn([], '2026-07-01')).toBeUndefined();
  });
});
