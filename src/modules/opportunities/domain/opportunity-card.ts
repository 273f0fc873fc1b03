import type { NoticeAward, NoticeContact, NoticeSource, NoticeType, Place, ResponseDeadline } from './notice';
import type { LocationBasis, OpportunityStatus } from './opportunity';
import type { NoticeSummary, OpportunityDetail, OpportunitySummary } from './opportunity-search';
import { isBiddable, opportunityStatus } from './opportunity-status';

/** How an opportunity is shown in lists, at one instant. */
export interface OpportunityCard {
  readonly id: string;
  readonly source: NoticeSource;
  readonly title: string;
  readonly solicitationNumber: string | null;
  readonly noticeType: NoticeType;
  readonly setAside: string | null;
  readonly naicsCode: string | null;
  readonly pscCode: string | null;
  /** The department; the sub-tier where the source names no department. */
  readonly agency: string | null;
  readonly subTier: string | null;
  readonly office: string | null;
  readonly placeOfPerformance: Pick<Place, 'city' | 'state' | 'zip'> & { readonly county: string | null };
  /** What the filters `state` and `county` look at. */
  readonly location: {
    readonly basis: LocationBasis | null;
    readonly state: string | null;
    readonly county: string | null;
  };
  readonly postedAt: Date;
  readonly publishedAt: Date | null;
  readonly responseDeadline: ResponseDeadline | null;
  readonly archiveOn: string | null;
  readonly status: OpportunityStatus;
  readonly biddable: boolean;
  readonly noticeCount: number;
  readonly sourceUrl: string | null;
}

/** One opportunity in full. */
export interface OpportunityPage extends OpportunityCard {
  readonly description: string;
  readonly award: NoticeAward | null;
  readonly contacts: readonly NoticeContact[];
  readonly notices: readonly NoticeSummary[];
}

/** Name of the county of an address by its ZIP code, in any state. */
export type CountyOf = (place: Place) => string | null;

export function toCard(opportunity: OpportunitySummary, now: Date, countyOf: CountyOf): OpportunityCard {
  const { buyer, placeOfPerformance: place, location } = opportunity;
  const { basis, state } = location;
  return {
    id: opportunity.id,
    source: opportunity.source,
    title: opportunity.title,
    solicitationNumber: opportunity.solicitationNumber,
    noticeType: opportunity.noticeType,
    setAside: opportunity.setAside,
    naicsCode: opportunity.naicsCode,
    pscCode: opportunity.pscCode,
    agency: buyer.department ?? buyer.subTier,
    subTier: buyer.subTier,
    office: buyer.office,
    placeOfPerformance: { city: place.city, county: countyOf(place), state: place.state, zip: place.zip },
    location: { basis, state, county: basis && countyOf(basis === 'place' ? place : opportunity.officePlace) },
    postedAt: opportunity.postedAt,
    publishedAt: opportunity.publishedAt,
    responseDeadline: opportunity.responseDeadline,
    archiveOn: opportunity.archiveOn,
    status: opportunityStatus(opportunity, now),
    biddable: isBiddable(opportunity, now),
    noticeCount: opportunity.noticeCount,
    sourceUrl: opportunity.sourceUrl,
  };
}

export const toPage = (opportunity: OpportunityDetail, now: Date, countyOf: CountyOf): OpportunityPage => ({
  ...toCard(opportunity, now, countyOf),
  description: opportunity.description,
  award: opportunity.award,
  contacts: opportunity.contacts,
  notices: opportunity.notices,
});
