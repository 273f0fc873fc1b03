import type { SizeMeasure } from '../../../reference';
import type { SizeRecord } from '../business';
import { runsInWords } from './size-periods';
import { type SizeFacts, type SizePlan, sizePlans } from './size-plans';
import { listInWords, MEASURE_WORDS } from './size-words';

export type { SizeFacts } from './size-plans';

/** `history`: computed from the yearly or monthly records; `stated`: the one figure that the profile states. */
export type SizeBasis = 'history' | 'stated';

/** What the years or months that are recorded make by themselves: the others cannot be negative. */
export interface LeastSize {
  /** As `KnownSizeFigure.amount`. */
  readonly amount: number;
  /** In words: "receipts of fiscal years 2024 to 2025". */
  readonly recorded: readonly string[];
  /** The figure that the profile states, where it is less than this and so cannot be right. */
  readonly disproves?: number;
}

export interface KnownSizeFigure {
  readonly kind: 'known';
  /** USD in whole cents for receipts and assets; persons for employees, with a fraction where the average has one. */
  readonly amount: number;
  readonly basis: SizeBasis;
  /** One sentence: which years or months it comes from. */
  readonly evidence: string;
  /** No known figure is less than what the records make by themselves. */
  readonly atLeast?: undefined;
}

export interface MissingSizeFigure {
  readonly kind: 'missing';
  /** In words: "receipts of fiscal years 2021 to 2022", "headcount of 2025-03". */
  readonly missing: readonly string[];
  /** Whether the size history has any record of the measure. */
  readonly isBegun: boolean;
  /** Whether no period that the rule asks for has ended since the firm was established. */
  readonly isTooYoung: boolean;
  readonly question: string;
  /** Where some of the records that the rule asks for are held. */
  readonly atLeast?: LeastSize;
}

export type SizeFigure = KnownSizeFigure | MissingSizeFigure;

/** Whole hundredths, as the database keeps them: sums of them are exact. */
const hundredthsOf = ({ amount, affiliatesAmount }: SizeRecord): number =>
  Math.round(amount * 100) + Math.round((affiliatesAmount ?? 0) * 100);

/** By period; there is one record for each. */
const recordsOf = ({ sizeHistory }: SizeFacts, measure: SizeMeasure): ReadonlyMap<string, number> =>
  new Map(
    sizeHistory.filter((record) => record.measure === measure).map((record) => [record.period, hundredthsOf(record)]),
  );

const statedFigure = (facts: SizeFacts, measure: SizeMeasure): number | null =>
  ({ receipts: facts.annualRevenue, employees: facts.employeeCount, assets: null })[measure];

/** `fiscal year 2021`, `fiscal years 2022 to 2023`, `2025-03 to 2025-06`. */
const periodsInWords = (periods: readonly string[], measure: SizeMeasure): string[] =>
  runsInWords(periods).map((run) => {
    if (measure !== 'receipts') return run;
    return run.includes(' ') ? `fiscal years ${run}` : `fiscal year ${run}`;
  });

const sumOf = (hundredths: readonly number[]): number => hundredths.reduce((sum, each) => sum + each, 0);

function leastSize(
  { periods, averageOf }: SizePlan,
  records: ReadonlyMap<string, number>,
  measure: SizeMeasure,
): LeastSize | undefined {
  const recorded = periods.filter((period) => records.has(period));
  if (recorded.length === 0) return undefined;
  const inWords = periodsInWords(recorded, measure).map((run) => `${MEASURE_WORDS[measure].recorded} of ${run}`);
  return { amount: averageOf(sumOf(recorded.map((period) => records.get(period) ?? 0))), recorded: inWords };
}

function missingFigure(plan: SizePlan, records: ReadonlyMap<string, number>, measure: SizeMeasure): MissingSizeFigure {
  const { periods, firstOne } = plan;
  const { recorded, askFigure } = MEASURE_WORDS[measure];
  const absent = periodsInWords(
    periods.filter((period) => !records.has(period)),
    measure,
  );
  const isBegun = records.size > 0;
  const isTooYoung = periods.length === 0;
  const atLeast = leastSize(plan, records, measure);
  return {
    kind: 'missing',
    missing: isTooYoung ? [firstOne] : absent.map((run) => `${recorded} of ${run}`),
    isBegun,
    isTooYoung,
    question:
      isBegun && !isTooYoung
        ? `What ${measure === 'employees' ? 'was' : 'were'} your ${recorded}, affiliates included, in ${listInWords(absent)}?`
        : askFigure,
    ...(atLeast && { atLeast }),
  };
}

function statedEvidence({ isBegun, missing, atLeast }: MissingSizeFigure, name: string, stated: number): string {
  const isMore = atLeast && atLeast.amount > stated;
  const fraction = isMore ? ` without the fraction that comes of your ${listInWords(atLeast.recorded)}` : '';
  return `The profile states your ${name}${fraction}${isBegun ? `; the size history lacks ${listInWords(missing)}` : ''}.`;
}

/**
 * How large a firm is by one measure on `day` (`YYYY-MM-DD`), its affiliates included. A history with every year or month
 * that the rule asks for goes before the figure that the profile states. Half a history is no average, but no average is
 * less than what it adds up to: a stated one that is counts as none, or with the fraction where it lacks only that.
 */
export function sizeFigure(facts: SizeFacts, measure: SizeMeasure, day: string): SizeFigure {
  const plan = sizePlans[measure](facts, day);
  const records = recordsOf(facts, measure);
  const held = plan.periods.flatMap((period) => records.get(period) ?? []);
  if (plan.periods.length > 0 && held.length === plan.periods.length) {
    const amount = plan.averageOf(sumOf(held));
    return { kind: 'known', amount, basis: 'history', evidence: plan.evidence };
  }
  const missing = missingFigure(plan, records, measure);
  const stated = statedFigure(facts, measure);
  if (stated === null) return missing;
  const { atLeast } = missing;
  if (atLeast && stated < Math.floor(atLeast.amount)) return { ...missing, atLeast: { ...atLeast, disproves: stated } };
  return {
    kind: 'known',
    amount: Math.max(stated, atLeast?.amount ?? 0),
    basis: 'stated',
    evidence: statedEvidence(missing, MEASURE_WORDS[measure].name, stated),
  };
}
