import { parseUrl } from '../../../common/text/parse-url';
import type { Notice, NoticeAward, NoticeContact, Place } from '../../opportunities';
import { FEDERAL_ZONE, readDeadline } from './deadline';
import { LONGEST_DESCRIPTION, plainText, shorten, singleLine, withoutApiKeys } from './plain-text';
import type { NoticeVocabulary, PublishedContact, PublishedNotice, PublishedPlace } from './published-notice';
import type { RowRemark } from './read-row';
import { instantAtOffset, instantInZone, parseCalendarDay, parseTimestamp } from './timestamp';

export type NoticeReading =
  { readonly notice: Notice; readonly notes: readonly RowRemark[] } | { readonly rejection: RowRemark };

const LONGEST_TITLE = 500;
const LONGEST_FIELD = 300;
const LONGEST_LINK = 2_000;
/** A quadrillion US dollars: more is a slip of the keyboard, and no longer exact in cents. */
const HIGHEST_AMOUNT_USD = 1e15;
const NOTICE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const PSC_IN_TITLE = /^([A-Z0-9]{4}|[A-Z0-9]{2})\s*--/;
/** Short enough to be a code: only such a text is repeated in a note. */
const CODE_LIKE = /^[A-Z][A-Z0-9]{1,8}$/i;

/**
 * The notice that the fields describe. Without an id, title, type or posting date it is none and is rejected; any other
 * field that cannot be read is left out with a note, because a notice that is missing is worse than one with a gap.
 */
export const readNotice = (published: PublishedNotice, vocabulary: NoticeVocabulary): NoticeReading => {
  const sourceNoticeId = published.noticeId.trim();
  const title = singleLine(published.title);
  const type = vocabulary.noticeType(published.type);
  const postedAt = readInstant(published.postedDate.trim());
  if (!NOTICE_ID.test(sourceNoticeId)) return reject(...idProblem(sourceNoticeId));
  if (title === '') return reject('title-missing', 'The row has no title.');
  if (!type) return reject(...typeProblem(published.type));
  if (!postedAt) return reject(...postedDateProblem(published.postedDate));
  const notes: RowRemark[] = [];
  const note = (code: string, message: string): null => {
    notes.push({ code, message });
    return null;
  };
  const officePlace = readPlace(published.officePlace);
  const placeOfPerformance = readPlace(published.placeOfPerformance);
  const notice: Notice = {
    source: 'sam',
    sourceNoticeId,
    solicitationNumber: field(published.solicitationNumber),
    title: readTitle(title, note),
    description: readDescription(published.description, note),
    type,
    baseType: readBaseType(published.baseType, vocabulary, note),
    setAside: readSetAside(published.setAside, vocabulary, note),
    naicsCode: readNaics(published.naicsCode, note),
    pscCode: readPsc(published.pscCode, title, note),
    buyer: {
      department: field(published.department),
      subTier: field(published.subTier),
      office: field(published.office),
      officeCode: field(published.officeCode),
    },
    placeOfPerformance,
    officePlace,
    postedAt,
    responseDeadline: readResponseDeadline(published.deadline, officePlace, placeOfPerformance, postedAt, note),
    archiveOn: readDay(published.archiveDate, 'archive-date-unreadable', note),
    award: readAward(published, note),
    contacts: published.contacts.map(readContact).filter((contact) => contact !== null),
    sourceUrl: readLink(published.link),
  };
  return { notice, notes };
};

type TakeNote = (code: string, message: string) => null;

const reject = (code: string, message: string): NoticeReading => ({ rejection: { code, message } });

const idProblem = (id: string): [string, string] =>
  id === ''
    ? ['notice-id-missing', 'The row has no notice id.']
    : ['notice-id-unreadable', 'The notice id is not one word of at most 100 letters and digits.'];

const typeProblem = (type: string): [string, string] =>
  type.trim() === ''
    ? ['type-missing', 'The row has no notice type.']
    : ['type-unknown', 'The notice type is none of the nine that SAM.gov publishes.'];

const postedDateProblem = (date: string): [string, string] =>
  date.trim() === ''
    ? ['posted-date-missing', 'The row has no posting date.']
    : ['posted-date-unreadable', 'The posting date is not a date.'];

const field = (text: string): string | null => shorten(singleLine(text), LONGEST_FIELD) || null;

/** SAM stamps postings with the offset of its own clock in Washington, which also stands for a date alone. */
const readInstant = (text: string): Date | null => {
  const timestamp = parseTimestamp(text);
  if (!timestamp) return null;
  const { offsetMinutes } = timestamp;
  return offsetMinutes === null ? instantInZone(timestamp, FEDERAL_ZONE) : instantAtOffset(timestamp, offsetMinutes);
};

const readTitle = (title: string, note: TakeNote): string => {
  if (title.length > LONGEST_TITLE)
    note('title-cut', `The title is longer than ${LONGEST_TITLE} characters and was cut.`);
  return shorten(title, LONGEST_TITLE);
};

const readDescription = (published: string, note: TakeNote): string => {
  const text = plainText(published);
  if (text.length > LONGEST_DESCRIPTION) {
    note('description-cut', `The description is longer than ${LONGEST_DESCRIPTION} characters and was cut.`);
  }
  return shorten(text, LONGEST_DESCRIPTION);
};

const readBaseType = (text: string, vocabulary: NoticeVocabulary, note: TakeNote): Notice['baseType'] => {
  if (text.trim() === '') return null;
  return (
    vocabulary.noticeType(text) ?? note('base-type-unknown', 'The original notice type is unknown and was left out.')
  );
};

/** An unknown code is kept out, so that eligibility stays an open question instead of becoming "unrestricted". */
const readSetAside = (published: string, vocabulary: NoticeVocabulary, note: TakeNote): string | null => {
  const text = published.trim();
  if (text === '' || text === '[]') return null;
  const code = CODE_LIKE.test(text) ? ` ${text}` : '';
  return (
    vocabulary.setAside(text) ?? note('set-aside-unknown', `The set-aside code${code} is unknown and was left out.`)
  );
};

const readNaics = (published: string, note: TakeNote): string | null => {
  const text = published.trim();
  if (text === '') return null;
  return /^\d{2,6}$/.test(text)
    ? text
    : note('naics-unreadable', 'The NAICS code is not two to six digits and was left out.');
};

/** Many titles begin with the code, `59--GASKET`: it counts where the field is blank. */
const readPsc = (published: string, title: string, note: TakeNote): string | null => {
  const text = published.trim().toUpperCase();
  if (text === '') return PSC_IN_TITLE.exec(title)?.[1] ?? null;
  return /^[A-Z0-9]{2,4}$/.test(text)
    ? text
    : note('psc-unreadable', 'The product or service code is not two to four letters and digits and was left out.');
};

const isBlankPlace = (text: string): boolean => /^(?:n\/?a|none|null|unknown|-+)$/i.test(text);

const readPlace = (published: PublishedPlace): Place => {
  const part = (text: string): string | null => {
    const value = field(text);
    return value === null || isBlankPlace(value) ? null : value;
  };
  return {
    city: part(published.city),
    state: part(published.state)?.toUpperCase() ?? null,
    zip: part(published.zip),
    country: part(published.country)?.toUpperCase() ?? null,
  };
};

const readResponseDeadline = (
  published: string,
  office: Place,
  place: Place,
  postedAt: Date,
  note: TakeNote,
): Notice['responseDeadline'] => {
  const text = singleLine(published);
  if (text === '') return null;
  const deadline = readDeadline(text, office, place);
  if (!deadline) return note('deadline-unreadable', 'The response deadline is not a date and was left out.');
  if (deadline.at < postedAt) note('deadline-before-posting', 'The response deadline lies before the posting date.');
  return deadline;
};

const readDay = (published: string, code: string, note: TakeNote): string | null => {
  const text = published.trim();
  if (text === '') return null;
  return parseCalendarDay(text) ?? note(code, 'A date field of the notice is not a date and was left out.');
};

const readAward = (published: PublishedNotice, note: TakeNote): NoticeAward | null => {
  const award = {
    number: field(published.awardNumber),
    date: readDay(published.awardDate, 'award-date-unreadable', note),
    amountUsd: readAmount(published.awardAmount, note),
    awardee: field(published.awardee),
  };
  return Object.values(award).every((value) => value === null) ? null : award;
};

const readAmount = (published: string, note: TakeNote): number | null => {
  const text = published.replace(/[$,\s]/g, '');
  if (text === '') return null;
  const amount = /^\d+(?:\.\d+)?(?:e\+?\d{1,2})?$/i.test(text) ? Math.round(Number(text) * 100) / 100 : Number.NaN;
  return amount < HIGHEST_AMOUNT_USD
    ? amount
    : note('award-amount-unreadable', 'The award amount was left out: it is no sum of money.');
};

const readContact = (published: PublishedContact): NoticeContact | null => {
  const contact = {
    title: field(published.title),
    name: field(published.name),
    email: field(published.email),
    phone: field(published.phone),
  };
  return Object.values(contact).every((value) => value === null) ? null : { kind: published.kind, ...contact };
};

const readLink = (published: string): string | null => {
  const text = withoutApiKeys(published.trim());
  if (text.length > LONGEST_LINK || !/^https?:\/\//i.test(text)) return null;
  const url = parseUrl(text);
  return !url || url.username || url.password ? null : url.href;
};
