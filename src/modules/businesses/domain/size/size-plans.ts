import type { SizeMeasure } from '../../../reference';
import type { Business } from '../business';
import {
  daysBetween,
  firstDayOfFiscalYear,
  fiscalYearOf,
  fiscalYears,
  lastCompletedFiscalYear,
  monthsBefore,
  quarterEndsOfPrecedingYear,
  runsInWords,
} from './size-periods';
import { listInWords } from './size-words';

/** What the size of a firm is computed from. */
export type SizeFacts = Pick<
  Business,
  'sizeHistory' | 'annualRevenue' | 'employeeCount' | 'establishedOn' | 'fiscalYearEndMonth'
>;

/** Which records a figure is made of on one day, and how. */
export interface SizePlan {
  /** Oldest first. Empty: the firm is too young for a figure of this kind. */
  readonly periods: readonly string[];
  /** What a firm that is too young has not had yet. */
  readonly firstOne: string;
  /** From the sum of all records in hundredths, so that nothing is lost before the one division. */
  readonly averageOf: (hundredths: number) => number;
  /** One sentence. */
  readonly evidence: string;
}

const YEARS = 5;
const MONTHS = 24;
const DAYS_OF_52_WEEKS = 52 * 7;

/**
 * An amount in USD. A part of a cent counts as a whole one: limits are whole cents, so the comparison comes out as that
 * of the exact average would, and the figure shown is the figure compared.
 */
const upToCents = (hundredths: number): number => Math.ceil(hundredths) / 100;

/**
 * 13 CFR 121.104(c): the last five completed fiscal years divided by five; a younger firm's receipts are divided by
 * the weeks it has been in business and multiplied by 52. The running year is in no record, so those weeks end with the
 * last completed year. Its first, short year counts as any other, also where no other has followed.
 */
function receiptsPlan({ establishedOn, fiscalYearEndMonth }: SizeFacts, day: string): SizePlan {
  const last = lastCompletedFiscalYear(day, fiscalYearEndMonth);
  const firstOfFive = last - YEARS + 1;
  const startOf = (fiscalYear: number): string => firstDayOfFiscalYear(fiscalYear, fiscalYearEndMonth);
  const firstOne = 'receipts of a first completed fiscal year in business';
  if (establishedOn === null || establishedOn <= startOf(firstOfFive)) {
    return {
      periods: fiscalYears(firstOfFive, last),
      firstOne,
      averageOf: (hundredths) => upToCents(hundredths / YEARS),
      evidence: `It is the average of fiscal years ${firstOfFive} to ${last}, affiliates included.`,
    };
  }
  const periods = fiscalYears(fiscalYearOf(establishedOn, fiscalYearEndMonth), last);
  const days = daysBetween(establishedOn, startOf(last + 1));
  const receipts = `the receipts of ${periods.length === 1 ? 'fiscal year' : 'fiscal years'} ${runsInWords(periods).join()}`;
  const weeks = `the ${(days / 7).toFixed(1)} weeks from ${establishedOn} to the end of fiscal year ${last}`;
  return {
    periods,
    firstOne,
    // One division of whole numbers: weeks of business need not be whole.
    averageOf: (hundredths) => upToCents((hundredths * DAYS_OF_52_WEEKS) / days),
    evidence: `It is ${receipts}, affiliates included, divided by ${weeks} and multiplied by 52.`,
  };
}

/**
 * 13 CFR 121.106(b): the pay periods of the 24 completed calendar months before; of a younger firm, those of the time it
 * has been in business. So the first, short month is among them; its headcount weighs as much as that of any other.
 */
function employeesPlan({ establishedOn }: SizeFacts, day: string): SizePlan {
  const periods = monthsBefore(day, MONTHS, establishedOn);
  const months = periods.length === 1 ? 'month' : `${periods.length} months`;
  return {
    periods,
    firstOne: 'headcount of a first completed month in business',
    averageOf: (hundredths) => hundredths / (100 * periods.length),
    evidence: `It is the average of the ${months} ${runsInWords(periods).join()}, affiliates included.`,
  };
}

/**
 * 13 CFR 121.201, footnote 8: the average of the four quarterly statements of the preceding calendar year; of a younger
 * bank, those that there are.
 */
function assetsPlan({ establishedOn }: SizeFacts, day: string): SizePlan {
  const periods = quarterEndsOfPrecedingYear(day, establishedOn);
  return {
    periods,
    firstOne: 'total assets of a first quarterly statement in the preceding calendar year',
    averageOf: (hundredths) => upToCents(hundredths / periods.length),
    evidence: `It is the ${periods.length === 1 ? 'figure' : 'average'} of ${listInWords(periods)}, affiliates included.`,
  };
}

export const sizePlans: Readonly<Record<SizeMeasure, (facts: SizeFacts, day: string) => SizePlan>> = {
  receipts: receiptsPlan,
  employees: employeesPlan,
  assets: assetsPlan,
};
