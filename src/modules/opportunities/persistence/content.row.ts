import type { Notice, Place, ResponseDeadline } from '../domain/notice';

/** What a notice and the opportunity folded from notices have in common. */
export type Content = Omit<Notice, 'sourceNoticeId' | 'contacts'>;

export interface ContentRow {
  readonly source: Notice['source'];
  readonly solicitation_number: string | null;
  readonly title: string;
  readonly description: string;
  readonly notice_type: Notice['type'];
  readonly base_type: Notice['baseType'];
  readonly set_aside: string | null;
  readonly naics_code: string | null;
  readonly psc_code: string | null;
  readonly department: string | null;
  readonly sub_tier: string | null;
  readonly office: string | null;
  readonly office_code: string | null;
  readonly place_city: string | null;
  readonly place_state: string | null;
  readonly place_zip: string | null;
  readonly place_country: string | null;
  readonly office_city: string | null;
  readonly office_state: string | null;
  readonly office_zip: string | null;
  readonly office_country: string | null;
  readonly posted_at: Date;
  readonly response_due_at: Date | null;
  readonly response_due_zone: string | null;
  readonly response_due_text: string | null;
  readonly response_due_date_only: boolean | null;
  readonly archive_on: string | null;
  readonly award_number: string | null;
  readonly award_date: string | null;
  readonly award_amount_usd: number | null;
  readonly awardee: string | null;
  readonly source_url: string | null;
}

/** The columns with their types, as a set of rows sent as JSON declares them. */
export const contentColumns: Readonly<Record<keyof ContentRow, string>> = {
  source: 'text',
  solicitation_number: 'text',
  title: 'text',
  description: 'text',
  notice_type: 'text',
  base_type: 'text',
  set_aside: 'text',
  naics_code: 'text',
  psc_code: 'text',
  department: 'text',
  sub_tier: 'text',
  office: 'text',
  office_code: 'text',
  place_city: 'text',
  place_state: 'text',
  place_zip: 'text',
  place_country: 'text',
  office_city: 'text',
  office_state: 'text',
  office_zip: 'text',
  office_country: 'text',
  posted_at: 'timestamptz',
  response_due_at: 'timestamptz',
  response_due_zone: 'text',
  response_due_text: 'text',
  response_due_date_only: 'boolean',
  archive_on: 'date',
  award_number: 'text',
  award_date: 'date',
  award_amount_usd: 'numeric',
  awardee: 'text',
  source_url: 'text',
};

/** How each column is read for the driver to give the types above: days as text, amounts and counters as numbers. */
const readAs: Readonly<Record<string, string>> = { date: '::text', numeric: '::float8', bigint: '::float8' };

/** `t.title as title, t.archive_on::text as archive_on, …` */
export const selectContent = (table: string): string => selectColumns(table, contentColumns);

export const selectColumns = (table: string, columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, type]) => `${table}.${name}${readAs[type] ?? ''} as ${name}`)
    .join(', ');

export function toContentRow(content: Content): ContentRow {
  const { buyer, placeOfPerformance: place, officePlace: office, responseDeadline: due, award } = content;
  return {
    source: content.source,
    solicitation_number: content.solicitationNumber,
    title: content.title,
    description: content.description,
    notice_type: content.type,
    base_type: content.baseType,
    set_aside: content.setAside,
    naics_code: content.naicsCode,
    psc_code: content.pscCode,
    department: buyer.department,
    sub_tier: buyer.subTier,
    office: buyer.office,
    office_code: buyer.officeCode,
    place_city: place.city,
    place_state: place.state,
    place_zip: place.zip,
    place_country: place.country,
    office_city: office.city,
    office_state: office.state,
    office_zip: office.zip,
    office_country: office.country,
    posted_at: content.postedAt,
    ...toDeadlineColumns(due),
    archive_on: content.archiveOn,
    award_number: award?.number ?? null,
    award_date: award?.date ?? null,
    award_amount_usd: award?.amountUsd ?? null,
    awardee: award?.awardee ?? null,
    source_url: content.sourceUrl,
  };
}

export const toContent = (row: ContentRow): Content => ({ ...toSummaryContent(row), description: row.description });

export function toSummaryContent(row: Omit<ContentRow, 'description'>): Omit<Content, 'description'> {
  return {
    source: row.source,
    solicitationNumber: row.solicitation_number,
    title: row.title,
    type: row.notice_type,
    baseType: row.base_type,
    setAside: row.set_aside,
    naicsCode: row.naics_code,
    pscCode: row.psc_code,
    buyer: { department: row.department, subTier: row.sub_tier, office: row.office, officeCode: row.office_code },
    placeOfPerformance: toPlace(row.place_city, row.place_state, row.place_zip, row.place_country),
    officePlace: toPlace(row.office_city, row.office_state, row.office_zip, row.office_country),
    postedAt: row.posted_at,
    responseDeadline: toDeadline(row),
    archiveOn: row.archive_on,
    award: toAward(row),
    sourceUrl: row.source_url,
  };
}

type DeadlineColumns = Pick<
  ContentRow,
  'response_due_at' | 'response_due_zone' | 'response_due_text' | 'response_due_date_only'
>;

const toDeadlineColumns = (due: ResponseDeadline | null): DeadlineColumns => ({
  response_due_at: due?.at ?? null,
  response_due_zone: due?.zone ?? null,
  response_due_text: due?.text ?? null,
  response_due_date_only: due?.dateOnly ?? null,
});

function toDeadline(row: DeadlineColumns): ResponseDeadline | null {
  const {
    response_due_at: at,
    response_due_zone: zone,
    response_due_text: text,
    response_due_date_only: dateOnly,
  } = row;
  return at && zone !== null && text !== null && dateOnly !== null ? { at, zone, text, dateOnly } : null;
}

const toPlace = (city: string | null, state: string | null, zip: string | null, country: string | null): Place => ({
  city,
  state,
  zip,
  country,
});

/** An award of which the source tells nothing at all is stored like none. */
function toAward(row: Omit<ContentRow, 'description'>): Notice['award'] {
  const { award_number: number, award_date: date, award_amount_usd: amountUsd, awardee } = row;
  const isEmpty = [number, date, amountUsd, awardee].every((part) => part === null);
  return isEmpty ? null : { number, date, amountUsd, awardee };
}
