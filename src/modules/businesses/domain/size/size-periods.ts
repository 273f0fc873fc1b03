/** Fiscal years, months and days as text (`2025`, `2026-03`, `2026-08-13`): no clock, no time zone. */

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOfYear = (day: string): number => Number(day.slice(5, 7));
const twoDigits = (number: number): string => String(number).padStart(2, '0');

const MS_PER_DAY = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

/** Days from `from`, which counts, until `until`, which does not. */
export const daysBetween = (from: string, until: string): number => dayNumber(until) - dayNumber(from);

/** The fiscal year that `day` lies in. It is named after the year in which it ends. */
export const fiscalYearOf = (day: string, endMonth: number): number =>
  monthOfYear(day) > endMonth ? yearOf(day) + 1 : yearOf(day);

/** The last one that ended before `day`: on its very last day a fiscal year is not completed. */
export const lastCompletedFiscalYear = (day: string, endMonth: number): number => fiscalYearOf(day, endMonth) - 1;

export const firstDayOfFiscalYear = (fiscalYear: number, endMonth: number): string =>
  endMonth === 12 ? `${fiscalYear}-01-01` : `${fiscalYear - 1}-${twoDigits(endMonth + 1)}-01`;

/** From `first` to `last`, both included; none where `last` comes before `first`. */
export const fiscalYears = (first: number, last: number): string[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index));

/** Months are counted from year 0, so that they can be added to. */
const monthNumber = (day: string): number => yearOf(day) * 12 + monthOfYear(day) - 1;
const monthText = (month: number): string => `${Math.floor(month / 12)}-${twoDigits((month % 12) + 1)}`;

/**
 * The calendar months before that of `day`, at most `most` of them, oldest first, and none that ended before `since`.
 */
export function monthsBefore(day: string, most: number, since: string | null): string[] {
  const end = monthNumber(day);
  const first = Math.max(end - most, since === null ? -Infinity : monthNumber(since));
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => monthText(first + index));
}

/** The months with which the quarters of the calendar year before that of `day` end, but none that ended before `since`. */
export const quarterEndsOfPrecedingYear = (day: string, since: string | null): string[] =>
  ['03', '06', '09', '12']
    .map((month) => `${yearOf(day) - 1}-${month}`)
    .filter((quarterEnd) => since === null || monthNumber(quarterEnd) >= monthNumber(since));

const following = (period: string): string =>
  period.length === 4 ? String(Number(period) + 1) : monthText(monthNumber(period) + 1);

/** Runs of years or of months that follow each other, in words: `2021`, `2025-03 to 2025-06`. */
export function runsInWords(periods: readonly string[]): string[] {
  const runs: { readonly first: string; last: string }[] = [];
  for (const period of periods) {
    const run = runs.at(-1);
    if (run && following(run.last) === period) run.last = period;
    else runs.push({ first: period, last: period });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first} to ${last}`));
}
