import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/time/clock';
import { BusinessesService } from '../../businesses';
import { OpportunityRevisionsReadModel } from '../persistence/opportunity-revisions.read-model';
import { BusinessMatcher } from './business-matcher.service';
import { HELD_AT_ONCE, MatchLists } from './match-lists.service';
import { MatchableOpportunities, type PreparedOpportunity } from './matchable-opportunities.service';
import { ScoringContextService } from './scoring-context.service';

/** The other side of matching: opportunities changed, so they are compared with every business. */
@Injectable()
export class MatchOpportunitiesService {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly matchable: MatchableOpportunities,
    private readonly revisions: OpportunityRevisionsReadModel,
    private readonly contexts: ScoringContextService,
    private readonly matcher: BusinessMatcher,
    private readonly lists: MatchLists,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes those of these whose present revision was not matched yet. One that is not open to bids leaves all lists. When
   * `signal` asks to stop, what was not done stays to be done.
   */
  async match(opportunityIds: readonly string[], signal?: AbortSignal): Promise<void> {
    const now = this.clock.now();
    await this.matchable.markMatched(await this.revisions.findOutOfReach(opportunityIds));
    const changed = await this.matchable.find({
      now,
      ids: opportunityIds,
      onlyUnmatched: true,
      limit: opportunityIds.length,
    });
    const open = changed.filter((opportunity) => isBiddable(opportunity, now)).map(({ id }) => id);
    const gone = changed.map(({ id }) => id).filter((id) => !open.includes(id));
    if (gone.length > 0) await this.lists.removeOpportunities(gone);
    if (open.length > 0 && !(await this.matchWithEverybody(open, signal))) return;
    if (changed.length > 0) await this.matchable.markMatched(changed);
  }

  /** Whether everybody was reached. */
  private async matchWithEverybody(opportunityIds: readonly string[], signal?: AbortSignal): Promise<boolean> {
    for await (const businessIds of this.businesses.walkIds(HELD_AT_ONCE)) {
      if (signal?.aborted) return false;
      await this.lists.holding(businessIds, (heldIds) => this.matchPairs(heldIds, opportunityIds));
    }
    return true;
  }

  /** Reads the opportunities again behind the lock: the revisions marked as matched later are never newer than these. */
  private async matchPairs(businessIds: readonly string[], opportunityIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const businesses = await this.businesses.getMany(businessIds);
    const opportunities = await this.matchable.find({ now, ids: opportunityIds, limit: opportunityIds.length });
    const matches = await this.matcher.all(businesses, opportunities, await this.contexts.current(), now);
    const listed = matches.filter(({ eligibility, score }) => eligibility !== 'not_eligible' && score > 0);
    await this.lists.replacePairs(businessIds, opportunityIds, listed);
  }
}

const isBiddable = (opportunity: PreparedOpportunity, now: Date): boolean => {
  const { noticeType, status } = opportunity.termsAt(now);
  return (noticeType === 'o' || noticeType === 'k') && status === 'open';
};
