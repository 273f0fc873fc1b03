import type { Opportunity, OpportunityStatus } from './opportunity';

/** The stored facts that decide the status, together with the clock. */
export type StatusFacts = Pick<
  Opportunity,
  'noticeType' | 'publishedAt' | 'withdrawnAt' | 'cancelledAt' | 'awardedAt' | 'archiveOn' | 'responseDeadline'
>;

/** Archive days are calendar days without a zone; the hub counts them in Utah. */
export const ARCHIVE_ZONE = 'America/Denver';

const localDayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: ARCHIVE_ZONE, dateStyle: 'short' });

/**
 * What can be done about an opportunity at the instant `now`. The first of these that holds:
 * withdrawn; draft (never published); cancelled; awarded (and not asked for again since: `foldNotices`);
 * archived (its archive day in Utah is over); closed (a justification, or `now` is at or after the deadline: late is late,
 * Utah Admin. Code R33-1-15); open. Without a deadline it stays open until it is archived.
 * `opportunity-status.sql.ts` says the same in SQL.
 */
export function opportunityStatus(facts: StatusFacts, now: Date): OpportunityStatus {
  if (facts.withdrawnAt) return 'withdrawn';
  if (!facts.publishedAt) return 'draft';
  if (facts.cancelledAt) return 'cancelled';
  if (facts.awardedAt || facts.noticeType === 'a') return 'awarded';
  if (isArchived(facts, now)) return 'archived';
  return isClosed(facts, now) ? 'closed' : 'open';
}

/** An offer may be made: the opportunity is open and is a solicitation (`o`) or combined synopsis/solicitation (`k`). */
export const isBiddable = (facts: StatusFacts, now: Date): boolean =>
  (facts.noticeType === 'o' || facts.noticeType === 'k') && opportunityStatus(facts, now) === 'open';

const isArchived = ({ archiveOn }: StatusFacts, now: Date): boolean =>
  archiveOn !== null && localDayFormat.format(now) > archiveOn;

const isClosed = ({ noticeType, responseDeadline }: StatusFacts, now: Date): boolean =>
  noticeType === 'u' || (responseDeadline !== null && now >= responseDeadline.at);
