import { DomainError } from '../../../common/errors/domain-error';
import type { NoticeVocabulary, PublishedContact, PublishedNotice, PublishedPlace } from '../domain/published-notice';
import type { ReadRow } from '../domain/read-row';
import { readRow } from './sam-csv';

type JsonObject = Readonly<Record<string, unknown>>;

/** A page of the API has at most 1,000 records, about 2 MB. In UTF-16 units. */
const LONGEST_DOCUMENT = 64 * 1024 * 1024;

/** Reads answers of SAM's Get Opportunities API v2: one page, a list of pages, or a list of records. */
export async function* readSamJson(
  chunks: AsyncIterable<string>,
  vocabulary: NoticeVocabulary,
): AsyncGenerator<ReadRow> {
  const records = recordsOf(parseDocument(await collect(chunks)));
  for (const [index, record] of records.entries()) {
    const row = index + 1;
    if (isObject(record)) yield readRow(row, publishedNotice(record), vocabulary);
    else
      yield { row, noticeId: null, rejection: { code: 'record-unreadable', message: 'The record is not an object.' } };
  }
}

const collect = async (chunks: AsyncIterable<string>): Promise<string> => {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > LONGEST_DOCUMENT) {
      throw new DomainError(
        'too-large',
        'json-too-large',
        'A JSON file may have at most 64 MB; import its pages one by one.',
      );
    }
    parts.push(chunk);
  }
  return parts.join('');
};

const parseDocument = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('malformed', 'json-unreadable', 'The file is not complete, well-formed JSON.');
  }
};

const recordsOf = (document: unknown): readonly unknown[] => {
  if (Array.isArray(document)) {
    return document.flatMap((entry: unknown) =>
      isObject(entry) && Array.isArray(entry.opportunitiesData) ? recordsOf(entry) : [entry],
    );
  }
  if (isObject(document) && Array.isArray(document.opportunitiesData)) return document.opportunitiesData;
  throw new DomainError(
    'invalid',
    'not-a-sam-page',
    'The file is no answer of the Get Opportunities API: it has no `opportunitiesData`.',
  );
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of the named members that holds a text or number; the documentation and the answers spell some differently. */
const textOf = (object: JsonObject, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = object[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return '';
};

const objectOf = (object: JsonObject, name: string): JsonObject => {
  const value = object[name];
  return isObject(value) ? value : {};
};

/** The record names its description by a URL that needs a key and another call, so its text stays empty here. */
const publishedNotice = (record: JsonObject): PublishedNotice => ({
  noticeId: textOf(record, 'noticeId'),
  title: textOf(record, 'title'),
  solicitationNumber: textOf(record, 'solicitationNumber'),
  ...organisation(record),
  postedDate: textOf(record, 'postedDate'),
  type: textOf(record, 'type'),
  baseType: textOf(record, 'baseType'),
  archiveDate: textOf(record, 'archiveDate'),
  setAside: textOf(record, 'typeOfSetAside', 'setAsideCode', 'setAside'),
  deadline: textOf(record, 'responseDeadLine', 'reponseDeadLine', 'responseDeadline'),
  naicsCode: naicsCode(record),
  pscCode: textOf(record, 'classificationCode'),
  placeOfPerformance: place(objectOf(record, 'placeOfPerformance')),
  officePlace: place(objectOf(record, 'officeAddress')),
  ...award(objectOf(record, 'award')),
  contacts: Array.isArray(record.pointOfContact) ? record.pointOfContact.filter(isObject).map(contact) : [],
  link: textOf(record, 'uiLink', 'additionalInfoLink'),
  description: '',
});

/** `DEPT OF DEFENSE.DEPT OF THE NAVY.NAVSEA.NAVSEA HQ`: first the department, then the sub-tier, last the office. */
const organisation = (
  record: JsonObject,
): Pick<PublishedNotice, 'department' | 'subTier' | 'office' | 'officeCode'> => {
  const names = textOf(record, 'fullParentPathName').split('.');
  const codes = textOf(record, 'fullParentPathCode').split('.');
  return {
    department: names[0] || textOf(record, 'department'),
    subTier: names[1] ?? textOf(record, 'subTier'),
    office: names.length > 2 ? (names.at(-1) ?? '') : textOf(record, 'office'),
    officeCode: codes.length > 2 ? (codes.at(-1) ?? '') : '',
  };
};

const naicsCode = (record: JsonObject): string => {
  const several = Array.isArray(record.naicsCodes) ? record.naicsCodes : [];
  const first: unknown = several[0];
  return textOf(record, 'naicsCode') || (typeof first === 'string' ? first : '');
};

/** A part of a place is a text in an office address and an object with code and name in a place of performance. */
const place = (published: JsonObject): PublishedPlace => {
  const part = (name: string, member: string): string =>
    textOf(objectOf(published, name), member, 'name') || textOf(published, name);
  return {
    city: part('city', 'name'),
    state: part('state', 'code'),
    zip: textOf(published, 'zip', 'zipcode', 'zipCode'),
    country: part('country', 'code') || textOf(published, 'countryCode'),
  };
};

const award = (
  published: JsonObject,
): Pick<PublishedNotice, 'awardNumber' | 'awardDate' | 'awardAmount' | 'awardee'> => {
  const awardee = objectOf(published, 'awardee');
  const { city, state, zip, country } = place(objectOf(awardee, 'location'));
  const name = textOf(awardee, 'name');
  return {
    awardNumber: textOf(published, 'number'),
    awardDate: textOf(published, 'date'),
    awardAmount: textOf(published, 'amount'),
    awardee: name && [name, city, state, zip, country].filter((part) => part !== '').join(' '),
  };
};

const contact = (published: JsonObject): PublishedContact => ({
  kind: textOf(published, 'type').toLowerCase() === 'secondary' ? 'secondary' : 'primary',
  title: textOf(published, 'title'),
  name: textOf(published, 'fullName', 'fullname'),
  email: textOf(published, 'email'),
  phone: textOf(published, 'phone'),
});
