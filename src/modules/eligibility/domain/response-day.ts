import { DateTime } from 'luxon';
import { utahDay } from '../../businesses';
import type { OpportunityTerms } from './eligibility-input';

const UTAH = 'America/Denver';

const localDay = (instant: number, zone: string): string | null => DateTime.fromMillis(instant, { zone }).toISODate();

/** Days of deadlines that were asked for before: every business asks for the same ones. */
const knownDays = new WeakMap<NonNullable<OpportunityTerms['responseDeadline']>, string>();

/**
 * The local calendar day (`YYYY-MM-DD`) on which an offer must be sound: the day of the deadline where it is due, or
 * today in Utah when no deadline is stated. At the instant of the deadline it is too late: the last one at which an
 * offer can be made is one millisecond before, and of a deadline at midnight that is still the day before.
 */
export function responseDay(deadline: OpportunityTerms['responseDeadline'], now: Date): string {
  const known = deadline && knownDays.get(deadline);
  if (known) return known;
  const instant = deadline ? deadline.at.getTime() - 1 : now.getTime();
  const day = localDay(instant, deadline?.zone ?? UTAH) ?? localDay(instant, UTAH);
  if (day === null) throw new RangeError('The deadline and "now" must be valid instants.');
  if (deadline) knownDays.set(deadline, day);
  return day;
}

/** Every notice is asked about at the same few instants, and formatting one takes longer than the rest of a requirement. */
const knownToday = new WeakMap<Date, string>();

function today(now: Date): string {
  const day = knownToday.get(now) ?? utahDay(now);
  knownToday.set(now, day);
  return day;
}

/** The day whose figures can be known: that of the response, or today in Utah while that lies ahead. */
export const figuresDay = (on: string, now: Date): string => (on < today(now) ? on : today(now));
