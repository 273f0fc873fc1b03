import type { Buyer, NoticeAward, NoticeSource, NoticeType, Place, ResponseDeadline } from './notice';

/** Computed from stored facts and the clock, never stored: see `opportunityStatus`. */
export const opportunityStatuses = [
  'draft',
  'open',
  'closed',
  'awarded',
  'cancelled',
  'archived',
  'withdrawn',
] as const;
export type OpportunityStatus = (typeof opportunityStatuses)[number];

/** Which of the two addresses of a notice says where it belongs. */
export type LocationBasis = 'place' | 'office';

/** The best known location: half of all notices that can be bid on name no place of performance (SAM.gov, 24 April 2026). */
export interface Location {
  /** Null when neither address is known. */
  readonly basis: LocationBasis | null;
  readonly state: string | null;
  /** Set for locations in Utah whose ZIP code is known. */
  readonly countyFips: string | null;
}

/** One procurement with at most one contract: the folded state of its current notices. */
export interface Opportunity {
  readonly id: string;
  readonly source: NoticeSource;
  readonly solicitationNumber: string | null;
  readonly title: string;
  readonly description: string;
  readonly noticeType: NoticeType;
  readonly baseType: NoticeType | null;
  /** Null means that no notice says; the code `NONE` means unrestricted. */
  readonly setAside: string | null;
  readonly naicsCode: string | null;
  readonly pscCode: string | null;
  readonly buyer: Buyer;
  readonly placeOfPerformance: Place;
  readonly officePlace: Place;
  /** Five-digit FIPS code of the Utah county of the place of performance, where it is known. */
  readonly countyFips: string | null;
  /** Where the work is looked for: at the place of performance, else at the office. */
  readonly location: Location;
  /** When the latest notice was posted. */
  readonly postedAt: Date;
  /** When the first notice was posted; null makes it a draft. */
  readonly publishedAt: Date | null;
  readonly responseDeadline: ResponseDeadline | null;
  readonly archiveOn: string | null;
  readonly cancelledAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** When the latest award notice was posted. */
  readonly awardedAt: Date | null;
  readonly award: NoticeAward | null;
  readonly sourceUrl: string | null;
  /** How many notices this opportunity is made of. */
  readonly noticeCount: number;
  /** Grows with every change that can alter a match. */
  readonly matchRevision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
