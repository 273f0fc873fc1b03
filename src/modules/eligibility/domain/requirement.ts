import type { NoticeSource } from '../../opportunities';
import type { OpportunityTerms } from './eligibility-input';
import { responseDay } from './response-day';

/** What an opportunity asks of a business. Thousands of opportunities share a few hundred of these. */
export interface BusinessRequirement {
  readonly source: NoticeSource;
  /** In capitals, without blanks and JSON wrapping; empty when the notice does not say. */
  readonly setAside: string;
  /** As published; empty when missing. */
  readonly naicsCode: string;
  /** Day on which it must be met, `YYYY-MM-DD`. */
  readonly on: string;
}

export const requirementOf = (opportunity: OpportunityTerms, now: Date): BusinessRequirement => ({
  source: opportunity.source,
  setAside: (opportunity.setAside ?? '').replace(/^[\s["']+|[\s\]"']+$/g, '').toUpperCase(),
  naicsCode: (opportunity.naicsCode ?? '').trim(),
  on: responseDay(opportunity.responseDeadline, now),
});

/** Equal requirements have equal keys: the answers of `businessGates` for one business can be kept under it. */
export const requirementKey = ({ source, setAside, naicsCode, on }: BusinessRequirement): string =>
  [source, setAside, naicsCode, on].join('|');
