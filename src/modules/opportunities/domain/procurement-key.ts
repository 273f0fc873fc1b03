import type { Notice } from './notice';

/**
 * Words that stand in the field of a solicitation or award number without being one. From the 52,628 distinct notices of
 * March and April 2026: VARIOUS, MULTIPLE, ADD FULL CONTRACT HERE, POST AWARD SYNOPSIS, AWARD NOTICE, AMENDED SOLICITATION,
 * INFORMATION REQUEST, `1`, `55555`; the others are the same idea in other words.
 */
const PLACEHOLDERS = new Set([
  ...['NA', 'NONE', 'NULL', 'TBA', 'TBD', 'PENDING', 'UNKNOWN', 'VARIOUS', 'MULTIPLE', 'NOTAPPLICABLE', 'NOTAVAILABLE'],
  ...['SEEATTACHED', 'SEEATTACHMENT', 'SEEATTACHMENTS', 'SEEBELOW', 'SEEDESCRIPTION', 'TOBEDETERMINED', 'NONUMBER'],
  ...['ADDFULLCONTRACTHERE', 'POSTAWARDSYNOPSIS', 'AWARDNOTICE', 'AMENDEDSOLICITATION', 'INFORMATIONREQUEST'],
]);

const ONE_CHARACTER_REPEATED = /^(.)\1*$/;
const LONGEST_NUMBER = 128;
const LONGEST_TITLE = 200;

const lettersAndDigits = (text: string | null): string => (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');

/**
 * A solicitation or award number as people compare it: A–Z and 0–9 only, so that `N00104-26RBR40` equals `N0010426RBR40`.
 * Null where there is none: blank, a placeholder, one character repeated.
 */
export function comparableNumber(number: string | null): string | null {
  const bare = lettersAndDigits(number).slice(0, LONGEST_NUMBER);
  return bare === '' || PLACEHOLDERS.has(bare) || ONE_CHARACTER_REPEATED.test(bare) ? null : bare;
}

/** Six characters that begin with a letter and hold a digit, as activity address codes (DoDAAC, civilian AAC) do. */
const LOOKS_LIKE_OFFICE_CODE = /^(?=.*\d)[A-Z][A-Z0-9]{5}$/;

function isOfficeCode(number: string, officeCode: string | null): boolean {
  return officeCode === null ? LOOKS_LIKE_OFFICE_CODE.test(number) : number === lettersAndDigits(officeCode);
}

/** Long enough, with letters and digits: of 38,129 such numbers none was used by two departments or two sub-tiers. */
const isUniqueGovernmentWide = (number: string): boolean =>
  number.length >= 8 && /[A-Z]/.test(number) && /\d/.test(number);

/**
 * Notices with equal keys belong to one procurement. Counted in the 52,628 distinct notices of March and April 2026:
 * - 50,952 rows have a number of at least eight letters and digits, which is unique government-wide and is the key;
 * - 33 rows give the office's own activity address code (`SPRDL1`: 8 rows, 5 titles; `W9127S`: 9 rows, one title), and
 *   where the office code is missing the shape tells (`W50S8T`: 6 rows, 3 titles). Such a number groups only notices of
 *   one title;
 * - about 1,100 rows have a short, all-digit or all-letter number (`26005`, `BLDG107`, `PBJ-SQUEEZER`), which two
 *   departments can both use: the department is part of the key;
 * - about 470 rows have no number or a placeholder: each stands alone.
 * Numbers of other sources than SAM.gov are given out by each buyer, so the department is always part of their key.
 */
export function procurementKey(notice: Pick<Notice, KeyField>): string {
  const { source, sourceNoticeId, title, buyer } = notice;
  const number = comparableNumber(notice.solicitationNumber);
  const department = lettersAndDigits(buyer.department);
  if (number === null) return `${source}#${sourceNoticeId}`;
  if (source === 'sam' && isOfficeCode(number, buyer.officeCode)) {
    return `${source}:${number}@${department}:${lettersAndDigits(title).slice(0, LONGEST_TITLE)}`;
  }
  return source === 'sam' && isUniqueGovernmentWide(number)
    ? `${source}:${number}`
    : `${source}:${number}@${department}`;
}

type KeyField = 'source' | 'sourceNoticeId' | 'solicitationNumber' | 'title' | 'buyer';
