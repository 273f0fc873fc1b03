import { DateTime } from 'luxon';
import type {
  OpportunityFilter,
  OpportunitySlice,
  OpportunitySort,
  PublicStatus,
  SortOrder,
} from '../domain/opportunity-search';
import type { OpportunityQuestion } from '../service/opportunities.service';
import type { SearchOpportunitiesQuery } from './search-opportunities.query';

/** Days in a question are days in Utah. */
const ZONE = 'America/Denver';

const usualOrder: Readonly<Record<OpportunitySort, SortOrder>> = { relevance: 'desc', postedAt: 'desc', dueAt: 'asc' };

export function toQuestion(query: SearchOpportunitiesQuery): OpportunityQuestion {
  const { q, naics, setAside, noticeType, biddable, source, agency, state, county, solicitationNumber } = query;
  return {
    ...{ q, naics, setAside, noticeType, biddable, source, agency, state, county, solicitationNumber },
    psc: query.psc?.map((code) => code.toUpperCase()),
    status: toStatus(query.status),
    postedFrom: startOf(query.postedFrom),
    postedTo: endOf(query.postedTo),
    dueFrom: startOf(query.dueFrom),
    dueTo: endOf(query.dueTo),
  };
}

export function toSlice({ q, sort, order, limit, offset }: SearchOpportunitiesQuery): OpportunitySlice {
  const chosen = sort ?? (q === undefined ? 'postedAt' : 'relevance');
  return { sort: chosen, order: order ?? usualOrder[chosen], limit, offset };
}

/** Most people want what they can still act on, so only that is shown unless they ask for more. */
function toStatus(status: SearchOpportunitiesQuery['status']): OpportunityFilter['status'] {
  if (!status) return ['open'];
  const named = status.filter((one): one is PublicStatus => one !== 'any');
  return named.length === status.length ? named : undefined;
}

const isDay = (text: string): boolean => !text.includes('T');

const startOf = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : DateTime.fromISO(text, { zone: ZONE }).toJSDate();

/** A last day belongs to the answer, up to its end in Utah. */
const endOf = (text: string | undefined): Date | undefined =>
  text === undefined || !isDay(text)
    ? startOf(text)
    : DateTime.fromISO(text, { zone: ZONE }).plus({ days: 1 }).toJSDate();
