const DAY = /^[12]\d{3}-\d{2}-\d{2}$/;

/** Whether this is a day `YYYY-MM-DD` that exists in the calendar: 2026-02-30 does not. */
export const isCalendarDay = (text: string): boolean => {
  if (!DAY.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // JavaScript moves 30 February to March instead of refusing it.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
};

/** The day that extracts of SAM.gov write as `YYYYMMDD`, or undefined where there is none. */
export const dayOfDigits = (text: string): string | undefined => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim()) ?? [];
  const written = `${year}-${month}-${day}`;
  return isCalendarDay(written) ? written : undefined;
};
