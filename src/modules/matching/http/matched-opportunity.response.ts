import { ApiProperty } from '@nestjs/swagger';
import {
  type NoticeType,
  noticeTypes,
  type OpportunityCard,
  type OpportunityStatus,
  opportunityStatuses,
} from '../domain/match-search';

export class MatchedPlaceResponse {
  city: string | null;
  county: string | null;
  state: string | null;
  zip: string | null;
}

export class MatchedDeadlineResponse {
  /** From this instant on a response is late. */
  at: Date;
  /** IANA time zone, or a fixed offset where the source gives only that. */
  zone: string;
  /** As the source writes it. */
  text: string;
  /** The source names no time: shown as the end of that local day. */
  dateOnly: boolean;
}

/** The opportunity of a match, in short; /opportunities/{id} tells the rest. */
export class MatchedOpportunityResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  title: string;
  solicitationNumber: string | null;
  @ApiProperty({ enum: noticeTypes })
  noticeType: NoticeType;
  /** Null where no notice says, which is not `NONE`. */
  setAside: string | null;
  naicsCode: string | null;
  pscCode: string | null;
  agency: string | null;
  office: string | null;
  placeOfPerformance: MatchedPlaceResponse;
  postedAt: Date;
  @ApiProperty({ type: MatchedDeadlineResponse, nullable: true })
  responseDeadline: MatchedDeadlineResponse | null;
  @ApiProperty({ enum: opportunityStatuses })
  status: OpportunityStatus;
  sourceUrl: string | null;
}

export const toMatchedOpportunityResponse = (card: OpportunityCard): MatchedOpportunityResponse => ({
  id: card.id,
  title: card.title,
  solicitationNumber: card.solicitationNumber,
  noticeType: card.noticeType,
  setAside: card.setAside,
  naicsCode: card.naicsCode,
  pscCode: card.pscCode,
  agency: card.agency,
  office: card.office,
  placeOfPerformance: card.placeOfPerformance,
  postedAt: card.postedAt,
  responseDeadline: card.responseDeadline,
  status: card.status,
  sourceUrl: card.sourceUrl,
});
