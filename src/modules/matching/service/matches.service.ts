import { Injectable } from '@nestjs/common';
import { notFound } from '../../../common/errors/domain-error';
import type { Found, Slice } from '../../../common/http/paging';
import { Clock } from '../../../common/time/clock';
import { type Business, BusinessesService } from '../../businesses';
import { OpportunitiesService } from '../../opportunities';
import type { ListedMatch, MatchFilter } from '../domain/match-search';
import type { StoredMatch } from '../domain/stored-match';
import { MatchesReadModel } from '../persistence/matches.read-model';
import { BusinessMatcher } from './business-matcher.service';
import { MatchableOpportunities, type PreparedOpportunity } from './matchable-opportunities.service';
import { OpportunityBoardService } from './opportunity-board.service';

/** What is asked for beyond the stored lists is worked out when it is asked for; this many answers at most. */
const MOST_COMPUTED = 1_000;

/** What an owner is shown. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly opportunities: OpportunitiesService,
    private readonly stored: MatchesReadModel,
    private readonly board: OpportunityBoardService,
    private readonly matcher: BusinessMatcher,
    private readonly matchable: MatchableOpportunities,
    private readonly clock: Clock,
  ) {}

  /**
   * Matches of the caller's own business, best first; with `eligibility` `not_eligible` what it may not bid on and why,
   * what would fit best first. @throws DomainError `not-found` without a profile
   */
  async search(ownerId: string, filter: MatchFilter, slice: Slice): Promise<Found<ListedMatch>> {
    const business = await this.businesses.getOwn(ownerId);
    const found =
      filter.eligibility === 'not_eligible'
        ? await this.notEligible(business, filter, slice)
        : await this.stored.search(business.id, filter, slice, this.clock.now());
    return [await this.withCards(found[0]), found[1]];
  }

  /** One pair, made at this moment. @throws DomainError `not-found` */
  async get(ownerId: string, opportunityId: string): Promise<ListedMatch> {
    const business = await this.businesses.getOwn(ownerId);
    const now = this.clock.now();
    const opportunities = await this.matchable.find({ now, ids: [opportunityId], limit: 1 });
    const { context } = await this.board.current(now);
    const [listed] = await this.withCards(await this.matcher.all([business], opportunities, context, now));
    if (!listed) throw notFound('opportunity');
    return listed;
  }

  private async notEligible(business: Business, filter: MatchFilter, { limit, offset }: Slice): Promise<Found<StoredMatch>> {
    const now = this.clock.now();
    const board = await this.board.current(now);
    const all = await this.matcher.notEligible(business, board, now, MOST_COMPUTED);
    const wanted = all.filter(({ opportunityId }) => passes(board.opportunities.get(opportunityId), filter, now));
    return [wanted.slice(offset, offset + limit), wanted.length];
  }

  private async withCards(matches: readonly StoredMatch[]): Promise<readonly ListedMatch[]> {
    const cards = await this.opportunities.findCards(matches.map(({ opportunityId }) => opportunityId));
    return matches.flatMap((match) => {
      const opportunity = cards.get(match.opportunityId);
      return opportunity ? [{ ...match, opportunity }] : [];
    });
  }
}

/** The conditions that make sense for what is not ranked; a least score selects nothing of it. */
const passes = (opportunity: PreparedOpportunity | undefined, filter: MatchFilter, now: Date): boolean => {
  if (!opportunity) return false;
  const { noticeType, naicsCode, setAside } = opportunity.termsAt(now);
  return (
    (filter.minScore ?? 0) <= 0 &&
    (filter.noticeType === undefined || noticeType === filter.noticeType) &&
    (filter.naics === undefined || (naicsCode ?? '').startsWith(filter.naics)) &&
    (filter.setAside === undefined || setAside === filter.setAside)
  );
};
