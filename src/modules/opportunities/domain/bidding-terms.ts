import type { ResponseDeadline } from './notice';
import type { Location, Opportunity, OpportunityStatus } from './opportunity';

/** What decides who may bid on an opportunity, without its texts. */
export interface BiddingTerms extends Pick<
  Opportunity,
  'id' | 'source' | 'noticeType' | 'setAside' | 'naicsCode' | 'pscCode' | 'buyer'
> {
  readonly location: Pick<Location, 'state'>;
  readonly responseDeadline: Pick<ResponseDeadline, 'at' | 'zone' | 'dateOnly'> | null;
  /** At the instant that was asked for. */
  readonly status: OpportunityStatus;
}
