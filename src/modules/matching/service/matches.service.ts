import { Injectable } from '@nestjs/common';
import { notFound } from '../../../common/errors/domain-error';
import type { Found, Slice } from '../../../common/http/paging';
import { Clock } from '../../../common/time/clock';
import { BusinessesService } from '../../businesses';
import { naicsPrefixes, OpportunitiesService, setAsideChoice } from '../../opportunities';
import type { ListedMatch, MatchFilter, MatchQuestion } from '../domain/match-search';
import type { StoredMatch } from '../domain/stored-match';
import { MatchesReadModel } from '../persistence/matches.read-model';
import { ComputedMatches } from './computed-matches.service';

/** What an owner is shown. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly opportunities: OpportunitiesService,
    private readonly stored: MatchesReadModel,
    private readonly computed: ComputedMatches,
    private readonly clock: Clock,
  ) {}

  /**
   * Matches of the caller's own business, best first; with `eligibility` `not_eligible` what it may not bid on and why,
   * what would fit best first. @throws DomainError `not-found` without a profile
   */
  async search(ownerId: string, question: MatchQuestion, slice: Slice): Promise<Found<ListedMatch>> {
    const filter = toFilter(question);
    const business = await this.businesses.getOwn(ownerId);
    const now = this.clock.now();
    const found =
      filter.eligibility === 'not_eligible'
        ? await this.computed.notEligible(business, filter, slice, now)
        : await this.stored.search(business.id, filter, slice, now);
    return [await this.withCards(found[0]), found[1]];
  }

  /** One pair, made at this moment. @throws DomainError `not-found` */
  async get(ownerId: string, opportunityId: string): Promise<ListedMatch> {
    const business = await this.businesses.getOwn(ownerId);
    const match = await this.computed.pair(business, opportunityId, this.clock.now());
    const [listed] = await this.withCards(match ? [match] : []);
    if (!listed) throw notFound('opportunity');
    return listed;
  }

  private async withCards(matches: readonly StoredMatch[]): Promise<readonly ListedMatch[]> {
    const cards = await this.opportunities.findCards(matches.map(({ opportunityId }) => opportunityId));
    return matches.flatMap((match) => {
      const opportunity = cards.get(match.opportunityId);
      return opportunity ? [{ ...match, opportunity }] : [];
    });
  }
}

/** @throws DomainError for a code that does not exist */
const toFilter = ({ naics, setAside, eligibility, minScore, noticeType }: MatchQuestion): MatchFilter => ({
  eligibility,
  minScore,
  noticeType,
  naics: naics === undefined ? undefined : naicsPrefixes(naics),
  setAside: setAside === undefined ? undefined : setAsideChoice(setAside),
});
