import { escapeLike, type SqlConditions } from '../../../infra/database';
import { type OpportunityFilter, UNKNOWN_SET_ASIDE } from '../domain/opportunity-search';
import { comparableNumber } from '../domain/procurement-key';
import { IS_PUBLIC, isBiddableSql, isOpenSql, statusSql } from './opportunity-status.sql';

export const searchQuery = (placeholder: string): string => `websearch_to_tsquery('english', ${placeholder})`;

/** Adds what a filter means for the table `o`. Only public opportunities ever pass. */
export function addOpportunityFilter(filter: OpportunityFilter, now: Date, conditions: SqlConditions): void {
  addStatus(filter, now, conditions);
  conditions.addIfGiven(filter.q, (q) => `o.search_vector @@ ${searchQuery(q)}`);
  addPrefixes('o.naics_code', filter.naics, conditions);
  addPrefixes('o.psc_code', filter.psc, conditions);
  addSetAside(filter.setAside, conditions);
  conditions.addIfGiven(filter.noticeType, (types) => `o.notice_type = any(${types}::text[])`);
  conditions.addIfGiven(filter.source, (sources) => `o.source = any(${sources}::text[])`);
  conditions.addIfGiven(
    filter.agency === undefined ? undefined : `%${escapeLike(filter.agency)}%`,
    (agency) => `(o.department ilike ${agency} or o.sub_tier ilike ${agency} or o.office ilike ${agency})`,
  );
  conditions.addIfGiven(filter.state, (state) => `o.location_state = ${state}`);
  conditions.addIfGiven(filter.countyFips, (county) => `o.location_county_fips = ${county}`);
  conditions.addIfGiven(filter.postedFrom, (from) => `o.posted_at >= ${from}`);
  conditions.addIfGiven(filter.postedTo, (to) => `o.posted_at < ${to}`);
  conditions.addIfGiven(filter.dueFrom, (from) => `o.response_due_at >= ${from}`);
  conditions.addIfGiven(filter.dueTo, (to) => `o.response_due_at < ${to}`);
  addNumber(filter.solicitationNumber, conditions);
}

function addStatus({ status, biddable }: OpportunityFilter, now: Date, conditions: SqlConditions): void {
  conditions.add(IS_PUBLIC);
  if (status?.every((one) => one === 'open')) conditions.add(isOpenSql(conditions.parameter(now)));
  else conditions.addIfGiven(status, (wanted) => `${statusSql(conditions.parameter(now))} = any(${wanted}::text[])`);
  if (biddable === undefined) return;
  const isBiddable = isBiddableSql(conditions.parameter(now));
  conditions.add(biddable ? isBiddable : `not ${isBiddable}`);
}

function addPrefixes(column: string, prefixes: readonly string[] | undefined, conditions: SqlConditions): void {
  if (prefixes) conditions.add(conditions.startsWithAny(column, prefixes));
}

function addSetAside(setAside: readonly string[] | undefined, conditions: SqlConditions): void {
  if (!setAside) return;
  const codes = conditions.parameter(setAside.filter((code) => code !== UNKNOWN_SET_ASIDE));
  const isUnknown = setAside.includes(UNKNOWN_SET_ASIDE) ? ' or o.set_aside is null' : '';
  conditions.add(`(o.set_aside = any(${codes}::text[])${isUnknown})`);
}

/** A placeholder such as `N/A` is no number, so nothing has it. */
function addNumber(number: string | undefined, conditions: SqlConditions): void {
  if (number === undefined) return;
  const comparable = comparableNumber(number);
  conditions.add(comparable === null ? 'false' : `o.solicitation_key = ${conditions.parameter(comparable)}`);
}
