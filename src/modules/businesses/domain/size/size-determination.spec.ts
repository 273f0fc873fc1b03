import type { SizeStandard, SizeStandardsInForce } from '../../../reference';
import { referenceLookups } from '../../../../../test/support/eligibility';
import type { SizeRecord } from '../business';
import { determineSize, type SizeDetermination } from './size-determination';
import type { SizeFacts } from './size-figures';

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

const receipts = (...amounts: readonly number[]): SizeRecord[] =>
  amounts.map((amount, index) => {
    const period = String(2021 + index);
    return { id: period, measure: 'receipts', period, amount, affiliatesAmount: null };
  });

describe('what is said of a figure', () => {
  it.each([
    [40e6, 'Your average annual revenue of $40.0 million is above $34.0 million, the size standard of NAICS 541512.'],
    [34e6, 'Your average annual revenue of $34.0 million is at most $34.0 million, the size standard of NAICS 541512.'],
    [0, 'Your average annual revenue of $0.0 million is at most $34.0 million, the size standard of NAICS 541512.'],
    [
      34_000_001,
      'Your average annual revenue of $34,000,001 is above $34.0 million, the size standard of NAICS 541512.',
    ],
    [
      33_990_001,
      'Your average annual revenue of $33,990,001 is at most $34.0 million, the size standard of NAICS 541512.',
    ],
    [
      34_000_000.01,
      'Your average annual revenue of $34,000,000.01 is above $34.0 million, the size standard of NAICS 541512.',
    ],
  ])('stated revenue of %d', (annualRevenue, reason) => {
    expect(size('541512', firm({ annualRevenue })).reason).toBe(reason);
  });

  it.each([
    [500, 'Your headcount of 500 employees is at most 500 employees, the size standard of NAICS 332710.'],
    [1_501, 'Your headcount of 1,501 employees is above 500 employees, the size standard of NAICS 332710.'],
  ])('stated headcount of %d', (employeeCount, reason) => {
    expect(size('332710', firm({ employeeCount })).reason).toBe(reason);
  });

  it('a history, in the same words; the evidence tells its years', () => {
    // (1 + 2 + 4 + 5 + 7.5) M = 19.5 M / 5 = 3.9 M.
    const { reason, figures } = size('541512', firm({ sizeHistory: receipts(1e6, 2e6, 4e6, 5e6, 7.5e6) }));
    expect(reason).toBe(
      'Your average annual revenue of $3.9 million is at most $34.0 million, the size standard of NAICS 541512.',
    );
    expect(figures).toEqual([
      {
        measure: 'receipts',
        figure: {
          kind: 'known',
          amount: 3.9e6,
          basis: 'history',
          evidence: 'It is the average of fiscal years 2021 to 2025, affiliates included.',
        },
      },
    ]);
  });
});

describe('a day that lies ahead', () => {
  const history = firm({ sizeHistory: receipts(1e6, 2e6, 4e6, 5e6, 7.5e6) });
  const ahead = '2027-01-15';

  it('has its own standards, and the figures of the day that they are known on', () => {
    const inForce = lookups.sizeStandards('541512', ahead);
    expect(determineSize(history, inForce, '541512', ahead, DAY)).toMatchObject({
      answer: 'small',
      figures: [{ figure: { basis: 'history', amount: 3.9e6 } }],
    });
    expect(determineSize(history, inForce, '541512', ahead).answer).toBe('cannot-tell');
  });
});

describe('what is asked', () => {
  it.each([
    ['541512', 'average annual revenue', 'Is your five-year average revenue at most $34.0 million (NAICS 541512)?'],
    ['111110', 'average annual revenue', 'Is your five-year average revenue at most $2.25 million (NAICS 111110)?'],
    [
      '336411',
      'headcount',
      'Do you have at most 1,500 employees (24-month average, affiliates included) (NAICS 336411)?',
    ],
    ['522110', 'total assets', 'Are your total assets at most $850.0 million (NAICS 522110)?'],
  ])('of a firm without any figure under %s', (naics, name, question) => {
    const determination = size(naics, firm({}));
    expect(determination).toMatchObject({ answer: 'cannot-tell', question });
    expect(determination.reason).toBe(`The profile does not state your ${name}.`);
  });

  it('of half a history, naming what it lacks', () => {
    expect(size('541512', firm({ sizeHistory: receipts(1e6, 1e6, 1e6) }))).toMatchObject({
      answer: 'cannot-tell',
      reason:
        'The profile does not state your average annual revenue, and its size history lacks receipts of fiscal years ' +
        '2024 to 2025.',
      question: 'Is your five-year average revenue at most $34.0 million (NAICS 541512)?',
      missing: ['receipts of fiscal years 2024 to 2025'],
    });
  });

  it('of a firm that is small under some of several standards only', () => {
    expect(size('541330', firm({ annualRevenue: 30e6 }))).toMatchObject({
      answer: 'cannot-tell',
      reason: 'NAICS 541330 has several size standards, and you are small under some of them only.',
      question: 'Which size standard does the solicitation state for NAICS 541330?',
      missing: [],
    });
  });

  it('for the figure itself where several standards wait for it', () => {
    expect(size('541330', firm({}))).toMatchObject({
      answer: 'cannot-tell',
      question: 'What is your average annual revenue over the last five completed fiscal years, affiliates included?',
    });
  });

  it('for nothing where the years on record are too much by themselves, whatever is stated', () => {
    // 171 M / 5 = 34.2 M, if the other four years were nothing at all.
    for (const annualRevenue of [null, 1e6]) {
      expect(size('541512', firm({ annualRevenue, sizeHistory: receipts(171e6) }))).toMatchObject({
        answer: 'other-than-small',
        reason:
          'Your receipts of fiscal year 2021 alone make your average annual revenue at least $34.2 million, above ' +
          '$34.0 million, the size standard of NAICS 541512.',
      });
    }
  });

  it('of a firm whose records disprove the figure: what the records lack', () => {
    // 4 × 42 M / 5 = 33.6 M.
    const [, ...sizeHistory] = receipts(0, 42e6, 42e6, 42e6, 42e6);
    expect(size('541512', firm({ annualRevenue: 1e6, sizeHistory }))).toMatchObject({
      answer: 'cannot-tell',
      reason:
        'The profile states $1.0 million as your average annual revenue, which is at least $33.6 million by your receipts ' +
        'of fiscal years 2022 to 2025 alone; its size history lacks receipts of fiscal year 2021.',
      question: 'What were your receipts, affiliates included, in fiscal year 2021?',
      missing: ['receipts of fiscal year 2021'],
    });
  });

  it('of a bank that is too young for a quarterly statement: says so', () => {
    expect(size('522110', firm({ establishedOn: '2026-02-01' }))).toMatchObject({
      answer: 'cannot-tell',
      reason:
        'The profile does not state your total assets, and its size history lacks total assets of a first quarterly ' +
        'statement in the preceding calendar year.',
      missing: ['total assets of a first quarterly statement in the preceding calendar year'],
    });
  });

  it('of a refiner without a headcount: employees or capacity, at once', () => {
    expect(size('324110', firm({}))).toMatchObject({
      answer: 'cannot-tell',
      question:
        'Do you have at most 1,500 employees (24-month average, affiliates included), or a total operable atmospheric ' +
        'crude oil distillation capacity of at most 200,000 barrels per calendar day (NAICS 324110)?',
    });
  });

  it('of a refiner above the employees: its capacity', () => {
    expect(size('324110', firm({ employeeCount: 1_500 })).answer).toBe('small');
    expect(size('324110', firm({ employeeCount: 1_501 }))).toMatchObject({
      answer: 'cannot-tell',
      question:
        'Is your total operable atmospheric crude oil distillation capacity at most 200,000 barrels per calendar day?',
    });
  });

  it.each([1e6, 40e6])('for the standard where one is decided and another waits: receipts of %d', (annualRevenue) => {
    const { standards, figures, ...rest } = size('541519', firm({ annualRevenue }));
    expect(rest).toEqual({
      answer: 'cannot-tell',
      reason:
        'Whether you are small under NAICS 541519 depends on which of its size standards applies. The profile does not ' +
        'state your headcount.',
      question: 'Which size standard does the solicitation state for NAICS 541519?',
      missing: ['headcount of 2024-08 to 2026-07'],
    });
    expect(standards.map(({ exception, limit }) => [exception, limit])).toEqual([
      [0, 34e6],
      [1, 150],
    ]);
    expect(figures.map(({ measure, figure }) => [measure, figure.kind])).toEqual([
      ['receipts', 'known'],
      ['employees', 'missing'],
    ]);
  });

  it('counts one measure once, however many standards ask for it', () => {
    const { standards, figures } = size('541330', firm({ annualRevenue: 1e6 }));
    expect([standards.length, figures.length]).toEqual([4, 1]);
  });
});

describe('what cannot be compared', () => {
  const known = firm({ annualRevenue: 1, employeeCount: 1 });
  const nothing = { answer: 'cannot-tell', standards: [], figures: [], missing: [] };

  it.each([
    ['511210', DAY],
    ['541512', '2026-06-30'],
    ['999999', DAY],
  ])('%s on %s has no standard in force', (naics, day) => {
    expect(size(naics, known, day)).toEqual({
      ...nothing,
      reason: `No size standard for NAICS ${naics} is known to be in force on ${day}.`,
      question: `Which size standard does the solicitation state for NAICS ${naics}?`,
    });
  });

  it.each(['54', '5415', '54151', '5415120', 'ABCDEF'])('"%s" is not a code', (naics) => {
    expect(size(naics, known)).toEqual({
      ...nothing,
      reason: `The notice states only "${naics}" as NAICS code.`,
      question: 'Which six-digit NAICS code does the solicitation use?',
    });
  });

  it('a notice without a code', () => {
    expect(size('', known)).toMatchObject({ ...nothing, reason: 'The notice states no NAICS code.' });
  });
});

describe('exceptions without a base', () => {
  const exception = (number: number, limit: number): SizeStandard => ({
    naicsCode: '541519',
    exception: number,
    description: 'For work of one kind',
    measure: 'employees',
    limit,
    footnote: null,
    effectiveFrom: '2026-07-01',
    effectiveTo: null,
    source: 'SBA',
  });
  const inForce: SizeStandardsInForce = { base: undefined, exceptions: [exception(1, 150), exception(2, 200)] };

  it.each([
    [150, 'small'],
    [151, 'cannot-tell'],
    [201, 'other-than-small'],
  ])('%d employees: %s', (employeeCount, answer) => {
    expect(determineSize(firm({ employeeCount }), inForce, '541519', DAY).answer).toBe(answer);
  });
});
