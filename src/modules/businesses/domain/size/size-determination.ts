import type { SizeMeasure, SizeStandard, SizeStandardsInForce } from '../../../reference';
import { type MissingSizeFigure, type SizeFacts, type SizeFigure, sizeFigure } from './size-figures';
import { listInWords, MEASURE_WORDS } from './size-words';

/** Three answers; "cannot tell" is never rounded to either side. */
export const sizeAnswers = ['small', 'other-than-small', 'cannot-tell'] as const;
export type SizeAnswer = (typeof sizeAnswers)[number];

export interface UsedSizeFigure {
  readonly measure: SizeMeasure;
  readonly figure: SizeFigure;
}

interface SizeComparison {
  /** The standards that the firm was held against: the base first, then the exceptions. */
  readonly standards: readonly SizeStandard[];
  /** One for each measure that the standards ask for. */
  readonly figures: readonly UsedSizeFigure[];
  /** What the size history lacks for figures that are not known, in words. */
  readonly missing: readonly string[];
}

interface SettledSize {
  readonly answer: Exclude<SizeAnswer, 'cannot-tell'>;
  /** A sentence for the business, naming what decided. */
  readonly reason: string;
  readonly question?: undefined;
}

interface UnsettledSize {
  readonly answer: 'cannot-tell';
  readonly reason: string;
  /** What to ask first: at least one of its answers settles the size. */
  readonly question: string;
}

type SizeVerdict = SettledSize | UnsettledSize;

/** Whether a firm is small under one NAICS code on one day, why, and what that was read from. */
export type SizeDetermination = SizeVerdict & SizeComparison;

const cannotTell = (reason: string, question: string): UnsettledSize => ({ answer: 'cannot-tell', reason, question });

const askWhichStandard = (naicsCode: string): string =>
  `Which size standard does the solicitation state for NAICS ${naicsCode}?`;

/** 13 CFR 121.201, footnote 4 to the table: a refiner is small by its employees or by its capacity, which no profile states. */
const PETROLEUM_REFINERIES = '324110';
const CAPACITY = 'total operable atmospheric crude oil distillation capacity';
const MOST_CAPACITY = 'at most 200,000 barrels per calendar day';

const aboveLimit = (standard: SizeStandard, comparison: string): SizeVerdict =>
  standard.naicsCode === PETROLEUM_REFINERIES
    ? cannotTell(
        `${comparison}, but a refiner is small as well by its capacity.`,
        `Is your ${CAPACITY} ${MOST_CAPACITY}?`,
      )
    : { answer: 'other-than-small', reason: `${comparison}, the size standard of NAICS ${standard.naicsCode}.` };

/** Why there is no figure to compare. */
function lackOf(measure: SizeMeasure, { atLeast, missing, isBegun, isTooYoung }: MissingSizeFigure): string {
  const { name, formatBeside } = MEASURE_WORDS[measure];
  const lack = `its size history lacks ${listInWords(missing)}`;
  if (atLeast?.disproves !== undefined) {
    const { amount, recorded, disproves } = atLeast;
    const least = `at least ${formatBeside(amount, disproves)} by your ${listInWords(recorded)} alone`;
    return `The profile states ${formatBeside(disproves, amount)} as your ${name}, which is ${least}; ${lack}.`;
  }
  return `The profile does not state your ${name}${isBegun || isTooYoung ? `, and ${lack}` : ''}.`;
}

/** A yes or no to the standard; where a stated figure was wrong, the periods that would correct it. */
function questionFor({ naicsCode, measure, limit }: SizeStandard, { atLeast, question }: MissingSizeFigure): string {
  const { ask, format } = MEASURE_WORDS[measure];
  if (atLeast?.disproves !== undefined) return question;
  const orCapacity = naicsCode === PETROLEUM_REFINERIES ? `, or a ${CAPACITY} of ${MOST_CAPACITY}` : '';
  return `${ask(format(limit))}${orCapacity} (NAICS ${naicsCode})?`;
}

function judge(standard: SizeStandard, figure: SizeFigure): SizeVerdict {
  const { naicsCode, measure, limit } = standard;
  const { name, format, formatBeside } = MEASURE_WORDS[measure];
  if (figure.atLeast && figure.atLeast.amount > limit) {
    const { amount, recorded } = figure.atLeast;
    const alone = `Your ${listInWords(recorded)} alone make your ${name} at least ${formatBeside(amount, limit)}`;
    return aboveLimit(standard, `${alone}, above ${format(limit)}`);
  }
  if (figure.kind === 'missing') return cannotTell(lackOf(measure, figure), questionFor(standard, figure));
  // A firm at the limit is small.
  const isSmall = figure.amount <= limit;
  const comparison = `Your ${name} of ${formatBeside(figure.amount, limit)} is ${isSmall ? 'at most' : 'above'} ${format(limit)}`;
  if (!isSmall) return aboveLimit(standard, comparison);
  return { answer: 'small', reason: `${comparison}, the size standard of NAICS ${naicsCode}.` };
}

/**
 * Several standards for one code: if they all give the same answer it holds, else the solicitation decides, also where one
 * is decided and another waits for a figure: the figure may well settle nothing. Where several wait, the figure itself is
 * asked for: a yes or no to one of them would leave the others open.
 */
function combine(verdicts: readonly SizeVerdict[], figures: readonly UsedSizeFigure[], naicsCode: string): SizeVerdict {
  const [open, another] = verdicts.filter((verdict) => verdict.answer === 'cannot-tell');
  const [decided, ...others] = verdicts.filter(({ answer }) => answer !== 'cannot-tell');
  const agree = others.every(({ answer }) => answer === decided?.answer);
  if (decided && agree && !open) return decided;
  if (!open || !agree) {
    return cannotTell(
      `NAICS ${naicsCode} has several size standards, and you are small under some of them only.`,
      askWhichStandard(naicsCode),
    );
  }
  if (decided) {
    const depends = `Whether you are small under NAICS ${naicsCode} depends on which of its size standards applies.`;
    return cannotTell(`${depends} ${open.reason}`, askWhichStandard(naicsCode));
  }
  const [asked] = figures.flatMap(({ figure }) => (figure.kind === 'missing' ? figure.question : []));
  return another && asked !== undefined ? cannotTell(open.reason, asked) : open;
}

function compare(facts: SizeFacts, standards: readonly SizeStandard[], asOf: string): SizeComparison {
  const measures = [...new Set(standards.map(({ measure }) => measure))];
  const figures = measures.map((measure) => ({ measure, figure: sizeFigure(facts, measure, asOf) }));
  return {
    standards,
    figures,
    missing: figures.flatMap(({ figure }) => (figure.kind === 'missing' ? figure.missing : [])),
  };
}

const verdictsOf = ({ standards, figures }: SizeComparison): SizeVerdict[] =>
  standards.flatMap((standard) =>
    figures.filter(({ measure }) => measure === standard.measure).map(({ figure }) => judge(standard, figure)),
  );

const NOTHING_COMPARED: SizeComparison = { standards: [], figures: [], missing: [] };

/**
 * Size under one NAICS code (as published, empty where the notice states none) on `day` (`YYYY-MM-DD`), against the
 * standards in force on that day: 13 CFR 121.104, 121.106, 121.201, 121.402, 121.404.
 * @param asOf day of the figures, where `day` lies ahead: nobody can state years and months that have not ended
 */
export function determineSize(
  facts: SizeFacts,
  inForce: SizeStandardsInForce | undefined,
  naicsCode: string,
  day: string,
  asOf: string = day,
): SizeDetermination {
  if (!/^\d{6}$/.test(naicsCode)) {
    const reason =
      naicsCode === '' ? 'The notice states no NAICS code.' : `The notice states only "${naicsCode}" as NAICS code.`;
    return { ...cannotTell(reason, 'Which six-digit NAICS code does the solicitation use?'), ...NOTHING_COMPARED };
  }
  const standards = inForce ? [...(inForce.base ? [inForce.base] : []), ...inForce.exceptions] : [];
  if (standards.length === 0) {
    const reason = `No size standard for NAICS ${naicsCode} is known to be in force on ${day}.`;
    return { ...cannotTell(reason, askWhichStandard(naicsCode)), ...NOTHING_COMPARED };
  }
  const comparison = compare(facts, standards, asOf);
  return { ...combine(verdictsOf(comparison), comparison.figures, naicsCode), ...comparison };
}
