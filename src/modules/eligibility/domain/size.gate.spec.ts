import { aStanding, referenceLookups, someTerms } from '../../../../test/support/eligibility';
import { decideEligibility } from './decide-eligibility';
import type { OpportunityTerms } from './eligibility-input';

const lookups = referenceLookups();
const now = new Date('2026-11-23T19:00:00Z');

describe('a size history that is complete today', () => {
  const inThreeMonths = { at: new Date('2027-02-23T19:00:00Z'), zone: 'America/Denver', dateOnly: false };
  const record = (measure: 'receipts' | 'employees', period: string, amount: number) => ({
    id: `${measure} ${period}`,
    measure,
    period,
    amount,
    affiliatesAmount: null,
  });
  const months = Array.from({ length: 24 }, (_, index) => {
    const month = 10 + index;
    return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
  const business = aStanding({
    sizeHistory: [
      ...['2021', '2022', '2023', '2024', '2025'].map((year) => record('receipts', year, 1e6)),
      ...months.map((month) => record('employees', month, 1_200)),
    ],
  });
  const due = (given: Parameters<typeof someTerms>[0], responseDeadline = inThreeMonths) =>
    someTerms({ setAside: 'SBA', responseDeadline, ...given });

  const gateOf = (rule: string, opportunity: OpportunityTerms) =>
    decideEligibility({ business, opportunity, lookups, now }).gates.find((gate) => gate.rule === rule);

  it.each([
    ['541512', 'fiscal years 2021 to 2025'],
    ['336411', '2024-11 to 2026-10'],
  ])('decides about a notice of NAICS %s that is due in three months', (naicsCode, periods) => {
    expect(gateOf('size.small', due({ naicsCode }))).toMatchObject({
      verdict: 'pass',
      evidence: [{ field: 'sizeHistory', statement: expect.stringContaining(periods) }],
    });
  });

  it('is what a supplier is asked by, too', () => {
    const opportunity = due({ naicsCode: '336411', pscCode: '1560' });
    expect(gateOf('size.nonmanufacturer', opportunity)?.reason).toContain('1,200 employees');
  });

  it('is held against the standard of the response day', () => {
    const days: string[] = [];
    const sizeStandards: typeof lookups.sizeStandards = (code, day) => {
      days.push(day);
      return lookups.sizeStandards(code, day);
    };
    decideEligibility({ business, opportunity: due({}), lookups: { ...lookups, sizeStandards }, now });
    expect(new Set(days)).toEqual(new Set(['2027-02-23']));
  });

  it('is read as of the response day where that is over', () => {
    const over = { ...inThreeMonths, at: new Date('2026-10-20T19:00:00Z') };
    const gate = gateOf('size.small', due({ naicsCode: '336411' }, over));
    expect(gate).toMatchObject({ verdict: 'unknown', reason: expect.stringContaining('lacks headcount of 2024-10') });
  });
});

describe('the nonmanufacturer rule', () => {
  const supplies = someTerms({ setAside: 'SBA', naicsCode: '336411', pscCode: '1560' });

  // The size standard of 336411 is 1,500 employees.
  it.each([
    [500, false],
    [501, true],
    [1_500, true],
    [1_501, false],
    [null, false],
  ])('is a gate for a headcount of %s: %s', (employeeCount, isAsked) => {
    const { gates } = decideEligibility({
      business: aStanding({ employeeCount }),
      opportunity: supplies,
      lookups,
      now,
    });
    expect(gates.some(({ rule }) => rule === 'size.nonmanufacturer')).toBe(isAsked);
  });
});

describe('a size history that is not complete and yet decides', () => {
  const record = (measure: 'receipts' | 'employees', period: string, amount: number) => ({
    ...{ id: period, measure, period, amount },
    affiliatesAmount: null,
  });
  const gateOf = (rule: string, business: Parameters<typeof aStanding>[0], opportunity: Partial<OpportunityTerms>) =>
    decideEligibility({
      business: aStanding(business),
      opportunity: someTerms({ setAside: 'SBA', ...opportunity }),
      lookups,
      now,
    }).gates.find((gate) => gate.rule === rule);

  it('is the evidence, and not the stated figure that it disproves', () => {
    // 171 M / 5 = 34.2 M, if the other four years were nothing at all.
    const business = { annualRevenue: 1e6, sizeHistory: [record('receipts', '2025', 171e6)] };
    expect(gateOf('size.small', business, { naicsCode: '541512' })).toMatchObject({
      verdict: 'fail',
      evidence: [{ field: 'sizeHistory', statement: expect.stringContaining('of fiscal year 2025 alone') }],
    });
  });

  // One month of 13,800 persons / 24 = 575: small under 336411, and too many for a mere supplier.
  const sizeHistory = [record('employees', '2026-10', 13_800)];
  const supplies = { naicsCode: '336411', pscCode: '1560' };

  it('disproves a stated figure below it: size is asked for first, and by the missing months', () => {
    const business = { employeeCount: 100, sizeHistory };
    expect(gateOf('size.small', business, supplies)).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringContaining('at least 575 employees by your headcount of 2026-10 alone'),
      question: 'What was your headcount, affiliates included, in 2024-11 to 2026-09?',
      evidence: [{ field: 'sizeHistory' }],
    });
    expect(gateOf('size.nonmanufacturer', business, supplies)).toBeUndefined();
  });

  it('leaves a stated figure above it as it is', () => {
    const gate = gateOf('size.nonmanufacturer', { employeeCount: 600, sizeHistory }, supplies);
    expect(gate?.reason).toContain('you have 600 employees');
    expect(gate?.evidence).toMatchObject([{ field: 'employeeCount' }]);
  });
});
