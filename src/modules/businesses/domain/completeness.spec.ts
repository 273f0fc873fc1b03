import { aCertification, aReadyBusiness } from '../../../../test/support/stated-business';
import type { Business, SizeRecord } from './business';
import { completenessOf, type ProfileGap } from './completeness';

const TODAY = '2026-08-10';

const isMissing = (gap: ProfileGap, given: Partial<Business>): boolean =>
  completenessOf(aReadyBusiness(given), TODAY).missing.some((item) => item.gap === gap);

const record = (measure: SizeRecord['measure'], period: string): SizeRecord => ({
  id: `${measure} ${period}`,
  measure,
  period,
  amount: 10,
  affiliatesAmount: null,
});
const years = ['2021', '2022', '2023', '2024', '2025'].map((year) => record('receipts', year));
// 2024-08 to 2026-07: the 24 whole months before today.
const months = Array.from({ length: 24 }, (_, index) => {
  const month = 7 + index;
  return record('employees', `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`);
});

describe('figures of size', () => {
  it.each<[string, Partial<Business>, boolean]>([
    ['both stated', {}, false],
    ['no headcount', { employeeCount: null }, true],
    ['no receipts', { annualRevenue: null }, true],
    ['one year of five', { annualRevenue: null, sizeHistory: years.slice(4) }, true],
    ['all years, no headcount', { annualRevenue: null, employeeCount: null, sizeHistory: years }, true],
    ['all years, headcount stated', { annualRevenue: null, sizeHistory: years }, false],
    ['all years and months', { annualRevenue: null, employeeCount: null, sizeHistory: [...years, ...months] }, false],
    ['a month short', { employeeCount: null, sizeHistory: months.slice(1) }, true],
  ])('%s', (_, given, expected) => {
    expect(isMissing('sizeFigures', given)).toBe(expected);
  });
});

describe('terms of certifications', () => {
  it.each([
    ['hubzone', null, true],
    ['hubzone', '2028-12-31', false],
    ['sdb', null, false],
    ['dbe', null, false],
    ['iee', null, false],
    ['unheard-of', null, true],
  ])('%s until %s', (program, expiresOn, expected) => {
    const certifications = [aCertification(program, { expiresOn })];
    expect(isMissing('certificationTerms', { certifications })).toBe(expected);
  });
});
