import { DomainError } from '../../../common/errors/domain-error';
import { readCsvRecords } from '../../../common/text/csv-records';
import type { NoticeVocabulary, PublishedContact, PublishedNotice } from '../domain/published-notice';
import { readNotice } from '../domain/read-notice';
import type { ReadRow, RejectedRow } from '../domain/read-row';

/** Without these columns no row could become a notice. */
const REQUIRED_COLUMNS = ['NoticeId', 'Title', 'PostedDate', 'Type'];

/** SAM's notice ids are 32 hexadecimal digits; a line that begins with one begins a record. */
const STARTS_RECORD = /\n"?[0-9a-f]{32}"?,/gi;
const NOTICE_ID = /^"?([0-9a-f]{32})"?,/i;

const PROBLEMS = {
  'quote-not-closed': 'A quote of the row is never closed.',
  'record-too-long': 'The row is longer than any notice can be: a quote is never closed.',
} as const;

/** Reads the daily extract of SAM.gov: comma-separated, one header line, columns found by name. */
export async function* readSamCsv(
  chunks: AsyncIterable<string>,
  vocabulary: NoticeVocabulary,
): AsyncGenerator<ReadRow> {
  let columns: ReadonlyMap<string, number> | undefined;
  let row = 0;
  for await (const record of readCsvRecords(chunks, STARTS_RECORD)) {
    if (!columns) {
      columns = readHeader('fields' in record ? record.fields : []);
      continue;
    }
    row += 1;
    if ('problem' in record) {
      yield reject(row, record.start, record.problem, PROBLEMS[record.problem]);
    } else if (record.fields.length !== columns.size) {
      const message = `The row has ${record.fields.length} columns instead of ${columns.size}.`;
      yield reject(row, `${record.fields[0] ?? ''},`, 'column-count', message);
    } else {
      yield readRow(row, publishedNotice(record.fields, columns), vocabulary);
    }
  }
  if (!columns) throw notAnExtract();
}

/** What becomes of one published notice that stands in the given row. */
export const readRow = (row: number, published: PublishedNotice, vocabulary: NoticeVocabulary): ReadRow => {
  const reading = readNotice(published, vocabulary);
  return 'notice' in reading ? { row, ...reading } : { row, noticeId: shownId(published.noticeId), ...reading };
};

/** Anything may stand in the id column of a broken row, so only what looks like an id is repeated. */
const shownId = (text: string): string | null => NOTICE_ID.exec(`${text.trim()},`)?.[1] ?? null;

const reject = (row: number, start: string, code: string, message: string): RejectedRow => ({
  row,
  noticeId: NOTICE_ID.exec(start)?.[1] ?? null,
  rejection: { code, message },
});

const notAnExtract = (): DomainError =>
  new DomainError(
    'invalid',
    'not-a-sam-extract',
    `The file has no header line with the columns ${REQUIRED_COLUMNS.join(', ')}.`,
  );

const readHeader = (header: readonly string[]): ReadonlyMap<string, number> => {
  const columns = new Map(header.map((name, index) => [name.trim().toLowerCase(), index]));
  if (columns.size !== header.length || REQUIRED_COLUMNS.some((name) => !columns.has(name.toLowerCase())))
    throw notAnExtract();
  return columns;
};

const publishedNotice = (fields: readonly string[], columns: ReadonlyMap<string, number>): PublishedNotice => {
  const of = (column: string): string => fields[columns.get(column) ?? -1] ?? '';
  return {
    noticeId: of('noticeid'),
    title: of('title'),
    solicitationNumber: of('sol#'),
    department: of('department/ind.agency'),
    subTier: of('sub-tier'),
    office: of('office'),
    officeCode: of('aac code'),
    postedDate: of('posteddate'),
    type: of('type'),
    baseType: of('basetype'),
    archiveDate: of('archivedate'),
    setAside: of('setasidecode'),
    deadline: of('responsedeadline'),
    naicsCode: of('naicscode'),
    pscCode: of('classificationcode'),
    placeOfPerformance: { city: of('popcity'), state: of('popstate'), zip: of('popzip'), country: of('popcountry') },
    officePlace: { city: of('city'), state: of('state'), zip: of('zipcode'), country: of('countrycode') },
    awardNumber: of('awardnumber'),
    awardDate: of('awarddate'),
    awardAmount: of('award$'),
    awardee: of('awardee'),
    contacts: [contact('primary', of), contact('secondary', of)],
    link: of('link') || of('additionalinfolink'),
    description: of('description'),
  };
};

const contact = (kind: PublishedContact['kind'], of: (column: string) => string): PublishedContact => ({
  kind,
  title: of(`${kind}contacttitle`),
  name: of(`${kind}contactfullname`),
  email: of(`${kind}contactemail`),
  phone: of(`${kind}contactphone`),
});
