/** Columns of both layouts whose cells cannot be mistaken for prose. */
const CELLS: Readonly<Record<string, string>> = {
  CAGE_CODE: '[0-9][A-Z0-9]{3}[0-9]',
  ueiNumber: '[A-Za-z0-9]*',
  dunsNumber: '\\d*',
  employeeCount: '\\d*',
  annualRevenue: '[\\d.]*',
  establishedOn: '[\\d-]*',
  fiscalYearEndMonth: '\\d{0,2}',
  zipCode: '\\d{0,5}',
  state: '[A-Z]{0,2}',
  samStatus: '[a-z]*',
  samExpiresOn: '[\\d-]*',
  excluded: '[a-z]*',
  naicsCodes: '[\\d@*;]*',
};
const ANY_CELL = '(?:[^",\\r\\n]*|"(?:[^"\\r\\n]|"")*")';

/**
 * Recognises a line that is a whole row by itself, so that a quote that is never closed costs the rows up to there and not
 * the rest of the file. A line of a description is none: no prose has a ZIP code and a month between the right commas.
 */
export const recordStart = (header: readonly string[]): RegExp => {
  const cells = header.map((name) => (Object.hasOwn(CELLS, name) ? `"?${CELLS[name]}"?` : ANY_CELL));
  return new RegExp(`\\n${cells.join(',')}(?=\\r?\\n|$)`, 'g');
};
