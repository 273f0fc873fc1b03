import type { EligibilityVerdict } from '../../eligibility';
import type { NoticeType, OpportunityCard } from '../../opportunities';
import type { StoredMatch } from './stored-match';

/** Which matches are wanted; an absent condition selects everything. */
export interface MatchFilter {
  /** Absent: those that are ranked, `eligible` and `unknown`. */
  readonly eligibility?: EligibilityVerdict;
  /** 0 to 100. */
  readonly minScore?: number;
  readonly noticeType?: NoticeType;
  /** Beginnings of NAICS codes. */
  readonly naics?: readonly string[];
  /** Code of a set-aside, or `unknown` where the notice does not say. */
  readonly setAside?: string;
}

/** The same in the words of a client. */
export interface MatchQuestion extends Omit<MatchFilter, 'naics'> {
  /** Two to six digits, or the range of a sector. */
  readonly naics?: string;
}

/** A match as people see it: with the opportunity it is about. */
export interface ListedMatch extends StoredMatch {
  readonly opportunity: OpportunityCard;
}

export {
  type EligibilityVerdict,
  eligibilityVerdicts,
  type GateVerdict,
  gateVerdicts,
  type PlainGate,
} from '../../eligibility';
export {
  type NoticeType,
  noticeTypes,
  type OpportunityCard,
  type OpportunityStatus,
  opportunityStatuses,
  UNKNOWN_SET_ASIDE,
} from '../../opportunities';
