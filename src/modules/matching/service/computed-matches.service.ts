import { Injectable } from '@nestjs/common';
import type { Found, Slice } from '../../../common/http/paging';
import type { Business } from '../../businesses';
import type { OpportunityTerms } from '../../eligibility';
import { type MatchFilter, UNKNOWN_SET_ASIDE } from '../domain/match-search';
import type { StoredMatch } from '../domain/stored-match';
import { BusinessMatcher } from './business-matcher.service';
import { MatchableOpportunities } from './matchable-opportunities.service';
import { OpportunityBoardService } from './opportunity-board.service';
import { ScoringContextService } from './scoring-context.service';

/** What is asked for beyond the stored lists is worked out when it is asked for. */
@Injectable()
export class ComputedMatches {
  constructor(
    private readonly board: OpportunityBoardService,
    private readonly contexts: ScoringContextService,
    private readonly matchable: MatchableOpportunities,
    private readonly matcher: BusinessMatcher,
  ) {}

  /** One pair, eligible or not; undefined where there is no such opportunity. */
  async pair(business: Business, opportunityId: string, now: Date): Promise<StoredMatch | undefined> {
    const opportunities = await this.matchable.find({ now, ids: [opportunityId], limit: 1 });
    const [match] = await this.matcher.all([business], opportunities, await this.contexts.current(), now);
    return match;
  }

  /** What the business may not bid on and why, what would fit best first. */
  async notEligible(
    business: Business,
    filter: MatchFilter,
    { limit, offset }: Slice,
    now: Date,
  ): Promise<Found<StoredMatch>> {
    const board = await this.board.current(now);
    const found = await this.matcher.notEligible(business, board, now, (terms) => passes(terms, filter));
    return [found.slice(offset, offset + limit), found.length];
  }
}

/** The conditions that make sense for what is not ranked; a least score selects nothing of it. */
const passes = ({ noticeType, naicsCode, setAside }: OpportunityTerms, filter: MatchFilter): boolean =>
  (filter.minScore ?? 0) <= 0 &&
  (filter.noticeType === undefined || noticeType === filter.noticeType) &&
  (filter.naics === undefined || filter.naics.some((prefix) => (naicsCode ?? '').startsWith(prefix))) &&
  (filter.setAside === undefined || (setAside ?? UNKNOWN_SET_ASIDE) === filter.setAside);
