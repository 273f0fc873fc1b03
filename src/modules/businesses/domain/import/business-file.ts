import { type CsvRecord, readCsvRecords } from '../../../../common/text/csv-records';
import { businessCsvColumns, checkColumns, detectLayout, parseBusinessCsv } from './business-csv';
import type { ImportLayout } from './business-import';
import { emptyFile, notCsv, unknownLayout, wrongColumns } from './import.errors';
import type { ImportedBusiness, ImportRemark, KnownCodes, ParsedRow } from './imported-business';
import { recordStart } from './record-start';
import { parseSamEntity } from './sam-entity-layout';

/** A row that says what a firm is. */
export interface AcceptedBusinessRow {
  readonly row: number;
  readonly business: ImportedBusiness;
  readonly remarks: readonly ImportRemark[];
}

/** A row that cannot be taken, and why. */
export interface RejectedBusinessRow {
  readonly row: number;
  readonly rejection: { readonly code: RejectionCode; readonly message: string };
}

type RejectionCode = 'invalid-values' | 'column-count' | 'invalid-characters' | 'quote-not-closed' | 'record-too-long';

export type ReadBusinessRow = AcceptedBusinessRow | RejectedBusinessRow;

export const isAcceptedBusiness = (row: ReadBusinessRow): row is AcceptedBusinessRow => 'business' in row;

/** A file of businesses whose header line is known. */
export interface BusinessFile {
  readonly layout: ImportLayout;
  /** Counted from 1, without the header line. @throws DomainError `validation-failed` where nearly nothing can be read */
  readonly rows: AsyncIterable<ReadBusinessRow>;
}

/** In UTF-16 units. The longest row that can be taken, with 1,000 codes of each kind, is a fifth of it. */
const LONGEST_RECORD = 100_000;
const MOST_UNREADABLE = 1_000;
const MOST_COLUMNS = 200;
/** Reports are read by people; a cell that was filled by mistake must not make one that is longer than its file. */
const LONGEST_MESSAGE = 2_000;
const MOST_REMARKS = 1_000;

const PROBLEMS = {
  'quote-not-closed': 'A quote of the row is never closed.',
  'record-too-long': 'The row is longer than any can be: a quote is never closed.',
} as const;

const parsers: Readonly<
  Record<ImportLayout, (record: Readonly<Record<string, string>>, known: KnownCodes) => ParsedRow>
> = { 'sam-entities': parseSamEntity, csv: parseBusinessCsv };

/** Reads as far as the header line. @throws DomainError `validation-failed` that names what is wrong with it */
export const openBusinessFile = async (chunks: AsyncIterable<string>, known: KnownCodes): Promise<BusinessFile> => {
  const text = chunks[Symbol.asyncIterator]();
  const start = await readStart(text);
  const header = await headerOf(start);
  const layout = layoutOf(header);
  const records = readCsvRecords(continued(start, text), recordStart(header), LONGEST_RECORD);
  return { layout, rows: rowsOf(records, header, parsers[layout], known) };
};

/** The beginning of the file, at least to the end of its first line. */
const readStart = async (text: AsyncIterator<string>): Promise<string> => {
  let start = '';
  while (!start.includes('\n') && start.length <= LONGEST_RECORD) {
    const next = await text.next();
    if (next.done) break;
    start = (start + next.value).replace(/^[\r\n]+/, '');
  }
  return start;
};

async function* continued(start: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

const headerOf = async (start: string): Promise<readonly string[]> => {
  if (start.trim() === '') throw emptyFile();
  const [firstLine = ''] = start.split('\n', 1);
  // Line ends of a system of long ago: all rows would be read as names of columns, and be repeated in the complaint.
  if (/\r(?!$)/.test(firstLine)) throw unknownLayout();
  for await (const record of readCsvRecords(onePiece(firstLine), /(?!)/g, LONGEST_RECORD)) {
    if ('fields' in record) return record.fields.map((name) => name.trim());
  }
  throw unknownLayout();
};

const layoutOf = (header: readonly string[]): ImportLayout => {
  const layout = header.length > MOST_COLUMNS ? undefined : detectLayout(header);
  if (layout === undefined) throw unknownLayout();
  const complaint = layout === 'csv' ? checkColumns(header) : undefined;
  if (complaint !== undefined) throw wrongColumns(`${complaint} Known are: ${businessCsvColumns.join(', ')}.`);
  return layout;
};

async function* rowsOf(
  records: AsyncGenerator<CsvRecord>,
  header: readonly string[],
  parse: (record: Readonly<Record<string, string>>, known: KnownCodes) => ParsedRow,
  known: KnownCodes,
): AsyncGenerator<ReadBusinessRow> {
  await records.next();
  let row = 0;
  let unreadable = 0;
  for await (const record of records) {
    row += 1;
    if ('problem' in record) {
      unreadable += 1;
      if (unreadable > MOST_UNREADABLE) throw notCsv(MOST_UNREADABLE);
      yield reject(row, record.problem, PROBLEMS[record.problem]);
    } else {
      yield readRow(row, record.fields, header, (cells) => parse(cells, known));
    }
  }
}

const readRow = (
  row: number,
  fields: readonly string[],
  header: readonly string[],
  parse: (record: Readonly<Record<string, string>>) => ParsedRow,
): ReadBusinessRow => {
  if (fields.length !== header.length) {
    return reject(row, 'column-count', `The row has ${fields.length} columns instead of ${header.length}.`);
  }
  if (fields.some((field) => field.includes('\u0000'))) {
    return reject(row, 'invalid-characters', 'The row holds characters that cannot be stored.');
  }
  const parsed = parse(Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ''])));
  if ('rejected' in parsed) return reject(row, 'invalid-values', parsed.rejected);
  return { row, business: parsed.business, remarks: parsed.remarks.slice(0, MOST_REMARKS) };
};

const reject = (row: number, code: RejectionCode, message: string): RejectedBusinessRow => ({
  row,
  rejection: { code, message: message.slice(0, LONGEST_MESSAGE) },
});
