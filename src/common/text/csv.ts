import { stringify } from 'csv-stringify/sync';

/** Undefined and null leave the cell empty. */
export type CsvCell = string | number | boolean | Date | null | undefined;

/**
 * Comma-separated values as in RFC 4180, with a line of names first. No text begins like a formula, so that a spreadsheet
 * computes nothing that strangers wrote; numbers stay numbers.
 */
export const toCsv = <Row extends Readonly<Record<string, CsvCell>>>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): string =>
  stringify([...rows], {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String, date: (instant) => instant.toISOString() },
  });
