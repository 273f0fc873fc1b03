import { IANAZone } from 'luxon';

/** A point in time as a source writes it: clock time and offset may be missing. */
export interface PublishedTimestamp {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Milliseconds since local midnight; null where only a date is given. */
  readonly timeOfDayMs: number | null;
  /** Minutes east of UTC; null where the source does not say. */
  readonly offsetMinutes: number | null;
}

const TIMESTAMP =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2200;
/** Zones reach from UTC−12:00 to UTC+14:00. */
const WIDEST_OFFSET_MINUTES = 14 * 60;

/** Reads `2026-05-01`, `2026-05-01T16:30:00-07:00`, `2026-04-24 23:24:04.649-04` and what lies between; null for anything else. */
export const parseTimestamp = (text: string): PublishedTimestamp | null => {
  const match = TIMESTAMP.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isCalendarDay(date)) return null;
  if (hour === undefined) return { ...date, timeOfDayMs: null, offsetMinutes: null };
  const clock = [Number(hour), Number(minute), Number(second ?? 0)] as const;
  const offsetMinutes = offset === undefined ? null : parseOffset(offset);
  if (clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return null;
  if (offsetMinutes !== null && Math.abs(offsetMinutes) > WIDEST_OFFSET_MINUTES) return null;
  const milliseconds = Math.trunc(Number(`0.${fraction ?? 0}`) * 1000);
  return {
    ...date,
    timeOfDayMs: (clock[0] * 60 + clock[1]) * MINUTE_MS + clock[2] * 1000 + milliseconds,
    offsetMinutes,
  };
};

/** The calendar day that a date or timestamp names, `2026-05-01`, without any conversion; null where it names none. */
export const parseCalendarDay = (text: string): string | null => (parseTimestamp(text) ? text.slice(0, 10) : null);

/** Instant of a timestamp that carries its own offset. */
export const instantAtOffset = (at: PublishedTimestamp, offsetMinutes: number): Date =>
  new Date(Date.UTC(at.year, at.month - 1, at.day) + (at.timeOfDayMs ?? 0) - offsetMinutes * MINUTE_MS);

/**
 * Instant of a local clock time. One that happens twice on the night summer time ends is the first of the two, because
 * who is early is never late; one that never happens is as much later as the clocks were put forward.
 */
export const instantInZone = (at: PublishedTimestamp, zone: string): Date => {
  const wallClock = Date.UTC(at.year, at.month - 1, at.day) + (at.timeOfDayMs ?? 0);
  const offsets = [wallClock - DAY_MS, wallClock + DAY_MS].map((instant) => offsetAt(instant, zone));
  const earliestFirst = offsets.sort((one, other) => other - one).map((minutes) => wallClock - minutes * MINUTE_MS);
  const real = earliestFirst.find((instant) => instant + offsetAt(instant, zone) * MINUTE_MS === wallClock);
  return new Date(real ?? Math.max(...earliestFirst));
};

/** Minutes east of UTC that the clocks of a zone show at an instant. */
export const offsetAt = (instantMs: number, zone: string): number => IANAZone.create(zone).offset(instantMs);

/** First instant after the local day has ended. */
export const endOfDayInZone = (at: PublishedTimestamp, zone: string): Date => {
  const next = new Date(Date.UTC(at.year, at.month - 1, at.day) + DAY_MS);
  const nextDay = { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
  return instantInZone({ ...nextDay, timeOfDayMs: null, offsetMinutes: null }, zone);
};

/** `UTC-07:00` */
export const fixedZone = (offsetMinutes: number): string => {
  if (offsetMinutes === 0) return 'UTC';
  const minutes = Math.abs(offsetMinutes);
  const parts = [Math.trunc(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${parts.join(':')}`;
};

const isCalendarDay = ({ year, month, day }: { year: number; month: number; day: number }): boolean => {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const parseOffset = (text: string): number => {
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return text.startsWith('-') ? -minutes : minutes;
};
