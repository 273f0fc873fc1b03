import type { OfficeKey } from '../offices';

export type NoticeTypeCode = 'o' | 'k' | 'p' | 'r' | 's' | 'i' | 'a' | 'u' | 'g';

export const NOTICE_TYPE_LABELS: Readonly<Record<NoticeTypeCode, string>> = {
  o: 'Solicitation',
  k: 'Combined Synopsis/Solicitation',
  p: 'Presolicitation',
  r: 'Sources Sought',
  s: 'Special Notice',
  i: 'Consolidate/(Substantially) Bundle',
  a: 'Award Notice',
  u: 'Justification',
  g: 'Sale of Surplus Property',
};

/** Labels as the extract prints them beside the code. An unlisted code, such as `["SBA"]`, has none. */
export const SET_ASIDE_LABELS: Readonly<Record<string, string>> = {
  SBA: 'Total Small Business Set-Aside (FAR 19.5)',
  SBP: 'Partial Small Business Set-Aside (FAR 19.5)',
  '8A': '8a Competed',
  '8AN': '8(a) Sole Source',
  HZC: 'HUBZone Set Aside',
  HZS: 'HUBZone Sole Source',
  SDVOSBC: 'Service-Disabled Veteran-Owned Small Business Set Aside',
  SDVOSBS: 'SDVOSB Sole Source',
  WOSB: 'Women-Owned Small Business',
  WOSBSS: 'Women-Owned Small Business Sole Source',
  EDWOSB: 'SBA Certified Economically Disadvantaged WOSB (EDWOSB) Program Set-Aside (FAR 19.15)',
  EDWOSBSS: 'SBA Certified Economically Disadvantaged WOSB (EDWOSB) Program Sole Source (FAR 19.15)',
  LAS: 'Local Area Set-Aside (FAR 26.2)',
  IEE: 'Indian Economic Enterprise (IEE) Set-Aside (specific to Department of Interior and Indian Health Services)',
  ISBEE:
    'Indian Small Business Economic Enterprise (ISBEE) Set-Aside (specific to Department of Interior and Indian Health Services)',
  BICiv: 'Buy Indian Set-Aside (specific to Department of Health and Human Services, Indian Health Services)',
  VSA: 'Veteran Set Aside',
  VSS: 'Veteran Sole source',
  NONE: 'No Set aside used',
};

export interface Place {
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly country?: string;
}

/** Days count from the day the demo is loaded; times are on the wall clock of the zone. */
export type Deadline =
  | { readonly form: 'offset'; readonly days: number; readonly time: string; readonly zone: string }
  | { readonly form: 'no-zone'; readonly days: number; readonly time: string }
  | { readonly form: 'date-only'; readonly days: number }
  | { readonly form: 'blank' };

export interface Award {
  readonly number: string;
  readonly daysAgo: number;
  /** As the extract prints it: USD with two decimals. */
  readonly amount: string;
  readonly awardee: string;
}

export interface NoticeDraft {
  /** Names the notice for good: its id depends on nothing else, so a later import moves the dates of the same notices. */
  readonly key: string;
  readonly title: string;
  readonly solicitationNumber: string;
  readonly office: OfficeKey;
  readonly type: NoticeTypeCode;
  readonly baseType?: NoticeTypeCode;
  /** Blank: not stated. */
  readonly setAside: string;
  readonly naics: string;
  readonly psc: string;
  readonly place: Place;
  readonly postedDaysAgo: number;
  readonly postedWithoutMilliseconds?: boolean;
  readonly deadline: Deadline;
  readonly description: string;
  readonly award?: Award;
  readonly link?: string;
}

const utahDeadline = (days: number, time = '14:00:00'): Deadline => ({
  form: 'offset',
  days,
  time,
  zone: 'America/Denver',
});

export const deadlines = {
  utah: utahDeadline,
  offset: (days: number, time: string, zone: string): Deadline => ({ form: 'offset', days, time, zone }),
  noZone: (days: number, time: string): Deadline => ({ form: 'no-zone', days, time }),
  dateOnly: (days: number): Deadline => ({ form: 'date-only', days }),
  blank: { form: 'blank' } as const satisfies Deadline,
};

export const utah = (city: string, zip: string): Place => ({ city, state: 'UT', zip, country: 'USA' });
export const elsewhere = (city: string, state: string, zip: string): Place => ({ city, state, zip, country: 'USA' });
export const NO_PLACE: Place = {};
