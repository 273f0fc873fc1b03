import { ARCHIVE_ZONE } from '../domain/opportunity-status';

/*
 * The rule of `opportunityStatus` in SQL, term by term, for the table under the alias `o`; `now` is the placeholder of a
 * parameter. An integration test proves on generated facts that both give the same answer.
 */

/** Neither draft nor withdrawn. */
export const IS_PUBLIC = '(o.withdrawn_at is null and o.published_at is not null)';

const isArchivedSql = (now: string): string =>
  `coalesce((${now}::timestamptz at time zone '${ARCHIVE_ZONE}')::date > o.archive_on, false)`;

export const statusSql = (now: string): string => `
  case when o.withdrawn_at is not null then 'withdrawn'
       when o.published_at is null then 'draft'
       when o.cancelled_at is not null then 'cancelled'
       when o.awarded_at is not null or o.notice_type = 'a' then 'awarded'
       when ${isArchivedSql(now)} then 'archived'
       when o.notice_type = 'u' or o.response_due_at <= ${now}::timestamptz then 'closed'
       else 'open'
  end`;

/** The same as `statusSql` = 'open', in terms that an index on the deadline can serve. */
export const isOpenSql = (now: string): string => `
  (${IS_PUBLIC} and o.cancelled_at is null and o.awarded_at is null and o.notice_type not in ('a', 'u')
   and not ${isArchivedSql(now)}
   and (o.response_due_at is null or o.response_due_at > ${now}::timestamptz))`;

/** The same as `isBiddable`. */
export const isBiddableSql = (now: string): string => `(o.notice_type in ('o', 'k') and ${isOpenSql(now)})`;
