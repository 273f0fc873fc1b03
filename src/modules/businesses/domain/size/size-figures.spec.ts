import type { SizeRecord } from '../business';
import { type SizeFacts, sizeFigure } from './size-figures';

const DAY = '2026-08-13';

const firm = (changes: Partial<SizeFacts>): SizeFacts => ({
  sizeHistory: [],
  annualRevenue: null,
  employeeCount: null,
  establishedOn: null,
  fiscalYearEndMonth: 12,
  ...changes,
});

type Amounts = Readonly<Record<string, number>>;

const recordsOf = (measure: SizeRecord['measure'], amounts: Amounts): SizeRecord[] =>
  Object.entries(amounts).map(([period, amount]) => ({ id: period, measure, period, amount, affiliatesAmount: null }));

const FIVE_YEARS = { 2021: 1e6, 2022: 2e6, 2023: 4e6, 2024: 5e6, 2025: 7_500_000.5 };

const MONTHS = ['2024-08', '2024-09', '2024-10', '2024-11', '2024-12']
  .concat(Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`))
  .concat(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07']);

/** Twelve persons in the first twelve months, thirteen in the others. */
const growing = (months: readonly string[]): SizeRecord[] =>
  recordsOf('employees', Object.fromEntries(months.map((month) => [month, MONTHS.indexOf(month) < 12 ? 12 : 13])));

describe('receipts', () => {
  it('averages five years, and says which', () => {
    // (1 + 2 + 4 + 5) M + 7,500,000.50 = 19,500,000.50; / 5 = 3,900,000.10.
    expect(sizeFigure(firm({ sizeHistory: recordsOf('receipts', FIVE_YEARS) }), 'receipts', DAY)).toEqual({
      kind: 'known',
      amount: 3_900_000.1,
      basis: 'history',
      evidence: 'It is the average of fiscal years 2021 to 2025, affiliates included.',
    });
  });

  it('counts a part of a cent as a cent', () => {
    // 100.00 + 4 × 0 = 100.00 / 5 = 20.00; 100.01 / 5 = 20.002. 1.10 / 5 = 0.22, though 1.1 × 100 is not 110 in floats.
    const of = (last: number) =>
      sizeFigure(
        firm({ sizeHistory: recordsOf('receipts', { ...FIVE_YEARS, 2021: 0, 2022: 0, 2023: 0, 2024: 0, 2025: last }) }),
        'receipts',
        DAY,
      );
    expect(of(100)).toMatchObject({ amount: 20 });
    expect(of(100.01)).toMatchObject({ amount: 20.01 });
    expect(of(1.1)).toMatchObject({ amount: 0.22 });
  });

  it('divides the receipts of a young firm by its weeks', () => {
    const facts = firm({
      establishedOn: '2024-01-04',
      sizeHistory: recordsOf('receipts', { 2024: 30e6, 2025: 22e6 }),
    });
    // 728 days are 104 weeks; 52 M / 104 = 500,000 a week; × 52 = 26 M.
    expect(sizeFigure(facts, 'receipts', DAY)).toEqual({
      kind: 'known',
      amount: 26e6,
      basis: 'history',
      evidence:
        'It is the receipts of fiscal years 2024 to 2025, affiliates included, divided by the 104.0 weeks from ' +
        '2024-01-04 to the end of fiscal year 2025 and multiplied by 52.',
    });
  });

  it('names the years that are missing', () => {
    const { 2021: _first, 2023: _third, 2024: _fourth, ...rest } = FIVE_YEARS;
    expect(sizeFigure(firm({ sizeHistory: recordsOf('receipts', rest) }), 'receipts', DAY)).toEqual({
      kind: 'missing',
      // (2 M + 7,500,000.50) / 5, whatever the other three were.
      atLeast: { amount: 1_900_000.1, recorded: ['receipts of fiscal year 2022', 'receipts of fiscal year 2025'] },
      missing: ['receipts of fiscal year 2021', 'receipts of fiscal years 2023 to 2024'],
      isBegun: true,
      isTooYoung: false,
      question: 'What were your receipts, affiliates included, in fiscal year 2021 and fiscal years 2023 to 2024?',
    });
  });

  it('names all five years, and asks for the average, where nothing is on record', () => {
    expect(sizeFigure(firm({}), 'receipts', DAY)).toEqual({
      kind: 'missing',
      missing: ['receipts of fiscal years 2021 to 2025'],
      isBegun: false,
      isTooYoung: false,
      question: 'What is your average annual revenue over the last five completed fiscal years, affiliates included?',
    });
  });

  it('needs the first, short year of a young firm', () => {
    const facts = firm({ establishedOn: '2024-05-20', sizeHistory: recordsOf('receipts', { 2025: 1e6 }) });
    expect(sizeFigure(facts, 'receipts', DAY)).toMatchObject({ missing: ['receipts of fiscal year 2024'] });
  });

  it('divides a short first year that no other follows by its weeks', () => {
    const facts = firm({ establishedOn: '2025-07-03', sizeHistory: recordsOf('receipts', { 2025: 13e6, 2026: 9e9 }) });
    // 182 days are 26 weeks; 13 M / 26 × 52 = 26 M.
    expect(sizeFigure(facts, 'receipts', DAY)).toMatchObject({
      amount: 26e6,
      evidence:
        'It is the receipts of fiscal year 2025, affiliates included, divided by the 26.0 weeks from 2025-07-03 to the ' +
        'end of fiscal year 2025 and multiplied by 52.',
    });
  });

  it.each(['2026-01-01', '2026-08-13', '2027-01-01', '2031-01-01'])('has no year to speak of since %s', (day) => {
    const facts = firm({ establishedOn: day, sizeHistory: recordsOf('receipts', FIVE_YEARS) });
    expect(sizeFigure(facts, 'receipts', DAY)).toMatchObject({
      missing: ['receipts of a first completed fiscal year in business'],
      isTooYoung: true,
      question: 'What is your average annual revenue over the last five completed fiscal years, affiliates included?',
    });
  });

  it('prefers a complete history to what the profile states', () => {
    const facts = firm({ annualRevenue: 900e6, sizeHistory: recordsOf('receipts', FIVE_YEARS) });
    expect(sizeFigure(facts, 'receipts', DAY)).toMatchObject({ amount: 3_900_000.1, basis: 'history' });
  });

  it('takes what the profile states while the history is incomplete', () => {
    const facts = firm({ annualRevenue: 3e6, sizeHistory: recordsOf('receipts', { 2024: 1, 2025: 1 }) });
    expect(sizeFigure(facts, 'receipts', DAY)).toEqual({
      kind: 'known',
      amount: 3e6,
      basis: 'stated',
      evidence:
        'The profile states your average annual revenue; the size history lacks receipts of fiscal years 2021 to 2023.',
    });
  });

  it('does not take what the profile states where the years on record disprove it', () => {
    const facts = firm({ annualRevenue: 1e6, sizeHistory: recordsOf('receipts', { 2023: 1, 2024: 5e6, 2025: 1e6 }) });
    // 6,000,001 / 5 = 1,200,000.20.
    expect(sizeFigure(facts, 'receipts', DAY)).toMatchObject({
      kind: 'missing',
      atLeast: { amount: 1_200_000.2, disproves: 1e6 },
      missing: ['receipts of fiscal years 2021 to 2022'],
      question: 'What were your receipts, affiliates included, in fiscal years 2021 to 2022?',
    });
  });

  it('takes a stated 0 for a figure', () => {
    expect(sizeFigure(firm({ annualRevenue: 0 }), 'receipts', DAY)).toEqual({
      kind: 'known',
      amount: 0,
      basis: 'stated',
      evidence: 'The profile states your average annual revenue.',
    });
  });
});

describe('employees', () => {
  it('averages 24 months, with a fraction', () => {
    // (12 × 12 + 12 × 13) / 24 = 300 / 24 = 12.5.
    expect(sizeFigure(firm({ sizeHistory: growing(MONTHS) }), 'employees', DAY)).toEqual({
      kind: 'known',
      amount: 12.5,
      basis: 'history',
      evidence: 'It is the average of the 24 months 2024-08 to 2026-07, affiliates included.',
    });
  });

  it('averages the months of a firm that is younger, the first however short', () => {
    const months = { '2026-06': 4, '2026-07': 7 };
    const facts = firm({ establishedOn: '2026-06-30', sizeHistory: recordsOf('employees', months) });
    // (4 + 7) / 2 = 5.5.
    expect(sizeFigure(facts, 'employees', DAY)).toMatchObject({
      amount: 5.5,
      evidence: 'It is the average of the 2 months 2026-06 to 2026-07, affiliates included.',
    });
    expect(sizeFigure({ ...facts, establishedOn: '2026-07-02' }, 'employees', DAY)).toMatchObject({
      amount: 7,
      evidence: 'It is the average of the month 2026-07, affiliates included.',
    });
  });

  it('is the same on every day of a month', () => {
    const facts = firm({ sizeHistory: growing(MONTHS) });
    expect(sizeFigure(facts, 'employees', '2026-08-01')).toEqual(sizeFigure(facts, 'employees', '2026-08-31'));
  });

  it('names the months that are missing, as runs over the turn of the year', () => {
    const missing = ['2024-08', '2024-12', '2025-01', '2025-03', '2025-04', '2025-05', '2025-06', '2026-07'];
    const held = growing(MONTHS.filter((month) => !missing.includes(month)));
    expect(sizeFigure(firm({ sizeHistory: held }), 'employees', DAY)).toEqual({
      kind: 'missing',
      atLeast: {
        amount: held.reduce((sum, { amount }) => sum + amount, 0) / 24,
        recorded: ['headcount of 2024-09 to 2024-11', 'headcount of 2025-02', 'headcount of 2025-07 to 2026-06'],
      },
      missing: [
        'headcount of 2024-08',
        'headcount of 2024-12 to 2025-01',
        'headcount of 2025-03 to 2025-06',
        'headcount of 2026-07',
      ],
      isBegun: true,
      isTooYoung: false,
      question:
        'What was your headcount, affiliates included, in 2024-08, 2024-12 to 2025-01, 2025-03 to 2025-06 and 2026-07?',
    });
  });

  it('is what the profile states, with the fraction that the months on record make more', () => {
    const held = growing(MONTHS.slice(0, 23));
    expect(sizeFigure(firm({ sizeHistory: held, employeeCount: 11 }), 'employees', DAY)).toEqual({
      kind: 'known',
      // 12 × 12 + 11 × 13 = 287 / 24.
      amount: expect.closeTo(11.958, 3),
      basis: 'stated',
      evidence:
        'The profile states your headcount without the fraction that comes of your headcount of 2024-08 to 2026-06; the size history lacks headcount of 2026-07.',
    });
  });

  it('says that a firm has had no month yet', () => {
    expect(sizeFigure(firm({ establishedOn: '2026-08-01' }), 'employees', DAY)).toMatchObject({
      kind: 'missing',
      missing: ['headcount of a first completed month in business'],
      isTooYoung: true,
    });
  });

  it('is not made of receipts or assets of the same months', () => {
    const held = growing(MONTHS).map((entry): SizeRecord => ({ ...entry, measure: 'assets' }));
    expect(sizeFigure(firm({ sizeHistory: held, employeeCount: 0 }), 'employees', DAY)).toEqual({
      kind: 'known',
      amount: 0,
      basis: 'stated',
      evidence: 'The profile states your headcount.',
    });
  });
});

describe('assets', () => {
  const quarters = { '2025-03': 100, '2025-06': 200, '2025-09': 300, '2025-12': 400.04 };

  it('averages the quarters of the preceding calendar year, whatever the fiscal year', () => {
    const months = { ...quarters, '2025-10': 9e9, '2026-03': 9e9, '2024-12': 9e9 };
    const facts = firm({ fiscalYearEndMonth: 6, sizeHistory: recordsOf('assets', months) });
    // 1,000.04 / 4 = 250.01.
    expect(sizeFigure(facts, 'assets', DAY)).toEqual({
      kind: 'known',
      amount: 250.01,
      basis: 'history',
      evidence: 'It is the average of 2025-03, 2025-06, 2025-09 and 2025-12, affiliates included.',
    });
  });

  it('averages the quarters that a younger bank has had', () => {
    const facts = firm({ establishedOn: '2025-09-30', sizeHistory: recordsOf('assets', quarters) });
    // (300 + 400.04) / 2 = 350.02.
    expect(sizeFigure(facts, 'assets', DAY)).toMatchObject({
      amount: 350.02,
      evidence: 'It is the average of 2025-09 and 2025-12, affiliates included.',
    });
    expect(sizeFigure({ ...facts, establishedOn: '2025-10-01' }, 'assets', DAY)).toMatchObject({
      amount: 400.04,
      evidence: 'It is the figure of 2025-12, affiliates included.',
    });
  });

  it('adds the assets of affiliates', () => {
    const held = recordsOf('assets', quarters).map((entry) => ({ ...entry, affiliatesAmount: 50.5 }));
    // 250.01 + 50.50 = 300.51.
    expect(sizeFigure(firm({ sizeHistory: held }), 'assets', DAY)).toMatchObject({ amount: 300.51 });
  });

  it('names the quarters that are missing', () => {
    const facts = firm({ sizeHistory: recordsOf('assets', { '2025-03': 1, '2025-12': 1 }) });
    expect(sizeFigure(facts, 'assets', DAY)).toMatchObject({
      missing: ['total assets of 2025-06', 'total assets of 2025-09'],
      question: 'What were your total assets, affiliates included, in 2025-06 and 2025-09?',
    });
  });
});
