import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../common/http/page.response';
import { type NoticeSource, noticeSources, type NoticeType, noticeTypes } from '../domain/notice';
import { type LocationBasis, type OpportunityStatus, opportunityStatuses } from '../domain/opportunity';
import type { OpportunityCard, OpportunityPage } from '../domain/opportunity-card';

export class PlaceResponse {
  city: string | null;
  /** By the ZIP code. */
  county: string | null;
  state: string | null;
  zip: string | null;
}

export class LocationResponse {
  /** Which address is meant: of the place of performance or, where that is unknown, of the office; null without both. */
  @ApiProperty({ enum: ['place', 'office'], nullable: true })
  basis: LocationBasis | null;
  state: string | null;
  county: string | null;
}

export class DeadlineResponse {
  /** From this instant on a response is late. */
  at: Date;
  /** IANA time zone, or a fixed offset where the source gives only that. */
  zone: string;
  /** As the source writes it. */
  text: string;
  /** The source names no time: shown as the end of that local day. */
  dateOnly: boolean;
}

/** An opportunity in a list. */
export class OpportunityResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: noticeSources })
  source: NoticeSource;
  title: string;
  solicitationNumber: string | null;
  /** Code of /reference/notice-types. */
  @ApiProperty({ enum: noticeTypes })
  noticeType: NoticeType;
  /** Code of /reference/set-asides; null where no notice says, which is not `NONE`. */
  setAside: string | null;
  naicsCode: string | null;
  pscCode: string | null;
  /** The department; the sub-tier where the source names no department. */
  agency: string | null;
  subTier: string | null;
  office: string | null;
  placeOfPerformance: PlaceResponse;
  /** What the parameters `state` and `county` look at. */
  location: LocationResponse;
  /** When the latest notice was posted. */
  postedAt: Date;
  /** When the first notice was posted. */
  publishedAt: Date | null;
  @ApiProperty({ type: DeadlineResponse, nullable: true })
  responseDeadline: DeadlineResponse | null;
  /** Day after which the source archives it. */
  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  archiveOn: string | null;
  @ApiProperty({ enum: opportunityStatuses })
  status: OpportunityStatus;
  /** An offer can be made on it now. */
  biddable: boolean;
  @ApiProperty({ type: 'integer' })
  noticeCount: number;
  sourceUrl: string | null;
}

export class OpportunityListResponse extends PageResponse {
  items: OpportunityResponse[];
}

export class AwardResponse {
  number: string | null;
  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  date: string | null;
  /** USD. */
  amountUsd: number | null;
  awardee: string | null;
}

export class ContactResponse {
  @ApiProperty({ enum: ['primary', 'secondary'] })
  kind: 'primary' | 'secondary';
  title: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/** One publication of the history. */
export class NoticeResponse {
  sourceNoticeId: string;
  @ApiProperty({ enum: noticeTypes })
  noticeType: NoticeType;
  title: string;
  postedAt: Date;
  sourceUrl: string | null;
}

/** One opportunity in full. */
export class OpportunityDetailResponse extends OpportunityResponse {
  description: string;
  @ApiProperty({ type: AwardResponse, nullable: true })
  award: AwardResponse | null;
  /** Of the latest notice that names any. */
  contacts: ContactResponse[];
  /** Latest first, at most 100. */
  notices: NoticeResponse[];
}

export const toOpportunityResponse = (card: OpportunityCard): OpportunityResponse => ({
  id: card.id,
  source: card.source,
  title: card.title,
  solicitationNumber: card.solicitationNumber,
  noticeType: card.noticeType,
  setAside: card.setAside,
  naicsCode: card.naicsCode,
  pscCode: card.pscCode,
  agency: card.agency,
  subTier: card.subTier,
  office: card.office,
  placeOfPerformance: card.placeOfPerformance,
  location: card.location,
  postedAt: card.postedAt,
  publishedAt: card.publishedAt,
  responseDeadline: card.responseDeadline,
  archiveOn: card.archiveOn,
  status: card.status,
  biddable: card.biddable,
  noticeCount: card.noticeCount,
  sourceUrl: card.sourceUrl,
});

export const toOpportunityDetailResponse = (page: OpportunityPage): OpportunityDetailResponse => ({
  ...toOpportunityResponse(page),
  description: page.description,
  award: page.award,
  contacts: page.contacts.map(({ kind, title, name, email, phone }) => ({ kind, title, name, email, phone })),
  notices: page.notices.map(({ type, sourceNoticeId, title, postedAt, sourceUrl }) => ({
    sourceNoticeId,
    noticeType: type,
    title,
    postedAt,
    sourceUrl,
  })),
});
