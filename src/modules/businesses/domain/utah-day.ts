const formatter = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Denver', dateStyle: 'short' });

/** The calendar day in Utah, `YYYY-MM-DD`. */
export const utahDay = (instant: Date): string => formatter.format(instant);
