/** Where a notice was published. */
export const noticeSources = ['sam', 'utah', 'hub'] as const;
export type NoticeSource = (typeof noticeSources)[number];

/** SAM's one-letter notice types; the same letters are used for every source. Reference table `notice_types` explains them. */
export const noticeTypes = ['o', 'k', 'p', 'r', 's', 'i', 'a', 'u', 'g'] as const;
export type NoticeType = (typeof noticeTypes)[number];

/**
 * When responses are due. A deadline that names only a date has no known time: `at` is then the end of that local day
 * (the last instant at which it could still be open) and `dateOnly` tells readers to say "time not stated".
 */
export interface ResponseDeadline {
  /** Instant from which a response is late. */
  readonly at: Date;
  /** IANA zone (`America/Denver`), or a fixed offset (`UTC-05:00`) where the source gives only that. */
  readonly zone: string;
  /** What the source said, letter by letter. */
  readonly text: string;
  readonly dateOnly: boolean;
}

/** A place as the source gives it; every part may be missing. `state` and `country` are upper-case codes where they are codes at all. */
export interface Place {
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  /** ISO 3166 alpha-3 where the source uses it. */
  readonly country: string | null;
}

/** The buying organisation, from department down to office. */
export interface Buyer {
  readonly department: string | null;
  readonly subTier: string | null;
  readonly office: string | null;
  /** Activity address code of the office, where the source has one. */
  readonly officeCode: string | null;
}

/** Business contact data of a notice, as published by the buyer. Never logged. */
export interface NoticeContact {
  readonly kind: 'primary' | 'secondary';
  readonly title: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The contract that an award notice announces. */
export interface NoticeAward {
  readonly number: string | null;
  /** Local calendar day, `2026-03-06`. */
  readonly date: string | null;
  readonly amountUsd: number | null;
  /** As the source writes it: often name and address in one string. */
  readonly awardee: string | null;
}

/** One published notice in the hub's own words, whatever source and format it came from. */
export interface Notice {
  readonly source: NoticeSource;
  /** The source's id of this one publication; SAM gives every revision a new one. */
  readonly sourceNoticeId: string;
  readonly solicitationNumber: string | null;
  readonly title: string;
  /** Plain text: HTML removed, paragraphs kept. Empty when the source has none. */
  readonly description: string;
  readonly type: NoticeType;
  readonly baseType: NoticeType | null;
  /** One of the codes of the reference table `set_asides`; null means the notice does not say, which is not "none". */
  readonly setAside: string | null;
  /** As published: two to six digits. Null when missing. */
  readonly naicsCode: string | null;
  /** As published: two to four characters. Null when missing. */
  readonly pscCode: string | null;
  readonly buyer: Buyer;
  readonly placeOfPerformance: Place;
  readonly officePlace: Place;
  readonly postedAt: Date;
  readonly responseDeadline: ResponseDeadline | null;
  /** Local calendar day on which the source archives the notice. */
  readonly archiveOn: string | null;
  readonly award: NoticeAward | null;
  readonly contacts: readonly NoticeContact[];
  /** http or https only, without keys. */
  readonly sourceUrl: string | null;
}
