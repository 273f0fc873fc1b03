import type { SizeMeasure } from '../../../reference';

const millions = (usd: number): string => {
  const amount = usd / 1_000_000;
  return `$${Number.isInteger(amount * 10) ? amount.toFixed(1) : amount.toFixed(2)} million`;
};

const dollars = (usd: number): string => `$${Math.round(usd).toLocaleString('en-US')}`;

const dollarsAndCents = (usd: number): string =>
  `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** So close to the limit that "$34.0 million" would not show on which side it lies. */
const CLOSE_USD = 10_000;

/** A figure that only rounding makes equal to the limit is written out, to the cent where dollars do not tell either. */
function usdBeside(figure: number, limit: number): string {
  if (figure === limit || Math.abs(figure - limit) >= CLOSE_USD) return millions(figure);
  return Math.round(figure) === limit ? dollarsAndCents(figure) : dollars(figure);
}

const persons = (count: number): string => `${count.toLocaleString('en-US')} employees`;

/** How a measure is spoken of. */
export interface MeasureWords {
  /** What the profile states: "The profile does not state your …". */
  readonly name: string;
  /** One entry of the size history: "… of fiscal year 2024". */
  readonly recorded: string;
  readonly format: (amount: number) => string;
  readonly formatBeside: (amount: number, limit: number) => string;
  /** Question that settles one comparison; the industry and the question mark follow. */
  readonly ask: (limit: string) => string;
  /** Question for the figure itself, where the history holds nothing to build on. */
  readonly askFigure: string;
}

export const MEASURE_WORDS: Readonly<Record<SizeMeasure, MeasureWords>> = {
  receipts: {
    name: 'average annual revenue',
    recorded: 'receipts',
    format: millions,
    formatBeside: usdBeside,
    ask: (limit) => `Is your five-year average revenue at most ${limit}`,
    askFigure: 'What is your average annual revenue over the last five completed fiscal years, affiliates included?',
  },
  employees: {
    name: 'headcount',
    recorded: 'headcount',
    format: persons,
    formatBeside: persons,
    ask: (limit) => `Do you have at most ${limit} (24-month average, affiliates included)`,
    askFigure: 'What is your average headcount over the last 24 months, affiliates included?',
  },
  assets: {
    name: 'total assets',
    recorded: 'total assets',
    format: millions,
    formatBeside: usdBeside,
    ask: (limit) => `Are your total assets at most ${limit}`,
    askFigure: 'What were your total assets at the end of each quarter of the last calendar year, affiliates included?',
  },
};

/** `a`, `a and b`, `a, b and c`. */
export const listInWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
