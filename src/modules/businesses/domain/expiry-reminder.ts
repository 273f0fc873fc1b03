export const expiringKinds = ['certification', 'licence', 'sam-registration'] as const;
/** What of a profile ends on a day. */
export type ExpiringKind = (typeof expiringKinds)[number];

/** How many days ahead owners are reminded, the nearest first. */
const REMINDER_DAYS = [7, 30, 90] as const;

/** Something that ends soon, and that its owner has not been told of. Days are those of Utah's calendar. */
export interface DueReminder {
  readonly businessId: string;
  readonly kind: ExpiringKind;
  /** Id of the entry; `sam` for the registration, of which there is one. */
  readonly subject: string;
  /** Last day. */
  readonly expiresOn: string;
  /** For which of the `REMINDER_DAYS`. */
  readonly days: number;
  readonly ownerId: string;
  readonly email: string;
}

/** Something that a mail reminds of, as the profile lists it when the mail is put together. */
export interface ReminderItem {
  readonly companyName: string;
  readonly kind: ExpiringKind;
  /** Program of a certification, state and class of a licence; null for the registration. */
  readonly name: string | null;
  readonly expiresOn: string;
}

/** Last days that one of the `REMINDER_DAYS` is for, both inclusive. */
export interface ReminderWindow {
  readonly days: number;
  readonly first: string;
  readonly last: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param day `YYYY-MM-DD` */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * Each last day from today on belongs to one reminder, the nearest: what is found late is told once, not three times. What
 * has ended belongs to none.
 */
export const reminderWindows = (today: string): readonly ReminderWindow[] =>
  REMINDER_DAYS.map((days, index) => {
    const nearer = REMINDER_DAYS[index - 1];
    return {
      days,
      first: nearer === undefined ? today : daysAfter(today, nearer + 1),
      last: daysAfter(today, days),
    };
  });

/**
 * Of reminders in the order of their businesses those whose business is there with all of its own: the last one of a step
 * that is full may have more, and is left to the next step, unless it fills this one alone.
 */
export const wholeBusinesses = (due: readonly DueReminder[], step: number): readonly DueReminder[] => {
  const [firstId, lastId] = [due[0]?.businessId, due.at(-1)?.businessId];
  return due.length < step || firstId === lastId ? due : due.filter(({ businessId }) => businessId !== lastId);
};
