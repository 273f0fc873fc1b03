import type { NoticeContact, NoticeSource, NoticeType } from './notice';
import type { Opportunity, OpportunityStatus } from './opportunity';

/** Those that anybody may see; drafts and withdrawn ones are for their owners only. */
export const publicStatuses = [
  'open',
  'closed',
  'awarded',
  'cancelled',
  'archived',
] as const satisfies readonly OpportunityStatus[];
export type PublicStatus = (typeof publicStatuses)[number];

export const opportunitySorts = ['relevance', 'dueAt', 'postedAt'] as const;
export type OpportunitySort = (typeof opportunitySorts)[number];
export const sortOrders = ['asc', 'desc'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** Stands among set-aside codes for notices that do not say; `NONE` is the code of those that say there is none. */
export const UNKNOWN_SET_ASIDE = 'unknown';

/** Which opportunities are wanted: all conditions hold together, an absent one selects everything. */
export interface OpportunityFilter {
  /** Words, "phrases", `or` and `-without`, in title, number, buyer and description. */
  readonly q?: string;
  /** Codes of two to six digits; each selects every code below it, `31-33` and each of its parts the whole sector. */
  readonly naics?: readonly string[];
  /** Beginnings of codes. */
  readonly psc?: readonly string[];
  /** Codes and `UNKNOWN_SET_ASIDE`. */
  readonly setAside?: readonly string[];
  readonly noticeType?: readonly NoticeType[];
  /** Absent: all that are public. */
  readonly status?: readonly PublicStatus[];
  /** True: only what an offer may be made on now; false: only the rest. */
  readonly biddable?: boolean;
  readonly source?: readonly NoticeSource[];
  /** Part of the name of the department, sub-tier or office. */
  readonly agency?: string;
  /** State of the location. */
  readonly state?: string;
  /** Five-digit FIPS code of the county of the location. */
  readonly countyFips?: string;
  /** Instants; from inclusive, to exclusive. */
  readonly postedFrom?: Date;
  readonly postedTo?: Date;
  readonly dueFrom?: Date;
  readonly dueTo?: Date;
  /** Compared without punctuation. */
  readonly solicitationNumber?: string;
}

export interface OpportunitySlice {
  readonly sort: OpportunitySort;
  readonly order: SortOrder;
  readonly limit: number;
  readonly offset: number;
}

/** An opportunity without its long text. */
export type OpportunitySummary = Omit<Opportunity, 'description'>;

export interface OpportunitySummaries {
  readonly items: readonly OpportunitySummary[];
  readonly total: number;
}

/** One publication in the history of an opportunity. */
export interface NoticeSummary {
  readonly sourceNoticeId: string;
  readonly type: NoticeType;
  readonly title: string;
  readonly postedAt: Date;
  readonly sourceUrl: string | null;
}

/** An opportunity with the publications it is made of, latest first, and the contacts of the latest that names any. */
export interface OpportunityDetail extends Opportunity {
  readonly notices: readonly NoticeSummary[];
  readonly contacts: readonly NoticeContact[];
}

/** What matching needs of one opportunity, without its long text. */
export interface MatchableOpportunity extends OpportunitySummary {
  /** Search terms with positions and weights, as PostgreSQL writes a `tsvector`. */
  readonly searchVector: string;
}
