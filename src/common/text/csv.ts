import { stringify } from 'csv-stringify/sync';

/** Undefined and null leave the cell empty. */
export type CsvCell = string | number | boolean | Date | null | undefined;

/**
 * Comma-separated values as in RFC 4180, with a line of names first. No text begins like a formula, so that a spreadsheet
 * computes nothing that strangers wrote; numbers stay numbers. What is written in parts leaves the line of names out of all
 * parts but the first.
 */
export const toCsv = <Row extends Readonly<Record<string, CsvCell>>>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
  { header = true }: { readonly header?: boolean } = {},
): string =>
  stringify([...rows], {
    header,
    columns: [...columns],
    record_delimiter: 'windows',
    // Readers end a row at a line feed or a carriage return alone, too.
    quote_record_delimiter: true,
    escape_formulas: true,
    cast: { boolean: String, date: (instant) => instant.toISOString() },
  });
