import { referenceLookups } from '../../../../../test/support/eligibility';
import type { SizeRecord } from '../business';
import { determineSize, type SizeAnswer, type SizeDetermination } from './size-determination';
import type { SizeFacts } from './size-figures';

/**
 * Worked examples on SBA's table of July 2026. The arithmetic beside each was done by hand from the text of the rule, not
 * taken from the code. On DAY, years that end in December run from 2021 to 2025, and 24 months from 2024-08 to 2026-07.
 */
const DAY = '2026-08-13';
const lookups = referenceLookups();

const size = (naics: string, facts: SizeFacts, day = DAY): SizeDetermination =>
  determineSize(facts, lookups.sizeStandards(naics, day), naics, day);

const firm = (changes: Partial<SizeFacts>): SizeFacts => ({
  sizeHistory: [],
  annualRevenue: null,
  employeeCount: null,
  establishedOn: null,
  fiscalYearEndMonth: 12,
  ...changes,
});

const record = (
  measure: SizeRecord['measure'],
  period: string,
  amount: number,
  affiliatesAmount: number | null = null,
): SizeRecord => ({ id: `${measure} ${period}`, measure, period, amount, affiliatesAmount });

/** Receipts of fiscal years from `first` on, USD. */
const receipts = (first: number, ...amounts: readonly number[]): SizeRecord[] =>
  amounts.map((amount, index) => record('receipts', String(first + index), amount));

const earning = (...amounts: readonly number[]): SizeFacts => firm({ sizeHistory: receipts(2021, ...amounts) });
/** A firm and its affiliates, the five years to 2025. */
const group = (own: number, ...affiliates: readonly number[]): SizeFacts =>
  firm({ sizeHistory: affiliates.map((theirs, index) => record('receipts', String(2021 + index), own, theirs)) });

/** Headcounts of months from `first` on. */
const headcounts = (first: string, counts: readonly number[], affiliates: number | null = null): SizeRecord[] =>
  counts.map((count, index) => {
    const month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1 + index;
    const period = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return record('employees', period, count, affiliates);
  });
const times = (count: number, amount: number): number[] => Array.from({ length: count }, () => amount);
const employing = (...counts: readonly number[]): SizeFacts => firm({ sizeHistory: headcounts('2024-08', counts) });

/** Months from March 2026 on. */
const sinceMarch = (establishedOn: string, ...counts: readonly number[]): SizeFacts =>
  firm({ establishedOn, sizeHistory: headcounts('2026-03', counts) });

const holding = (...amounts: readonly number[]): SizeFacts =>
  firm({
    sizeHistory: amounts.map((amount, index) => record('assets', `2025-${['03', '06', '09', '12'][index]}`, amount)),
  });

const bankSince = (establishedOn: string, ...quarters: readonly number[]): SizeFacts => ({
  ...holding(...quarters),
  establishedOn,
});

const both = (revenue: number, headcount: number): SizeFacts =>
  firm({ sizeHistory: [...receipts(2021, ...times(5, revenue)), ...headcounts('2024-08', times(24, headcount))] });

type Example = readonly [what: string, naics: string, facts: SizeFacts, expected: SizeAnswer, day?: string];

const RECEIPTS: readonly Example[] = [
  // (10 + 20 + 30 + 50 + 60) M = 170 M; 170 M / 5 = 34.0 M, the limit of 541512.
  ['exactly at the limit', '541512', earning(10e6, 20e6, 30e6, 50e6, 60e6), 'small'],
  // 170,000,000.05 / 5 = 34,000,000.01: one cent above 34.0 M.
  ['one cent above on average', '541512', earning(10e6, 20e6, 30e6, 50e6, 60_000_000.05), 'other-than-small'],
  // 170,000,000.01 / 5 = 34,000,000.002, which exceeds 34.0 M.
  ['one cent above in five years', '541512', earning(10e6, 20e6, 30e6, 50e6, 60_000_000.01), 'other-than-small'],
  // 5 × 34 M, and in cents −10 + 10 + 0 + 20 − 20 = 0: 170 M / 5 = 34.0 M.
  [
    'cents that cancel out',
    '541512',
    earning(33_999_999.9, 34_000_000.1, 34_000_000, 34_000_000.2, 33_999_999.8),
    'small',
  ],
  // (0 + 0 + 85 + 0 + 85) M = 170 M / 5 = 34.0 M; leaving years without receipts out would make 170 M / 2 = 85 M.
  ['years without any receipts count', '541512', earning(0, 0, 85e6, 0, 85e6), 'small'],
  // (1 + 1 + 1 + 1 + 171) M = 175 M / 5 = 35 M > 34 M, though four years of five are far below.
  ['one large year', '541512', earning(1e6, 1e6, 1e6, 1e6, 171e6), 'other-than-small'],
  // 2020 is the sixth year back: 5 × 30 M / 5 = 30 M ≤ 34 M; with 2020 it would be (900 + 150) M / 6 = 175 M.
  ['a sixth year does not count', '541512', firm({ sizeHistory: receipts(2020, 900e6, ...times(5, 30e6)) }), 'small'],
  // 2026 runs until December: 2021 to 2025 are 5 × 30 M / 5 = 30 M ≤ 34 M.
  [
    'the running year does not count',
    '541512',
    firm({ sizeHistory: receipts(2021, ...times(5, 30e6), 900e6) }),
    'small',
  ],
  // 225.0 M / 5 = 45.0 M = limit of 236220.
  ['construction at the limit', '236220', earning(...times(5, 45e6)), 'small'],
  // 5 × 45.1 M / 5 = 45.1 M > 45.0 M.
  ['construction above it', '236220', earning(...times(5, 45.1e6)), 'other-than-small'],
  // 5 × 2.25 M / 5 = 2.25 M = limit of 111110.
  ['soybeans at the limit', '111110', earning(...times(5, 2.25e6)), 'small'],
  // 47.0 M = limit of 513210: (46 + 48) M × 2 + 47 M = 235 M / 5 = 47 M.
  ['software publisher at the limit', '513210', earning(46e6, 48e6, 46e6, 48e6, 47e6), 'small'],
  // 3 M + 16 M = 19 M in each year = limit of 238220.
  ['affiliates up to the limit', '238220', group(3e6, ...times(5, 16e6)), 'small'],
  // 5 × 3 M + 4 × 16 M + 16.1 M = 95.1 M / 5 = 19.02 M > 19.0 M; alone the firm has 3 M.
  ['affiliates tip the scale', '238220', group(3e6, ...times(4, 16e6), 16.1e6), 'other-than-small'],
];

/** Fiscal years to September: 2022 to 2025 at 24.5 M, 2021 at nothing, 2026 at 49 M. */
const toSeptember = firm({ fiscalYearEndMonth: 9, sizeHistory: receipts(2021, 0, ...times(4, 24.5e6), 49e6) });
/** To June, and to February, where the last day is 28 or 29. */
const toJune = firm({ fiscalYearEndMonth: 6, sizeHistory: receipts(2021, 100e6, ...times(5, 22e6)) });
const toFebruary = firm({ fiscalYearEndMonth: 2, sizeHistory: receipts(2023, ...times(5, 9.5e6), 9.6e6) });

const FISCAL_YEARS: readonly Example[] = [
  // On its last day fiscal year 2026 is not completed: 2021 to 2025 are (0 + 4 × 24.5) M = 98 M / 5 = 19.6 M ≤ 24.5 M.
  ['on the last day of the year', '541611', toSeptember, 'small', '2026-09-30'],
  // The day after: 2022 to 2026 are (4 × 24.5 + 49) M = 147 M / 5 = 29.4 M > 24.5 M.
  ['on the day after it', '541611', toSeptember, 'other-than-small', '2026-10-01'],
  // Fiscal year 2026 ended yesterday: 2022 to 2026 are 5 × 22 M / 5 = 22.0 M = limit of 561720; 2021 is out.
  ['to June, on 1 July', '561720', toJune, 'small', '2026-07-01'],
  // 2028 is a leap year, so fiscal year 2028 ends today: 2023 to 2027 are 5 × 9.5 M / 5 = 9.5 M = limit of 561730.
  ['to February, on 29 February', '561730', toFebruary, 'small', '2028-02-29'],
  // 2024 to 2028 are (4 × 9.5 + 9.6) M = 47.6 M / 5 = 9.52 M > 9.5 M.
  ['to February, on 1 March', '561730', toFebruary, 'other-than-small', '2028-03-01'],
];

const since = (establishedOn: string, first: number, ...amounts: readonly number[]): SizeFacts =>
  firm({ establishedOn, sizeHistory: receipts(first, ...amounts) });

const YOUNG_FIRMS: readonly Example[] = [
  // 2023-01-01 to 2025-12-31 is 365 + 366 + 365 = 1,096 days, 156.57 weeks. 102 M × 364 / 1,096 = 33,875,912.41 ≤ 34 M.
  ['three years by weeks', '541512', since('2023-01-01', 2023, 34e6, 34e6, 34e6), 'small'],
  // 103 M × 364 / 1,096 = 34,208,029.20 > 34 M.
  ['three years by weeks, above', '541512', since('2023-01-01', 2023, 34e6, 34e6, 35e6), 'other-than-small'],
  // 2024-01-04 to 2025-12-31 is 363 + 365 = 728 days = 104 weeks. 68 M / 104 × 52 = 34.0 M.
  ['104 weeks, at the limit', '541512', since('2024-01-04', 2024, 40e6, 28e6), 'small'],
  // 68,000,000.01 / 104 × 52 = 34,000,000.005, which exceeds 34.0 M.
  ['104 weeks, one cent more', '541512', since('2024-01-04', 2024, 40e6, 28_000_000.01), 'other-than-small'],
  // 2021-07-01 to 2025-12-31 is 184 + 365 + 365 + 366 + 365 = 1,645 days = 235 weeks, and only four whole years.
  // 42.3 M / 235 = 180,000 a week × 52 = 9.36 M ≤ 9.5 M.
  ['four and a half years', '561730', since('2021-07-01', 2021, 4.3e6, 8e6, 10e6, 10e6, 10e6), 'small'],
  // 47 M / 235 = 200,000 × 52 = 10.4 M > 9.5 M; five whole years would be 47 M / 5 = 9.4 M.
  ['half a year tips it', '561730', since('2021-07-01', 2021, 4e6, 10e6, 11e6, 11e6, 11e6), 'other-than-small'],
  // Five whole years since 2021-01-01: 47.5 M / 5 = 9.5 M. By weeks: 47.5 M × 364 / 1,826 days = 9.47 M, also small.
  ['five whole years to the day', '561730', since('2021-01-01', 2021, ...times(5, 9.5e6)), 'small'],
  // 47.6 M / 5 = 9.52 M > 9.5 M. By weeks it would be 47.6 M × 364 / 1,826 = 9.49 M, small: weeks are for younger firms.
  [
    'five whole years are not divided by weeks',
    '561730',
    since('2021-01-01', 2021, ...times(5, 9.52e6)),
    'other-than-small',
  ],
  // To June: fiscal year 2024 from 2024-03-01 is 122 days, 2025 and 2026 are 365 each: 852 days.
  // (5 + 22 + 24) M = 51 M × 364 / 852 = 21,788,732.40 ≤ 22.0 M.
  ['a first year to June', '561720', { ...since('2024-03-01', 2024, 5e6, 22e6, 24e6), fiscalYearEndMonth: 6 }, 'small'],
  // (5 + 22 + 25) M = 52 M × 364 / 852 = 22,215,962.45 > 22.0 M.
  [
    'a first year to June, above',
    '561720',
    { ...since('2024-03-01', 2024, 5e6, 22e6, 25e6), fiscalYearEndMonth: 6 },
    'other-than-small',
  ],
  // Fiscal years 2022 to 2026 are whole since 2021-07-01: 5 × 22.01 M / 5 = 22.01 M > 22.0 M. By weeks, 1,826 days, it would
  // be 110.05 M × 364 / 1,826 = 21.94 M, small.
  [
    'five whole years to June',
    '561720',
    { ...since('2021-07-01', 2022, ...times(5, 22.01e6)), fiscalYearEndMonth: 6 },
    'other-than-small',
  ],
  // One whole year, 2025: 365 days. 34.1 M × 364 / 365 = 34,006,575.35 > 34 M.
  ['one whole year', '541512', since('2025-01-01', 2025, 34.1e6), 'other-than-small'],
  // One whole year: 34.05 M × 364 / 365 = 33,956,712.33 ≤ 34 M.
  ['one whole year, below', '541512', since('2025-01-01', 2025, 34.05e6), 'small'],
  // 13 CFR 121.104(c)(2) asks for the time in business, not for whole years: from 2025-01-02 to 2025-12-31 is 364 days,
  // 52 weeks. 34 M / 52 × 52 = 34.0 M.
  ['a short first year alone, at the limit', '541512', since('2025-01-02', 2025, 34e6), 'small'],
  ['a short first year alone, one cent above', '541512', since('2025-01-02', 2025, 34_000_000.01), 'other-than-small'],
  // From 2025-07-03 to 2025-12-31 is 182 days, 26 weeks. 17 M / 26 × 52 = 34.0 M; 17.01 M makes 34.02 M.
  ['half a year alone', '541512', since('2025-07-03', 2025, 17e6), 'small'],
  ['half a year alone, above', '541512', since('2025-07-03', 2025, 17.01e6), 'other-than-small'],
  ['a short first year alone that is not on record', '541512', since('2025-06-01', 2025), 'cannot-tell'],
  ['established this year', '541512', since('2026-02-01', 2026), 'cannot-tell'],
  // The short year 2024 is part of the time in business, so what it brought is needed.
  ['a short year that is not on record', '541512', since('2024-01-04', 2025, 28e6), 'cannot-tell'],
];

const EMPLOYEES: readonly Example[] = [
  // 24 × 500 / 24 = 500 = limit of 332710.
  ['exactly at the limit', '332710', employing(...times(24, 500)), 'small'],
  // 24 × 501 / 24 = 501.
  ['one person above', '332710', employing(...times(24, 501)), 'other-than-small'],
  // (23 × 500 + 501) / 24 = 12,001 / 24 = 500.04 > 500.
  ['one person more in one month', '332710', employing(...times(23, 500), 501), 'other-than-small'],
  // (23 × 500 + 499) / 24 = 11,999 / 24 = 499.96.
  ['one person fewer in one month', '332710', employing(499, ...times(23, 500)), 'small'],
  // (12 × 1,400 + 12 × 1,600) / 24 = 36,000 / 24 = 1,500 = limit of 336411.
  ['growing through the limit', '336411', employing(...times(12, 1_400), ...times(12, 1_600)), 'small'],
  // A 25th month back is out: 24 × 500 / 24 = 500, with 2024-07 it would be (9,000 + 12,000) / 25 = 840.
  [
    'a 25th month does not count',
    '332710',
    firm({ sizeHistory: headcounts('2024-07', [9_000, ...times(24, 500), 9_000]) }),
    'small',
  ],
  // (12 × 0 + 12 × 1,000) / 24 = 500: months without anybody count.
  ['months without employees count', '332710', employing(...times(12, 0), ...times(12, 1_000)), 'small'],
  // 300 + 200 = 500 each month.
  ['affiliates up to the limit', '332710', firm({ sizeHistory: headcounts('2024-08', times(24, 300), 200) }), 'small'],
  // 301 + 200 = 501 each month; alone the firm has 301.
  [
    'affiliates tip the scale',
    '332710',
    firm({ sizeHistory: headcounts('2024-08', times(24, 301), 200) }),
    'other-than-small',
  ],
  // 13 CFR 121.106(b)(3) asks for the pay periods in business, and those of a first, short month are among them: since
  // 2026-03-10 (500 + 400 + 500 + 500 + 600) / 5 = 500; with 501 in March 2,501 / 5 = 500.2.
  ['a firm of four months and a half', '332710', sinceMarch('2026-03-10', 500, 400, 500, 500, 600), 'small'],
  ['its first month tips it', '332710', sinceMarch('2026-03-10', 501, 400, 500, 500, 600), 'other-than-small'],
  ['since the first of a month', '332710', sinceMarch('2026-03-01', 500, 400, 500, 500, 600), 'small'],
  [
    'a first month that is not on record',
    '332710',
    firm({ establishedOn: '2026-03-10', sizeHistory: headcounts('2026-04', [1, 1, 1, 1]) }),
    'cannot-tell',
  ],
  [
    'a short first month alone',
    '332710',
    firm({ establishedOn: '2026-07-20', sizeHistory: headcounts('2026-07', [3]) }),
    'small',
  ],
  [
    'established this month',
    '332710',
    firm({ establishedOn: '2026-08-01', sizeHistory: headcounts('2026-08', [3]) }),
    'cannot-tell',
  ],
];

const ASSETS: readonly Example[] = [
  // (840 + 850 + 850 + 860) M = 3,400 M / 4 = 850 M = limit of 522110.
  ['a bank at the limit', '522110', holding(840e6, 850e6, 850e6, 860e6), 'small'],
  // 3,400,000,000.04 / 4 = 850,000,000.01.
  ['a bank one cent above', '522110', holding(840e6, 850e6, 850e6, 860_000_000.04), 'other-than-small'],
  // (700 + 900 + 900 + 950) M = 3,450 M / 4 = 862.5 M > 850 M.
  ['a credit union above', '522130', holding(700e6, 900e6, 900e6, 950e6), 'other-than-small'],
  ['a quarter is missing', '522110', holding(1e6, 1e6, 1e6), 'cannot-tell'],
  // Founded on 2025-06-30: its quarters end in June, September and December. (840 + 850 + 860) M / 3 = 850 M.
  ['a bank founded last year', '522110', bankSince('2025-06-30', 9_000e6, 840e6, 850e6, 860e6), 'small'],
  // (840 + 850 + 860.03) M / 3 = 850.01 M.
  ['a bank founded last year, above', '522110', bankSince('2025-06-30', 0, 840e6, 850e6, 860.03e6), 'other-than-small'],
  // A day later June is no quarter of it: (851 + 850) M / 2 = 850.5 M.
  ['a quarter before it was founded', '522110', bankSince('2025-07-01', 0, 0, 851e6, 850e6), 'other-than-small'],
  ['a bank founded on the last day', '522110', bankSince('2025-12-31', 9e9, 9e9, 9e9, 850e6), 'small'],
  ['a bank without a quarter of last year', '522110', bankSince('2026-01-01', 1, 1, 1, 1), 'cannot-tell'],
  ['there is no stated figure for assets', '522110', firm({ annualRevenue: 1e6, employeeCount: 5 }), 'cannot-tell'],
];

const sayingOnly = (annualRevenue: number, first: number, ...amounts: readonly number[]): SizeFacts =>
  firm({ annualRevenue, sizeHistory: receipts(first, ...amounts) });

/** The 23 months to 2026-07 at 1,550. */
const employingAll = (employeeCount: number): SizeFacts =>
  firm({ employeeCount, sizeHistory: headcounts('2024-09', times(23, 1_550)) });

const STATED_AND_RECORDED: readonly Example[] = [
  // 4 × 42 M = 168 M / 5 = 33.6 M ≤ 34 M, if 2021 was nothing; an average of 1 M it cannot be.
  ['less than the years on record', '541512', sayingOnly(1e6, 2022, ...times(4, 42e6)), 'cannot-tell'],
  ['what the years on record make', '541512', sayingOnly(33.6e6, 2022, ...times(4, 42e6)), 'small'],
  ['one cent less', '541512', sayingOnly(33_599_999.99, 2022, ...times(4, 42e6)), 'cannot-tell'],
  ['more, and above the limit', '541512', sayingOnly(34_000_000.01, 2022, ...times(4, 42e6)), 'other-than-small'],
  // 4 × 43 M = 172 M / 5 = 34.4 M > 34 M: the records decide, whatever is stated.
  ['less, where the records decide', '541512', sayingOnly(1e6, 2022, ...times(4, 43e6)), 'other-than-small'],
  // 2020 is not among the five years.
  ['less than a year that does not count', '541512', sayingOnly(1e6, 2020, 900e6), 'small'],
  // 23 × 1,550 = 35,650 / 24 = 1,485.4 ≤ 1,500.
  ['fewer than the months on record', '336411', employingAll(100), 'cannot-tell'],
  ['one fewer', '336411', employingAll(1_484), 'cannot-tell'],
  ['as many, without the fraction', '336411', employingAll(1_485), 'small'],
  // 4 × 42,500,000.60 = 170,000,002.40 / 5 = 34,000,000.48 > 34 M, whatever is stated to the dollar.
  ['the limit, without the cents', '541512', sayingOnly(34e6, 2022, ...times(4, 42_500_000.6)), 'other-than-small'],
];

const EXCEPTIONS: readonly Example[] = [
  // Engineering: 25.5 M; three exceptions of 47.0 M each.
  ['engineering, at the base', '541330', earning(...times(5, 25.5e6)), 'small'],
  // 25.5 M < 30 M ≤ 47 M.
  ['engineering, between', '541330', earning(...times(5, 30e6)), 'cannot-tell'],
  // 5 × 47 M + 0.05 = 235,000,000.05 / 5 = 47,000,000.01: above all four.
  ['engineering, above all', '541330', earning(...times(4, 47e6), 47_000_000.05), 'other-than-small'],
  // Computer services: 34.0 M; value-added resellers: 150 employees.
  ['reseller, small under both', '541519', both(20e6, 150), 'small'],
  // 20 M ≤ 34 M, 151 > 150.
  ['reseller, one person above', '541519', both(20e6, 151), 'cannot-tell'],
  // 40 M > 34 M, 150 ≤ 150.
  ['reseller, small by headcount only', '541519', both(40e6, 150), 'cannot-tell'],
  ['reseller, above both', '541519', both(40e6, 151), 'other-than-small'],
  // 40 M > 34 M, but the headcount is not known: it could be small as a reseller.
  ['reseller without a headcount', '541519', earning(...times(5, 40e6)), 'cannot-tell'],
  // Remediation: 25.0 M; environmental remediation: 1,000 employees.
  ['remediation, small under both', '562910', both(25e6, 1_000), 'small'],
  ['remediation, small by headcount only', '562910', both(25.01e6, 1_000), 'cannot-tell'],
  ['remediation, above both', '562910', both(25.01e6, 1_001), 'other-than-small'],
  // Forestry: 11.5 M; fire suppression and fuels management: 34.0 M each.
  ['forestry, at the base', '115310', earning(...times(5, 11.5e6)), 'small'],
  ['forestry, between', '115310', earning(...times(5, 11.51e6)), 'cannot-tell'],
  ['forestry, above all', '115310', earning(...times(5, 34.01e6)), 'other-than-small'],
  // Heavy construction: 45.0 M; dredging only 37.0 M.
  ['dredging, small under the smaller exception', '237990', earning(...times(5, 37e6)), 'small'],
  ['dredging, small under the base only', '237990', earning(...times(5, 45e6)), 'cannot-tell'],
  // Special trades: base and exception are both 19.0 M, so they cannot disagree.
  ['special trades, above both', '238990', earning(...times(5, 19.1e6)), 'other-than-small'],
  // Research: 1,000; aircraft 1,500, aircraft parts 1,250, missiles 1,300.
  ['research, at the base', '541715', employing(...times(24, 1_000)), 'small'],
  ['research, between', '541715', employing(...times(24, 1_400)), 'cannot-tell'],
  // (23 × 1,500 + 1,501) / 24 = 1,500.04 > 1,500, the largest.
  ['research, above all', '541715', employing(...times(23, 1_500), 1_501), 'other-than-small'],
];

const DAYS: readonly Example[] = [
  ['the day before the first table', '541512', firm({ annualRevenue: 1e6 }), 'cannot-tell', '2026-06-30'],
  ['the first day of the table', '541512', firm({ annualRevenue: 1e6 }), 'small', '2026-07-01'],
  ['a code of NAICS 2017', '511210', firm({ annualRevenue: 1e6 }), 'cannot-tell'],
];

const name = ([what, naics, , answer, day]: Example): string =>
  `${naics}, ${what}: ${answer}${day ? ` on ${day}` : ''}`;

describe.each([
  ['receipts', RECEIPTS],
  ['fiscal years', FISCAL_YEARS],
  ['young firms', YOUNG_FIRMS],
  ['employees', EMPLOYEES],
  ['assets', ASSETS],
  ['figures stated beside records', STATED_AND_RECORDED],
  ['several standards', EXCEPTIONS],
  ['days and codes', DAYS],
])('worked examples: %s', (_about, examples) => {
  it.each(examples.map((example): [string, Example] => [name(example), example]))('%s', (_name, example) => {
    const [, naics, facts, expected, day] = example;
    const determination = size(naics, facts, day);
    expect(determination.answer).toBe(expected);
    expect(determination.question === undefined).toBe(expected !== 'cannot-tell');
  });
});
