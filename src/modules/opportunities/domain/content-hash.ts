import { createHash } from 'node:crypto';
import type { Buyer, Notice, NoticeAward, NoticeContact, Place, ResponseDeadline } from './notice';

type Field =
  keyof Notice | keyof Buyer | keyof Place | keyof ResponseDeadline | keyof NoticeAward | keyof NoticeContact;

/** Every field on every level: the compiler demands a new one here, and the order makes equal notices equal text. */
const fields: Readonly<Record<Field, true>> = {
  source: true,
  sourceNoticeId: true,
  solicitationNumber: true,
  title: true,
  description: true,
  type: true,
  baseType: true,
  setAside: true,
  naicsCode: true,
  pscCode: true,
  buyer: true,
  department: true,
  subTier: true,
  office: true,
  officeCode: true,
  placeOfPerformance: true,
  officePlace: true,
  city: true,
  state: true,
  zip: true,
  country: true,
  postedAt: true,
  responseDeadline: true,
  at: true,
  zone: true,
  text: true,
  dateOnly: true,
  archiveOn: true,
  award: true,
  number: true,
  date: true,
  amountUsd: true,
  awardee: true,
  contacts: true,
  kind: true,
  name: true,
  email: true,
  phone: true,
  sourceUrl: true,
};
const fieldNames = Object.keys(fields);

/** Equal for notices that say the same, whatever file they came from: tells an unchanged publication from a changed one. */
export const contentHash = (notice: Notice): string =>
  createHash('sha256').update(JSON.stringify(notice, fieldNames)).digest('base64url');
