import { DateTime } from 'luxon';

export const UTAH_ZONE = 'America/Denver';

/** Midnight of the Utah calendar day that an instant falls on: the day all dates of the demo data count from. */
export function demoDay(now: Date): DateTime {
  return DateTime.fromJSDate(now, { zone: UTAH_ZONE }).startOf('day');
}

export function isoDate(day: DateTime, offsetDays: number): string {
  return day.plus({ days: offsetDays }).toFormat('yyyy-MM-dd');
}
