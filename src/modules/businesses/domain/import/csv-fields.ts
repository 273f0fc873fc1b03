import { characterCount } from '../../../../common/text/character-count';
import { normaliseName } from '../company-name';
import { readCell } from './csv-cell';
import { isCalendarDay } from './calendar-day';

const MOST_USD = 1_000_000_000_000;

/** Reads single values out of a row. A blank cell is null; a wrong value is null, too, and a problem that names the column. */
export interface CsvFields<Column extends string> {
  readonly problems: readonly string[];
  /** The cell without surrounding blanks, for lists. */
  code(column: Column): string;
  /** In the one spelling of names. */
  name(column: Column, longest: number): string | null;
  /** As written, blanks included, so that what was exported comes back. */
  text(column: Column, longest: number): string | null;
  /** The value in the form that `normalise` gives it. */
  matching(column: Column, normalise: (text: string) => string | undefined, expected: string): string | null;
  day(column: Column): string | null;
  whole(column: Column, from: number, to: number): number | null;
  usd(column: Column): number | null;
  choice<Choice extends string>(column: Column, choices: readonly Choice[]): Choice | null;
}

export const csvFields = <Column extends string>(record: Readonly<Record<string, string>>): CsvFields<Column> => {
  const problems: string[] = [];
  const cell = (column: Column): string => readCell(record[column] ?? '');
  // The value itself is not repeated: anything may stand in a cell that was filled by mistake.
  const wrong = (column: Column, expected: string): null => {
    problems.push(`${column}: must be ${expected}.`);
    return null;
  };
  const read = <Value>(column: Column, expected: string, parse: (text: string) => Value | undefined): Value | null => {
    const text = cell(column).trim();
    return text === '' ? null : (parse(text) ?? wrong(column, expected));
  };
  const short = (column: Column, text: string, longest: number): string | null => {
    if (text.trim() === '') return null;
    return characterCount(text) > longest ? wrong(column, `a text of at most ${longest} characters`) : text;
  };
  return {
    problems,
    code: (column) => cell(column).trim(),
    name: (column, longest) => short(column, normaliseName(cell(column)), longest),
    text: (column, longest) => short(column, cell(column), longest),
    matching: (column, normalise, expected) => read(column, expected, normalise),
    day: (column) =>
      read(column, 'a calendar day such as 2026-03-31', (text) => (isCalendarDay(text) ? text : undefined)),
    whole: (column, from, to) =>
      read(column, `a whole number from ${from} to ${to}`, (text) => numberBetween(/^\d{1,15}$/, text, from, to)),
    usd: (column) =>
      read(column, 'an amount in USD such as 1250000 or 1250000.50', (text) =>
        numberBetween(/^\d{1,13}(\.\d{1,2})?$/, text, 0, MOST_USD),
      ),
    choice: (column, choices) =>
      read(column, `one of ${choices.join(', ')}`, (text) => choices.find((choice) => choice === text.toLowerCase())),
  };
};

const numberBetween = (shape: RegExp, text: string, from: number, to: number): number | undefined => {
  const number = shape.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : undefined;
};
