import {
  determineSize,
  listInWords,
  MEASURE_WORDS,
  MOST_EMPLOYEES_OF_A_SUPPLIER,
  nonmanufacturerQuestion,
  type SizeDetermination,
  sizeFigure,
  type UsedSizeFigure,
} from '../../businesses';
import type { SizeMeasure } from '../../reference';
import type { Evidence, Gate } from './decision';
import type { BusinessStanding, EligibilityLookups } from './eligibility-input';
import { fail, pass, unknown } from './gate';
import type { RuleText } from './gate';
import type { BusinessRequirement } from './requirement';

export const SIZE: RuleText = {
  rule: 'size.small',
  // The 24-month employee average and the five-year receipts average both hold from this day.
  version: '2022-07-06',
  source: '13 CFR 121.104, 121.106, 121.201, 121.402, 121.404',
};

export const NONMANUFACTURER: RuleText = {
  rule: 'size.nonmanufacturer',
  // 81 FR 34243.
  version: '2016-06-30',
  source: '13 CFR 121.406(b)',
};

const STATED_IN: Readonly<Record<SizeMeasure, string>> = {
  receipts: 'annualRevenue',
  employees: 'employeeCount',
  // Assets are stated nowhere but in the history.
  assets: 'sizeHistory',
};

/** The records that are too much by themselves for this limit. */
function recordsAlone({ measure, figure: { atLeast } }: UsedSizeFigure, limit: number): Evidence[] {
  if (!atLeast || atLeast.amount <= limit) return [];
  const { name, formatBeside } = MEASURE_WORDS[measure];
  const least = formatBeside(atLeast.amount, limit);
  const statement = `Your ${listInWords(atLeast.recorded)} alone make your ${name} at least ${least}.`;
  return [{ field: 'sizeHistory', id: null, statement }];
}

/** The figure with its periods, written so that it differs from the closest limit wherever it does. */
function figureItself({ measure, figure }: UsedSizeFigure, limits: readonly number[]): Evidence[] {
  const { name, recorded, formatBeside } = MEASURE_WORDS[measure];
  if (figure.kind === 'missing') {
    if (!figure.isBegun) return [];
    const statement = `The size history of ${recorded} is not complete; it lacks ${figure.missing.join(' and ')}.`;
    return [{ field: 'sizeHistory', id: null, statement }];
  }
  const { amount, basis, evidence } = figure;
  const [closest = 0] = [...limits].sort((a, b) => Math.abs(a - amount) - Math.abs(b - amount));
  const field = basis === 'history' ? 'sizeHistory' : STATED_IN[measure];
  return [{ field, id: null, statement: `Your ${name} is ${formatBeside(amount, closest)}. ${evidence}` }];
}

/** What each of the limits was held against: the figure, unless the records alone were too much. */
function evidenceOf(used: UsedSizeFigure, limits: readonly number[]): Evidence[] {
  const passed = limits.filter((limit) => (used.figure.atLeast?.amount ?? 0) > limit);
  const alone = passed.length > 0 ? recordsAlone(used, Math.min(...passed)) : [];
  return passed.length === limits.length ? alone : [...alone, ...figureItself(used, limits)];
}

const evidenceIn = ({ figures, standards }: SizeDetermination): Evidence[] =>
  figures.flatMap((used) =>
    evidenceOf(
      used,
      standards.filter(({ measure }) => measure === used.measure).map(({ limit }) => limit),
    ),
  );

/** Certified does not mean small: where the set-aside asks for it, the firm must be small under this code as well. */
const asksForSmall = ({ setAside }: BusinessRequirement, lookups: EligibilityLookups): boolean => {
  const fact = setAside === '' ? undefined : lookups.setAside(setAside);
  return fact !== undefined && fact.requiresSmall && !fact.soleSource;
};

const sizeOf = (
  business: BusinessStanding,
  { naicsCode, on, asOf }: BusinessRequirement,
  lookups: EligibilityLookups,
) => determineSize(business, lookups.sizeStandards(naicsCode, on), naicsCode, on, asOf);

/**
 * Small under the NAICS code of the notice on the response date, by years and months that have ended; null where the
 * set-aside does not ask for it.
 */
export function sizeGate(
  business: BusinessStanding,
  requirement: BusinessRequirement,
  lookups: EligibilityLookups,
): Gate | null {
  if (!asksForSmall(requirement, lookups)) return null;
  const determination = sizeOf(business, requirement, lookups);
  const { answer, reason, question } = determination;
  const evidence = evidenceIn(determination);
  if (answer === 'cannot-tell') return unknown(SIZE, reason, question, evidence);
  return answer === 'small' ? pass(SIZE, reason, evidence) : fail(SIZE, reason, evidence);
}

/**
 * Supplies are bought under the code of their manufacturer. A firm that is small under it with more than 500 employees
 * must make the product itself. Null where the rule changes nothing: no supply, no manufacturing code, no set-aside for
 * small firms, at most 500 employees, and also where the headcount is missing or too large, because size says that.
 */
export function nonmanufacturerGate(
  business: BusinessStanding,
  requirement: BusinessRequirement,
  lookups: EligibilityLookups,
): Gate | null {
  const { isSupply, naicsCode, asOf } = requirement;
  if (!isSupply || !asksForSmall(requirement, lookups)) return null;
  const headcount: UsedSizeFigure = { measure: 'employees', figure: sizeFigure(business, 'employees', asOf) };
  const asked = nonmanufacturerQuestion(naicsCode, isSupply, headcount.figure);
  if (!asked || sizeOf(business, requirement, lookups).answer !== 'small') return null;
  return unknown(NONMANUFACTURER, asked.reason, asked.question, evidenceOf(headcount, [MOST_EMPLOYEES_OF_A_SUPPLIER]));
}
