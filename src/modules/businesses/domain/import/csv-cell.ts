/** An apostrophe before what `toCsv` takes for the beginning of a formula, full-width characters included. */
const ESCAPED = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The text that a cell stands for: without the apostrophe that an export put before what begins like a formula. */
export const readCell = (cell: string): string => (ESCAPED.test(cell) ? cell.slice(1) : cell);

/** What to give `toCsv` for a text, so that `readCell` gives it back: a name may begin with an apostrophe of its own. */
export const writeCell = (text: string): string => (ESCAPED.test(text) ? `'${text}` : text);
