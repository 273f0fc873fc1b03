import { aCertification, aLicence, aReadyBusiness } from '../../../../test/support/stated-business';
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
const hugeYears = ['2022', '2023', '2024', '2025'].map((year) => ({ ...record('receipts', year), amount: 42e6 }));
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
    // 4 × 42 M / 5 is more than what is stated.
    ['a figure that the years disprove', { annualRevenue: 1e6, sizeHistory: hugeYears }, true],
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

describe('licences of a firm of construction codes', () => {
  const naicsCodes: Business['naicsCodes'] = [
    { id: 'naics-1', code: '236220', isPrimary: true, version: '2022', samSize: null },
  ];

  it.each<[string, Business['licences'], boolean]>([
    ['none', [], true],
    ['an active one of Utah', [aLicence('B100')], false],
    ['until today', [aLicence('B100', { expiresOn: TODAY })], false],
    ['without an end', [aLicence('B100', { expiresOn: null })], true],
    ['ended yesterday', [aLicence('B100', { expiresOn: '2026-08-09' })], true],
    ['suspended', [aLicence('B100', { status: 'suspended' })], true],
    ['an expired one of Nevada', [aLicence('B', { state: 'NV', status: 'expired' })], true],
    ['an active one of Nevada', [aLicence('B', { state: 'NV' })], true],
    ['one that ended beside one that holds', [aLicence('B100', { status: 'expired' }), aLicence('E100')], false],
  ])('%s', (_, licences, expected) => {
    expect(isMissing('licences', { naicsCodes, licences })).toBe(expected);
  });

  it('are not asked of others', () => {
    expect(isMissing('licences', {})).toBe(false);
  });
});

describe('the registration in SAM.gov', () => {
  it.each([
    ['active', '2027-03-31', false],
    ['active', null, true],
    ['submitted', null, false],
    ['inactive', null, false],
    ['expired', null, false],
  ] as const)('%s until %s', (status, expiresOn, expected) => {
    expect(isMissing('samRegistration', { samRegistration: { status, expiresOn, statedOn: TODAY } })).toBe(expected);
  });

  it('that is not spoken of', () => {
    expect(isMissing('samRegistration', { samRegistration: null })).toBe(true);
  });
});

describe('the service area', () => {
  const nowhere: Business['serviceArea'] = { isNational: false, isRemote: false, states: [], countyFips: [] };

  it.each<[string, Business['serviceArea'], boolean]>([
    ['none', null, true],
    ['nowhere', nowhere, true],
    ['everywhere', { ...nowhere, isNational: true }, false],
    ['from afar', { ...nowhere, isRemote: true }, false],
    ['a state', { ...nowhere, states: ['NV'] }, false],
    ['a county', { ...nowhere, countyFips: ['49035'] }, false],
  ])('%s', (_, serviceArea, expected) => {
    expect(isMissing('serviceArea', { serviceArea })).toBe(expected);
  });
});
