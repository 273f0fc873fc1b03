import type { SizeStandard } from '../../reference';
import type { Gate } from './decision';
import type { BusinessStanding, EligibilityLookups } from './eligibility-input';
import { fail, pass, unknown } from './gate';
import type { RuleText } from './gate';
import type { BusinessRequirement } from './requirement';

const SIZE: RuleText = {
  rule: 'size.small',
  // The 24-month employee average and the five-year receipts average both hold from this day.
  version: '2022-07-06',
  source: '13 CFR 121.104, 121.106, 121.201, 121.402, 121.404',
};

const millions = (usd: number): string => {
  const amount = usd / 1_000_000;
  return `$${Number.isInteger(amount * 10) ? amount.toFixed(1) : amount.toFixed(2)} million`;
};

const persons = (count: number): string => `${count.toLocaleString('en-US')} employees`;

interface Measure {
  readonly name: string;
  readonly figureOf: (business: BusinessStanding) => number | null;
  readonly format: (amount: number) => string;
  readonly ask: (limit: string) => string;
}

const MEASURES: Readonly<Record<SizeStandard['measure'], Measure>> = {
  receipts: {
    name: 'average annual revenue',
    figureOf: ({ annualRevenue }) => annualRevenue,
    format: millions,
    ask: (limit) => `Is your five-year average revenue at most ${limit}`,
  },
  employees: {
    name: 'headcount',
    figureOf: ({ employeeCount }) => employeeCount,
    format: persons,
    ask: (limit) => `Do you have at most ${limit} (24-month average, affiliates included)`,
  },
  assets: {
    name: 'total assets',
    figureOf: () => null,
    format: millions,
    ask: (limit) => `Are your total assets at most ${limit}`,
  },
};

function judge(business: BusinessStanding, standard: SizeStandard): Gate {
  const { name, figureOf, format, ask } = MEASURES[standard.measure];
  const figure = figureOf(business);
  const limit = format(standard.limit);
  const stated = figure === null ? '' : statedBeside(figure, standard, format);
  const industry = `NAICS ${standard.naicsCode}`;
  if (figure === null) {
    return unknown(SIZE, `The profile does not state your ${name}.`, `${ask(limit)} (${industry})?`);
  }
  // A firm at the limit is small.
  const comparison = `Your ${name} of ${stated} is ${figure <= standard.limit ? 'at most' : 'above'} ${limit}`;
  const reason = `${comparison}, the size standard of ${industry}.`;
  return figure <= standard.limit ? pass(SIZE, reason) : fail(SIZE, reason);
}

/** A figure that only rounding makes equal to the limit is written out. */
const statedBeside = (figure: number, { limit }: SizeStandard, format: Measure['format']): string =>
  figure !== limit && Math.abs(figure - limit) < 10_000 && format(figure).startsWith('$')
    ? `$${Math.round(figure).toLocaleString('en-US')}`
    : format(figure);

/** Several standards for one code: if they all give the same answer it holds, else the solicitation decides. */
function combine(judged: readonly Gate[], naicsCode: string): Gate {
  const undecided = judged.find(({ verdict }) => verdict === 'unknown');
  const [first] = judged;
  if (undecided) return undecided;
  if (first && judged.every(({ verdict }) => verdict === first.verdict)) return first;
  return unknown(
    SIZE,
    `NAICS ${naicsCode} has several size standards, and you are small under some of them only.`,
    `Which size standard does the solicitation state for NAICS ${naicsCode}?`,
  );
}

/**
 * Small under the NAICS code of the notice on the response date; null where the set-aside does not ask for it.
 * Certified does not mean small: the firm must be small under this code as well.
 */
export function sizeGate(
  business: BusinessStanding,
  { setAside, naicsCode, on }: BusinessRequirement,
  lookups: EligibilityLookups,
): Gate | null {
  const fact = setAside === '' ? undefined : lookups.setAside(setAside);
  if (!fact?.requiresSmall || fact.soleSource) return null;
  if (!/^\d{6}$/.test(naicsCode)) {
    return unknown(
      SIZE,
      naicsCode === '' ? 'The notice states no NAICS code.' : `The notice states only "${naicsCode}" as NAICS code.`,
      'Which six-digit NAICS code does the solicitation use?',
    );
  }
  const inForce = lookups.sizeStandards(naicsCode, on);
  const standards = inForce ? [...(inForce.base ? [inForce.base] : []), ...inForce.exceptions] : [];
  if (standards.length === 0) {
    return unknown(
      SIZE,
      `No size standard for NAICS ${naicsCode} is known to be in force on ${on}.`,
      `Which size standard does the solicitation state for NAICS ${naicsCode}?`,
    );
  }
  return combine(
    standards.map((standard) => judge(business, standard)),
    naicsCode,
  );
}
