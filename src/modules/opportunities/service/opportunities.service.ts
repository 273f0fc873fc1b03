import { Injectable } from '@nestjs/common';
import { invalidField, notFound } from '../../../common/errors/domain-error';
import type { Found } from '../../../common/http/paging';
import { Clock } from '../../../common/time/clock';
import { findUtahCounty, ReferenceService } from '../../reference';
import { naicsPrefixes, setAsideChoice } from '../domain/code-filters';
import type { MatchedRevision, MatchingQuestion } from '../domain/matching-question';
import type { Buyer, Place } from '../domain/notice';
import { type OpportunityCard, type OpportunityPage, toCard, toPage } from '../domain/opportunity-card';
import { type MatchableOpportunity, type OpportunityFilter, type OpportunitySlice } from '../domain/opportunity-search';
import { OpportunitiesReadModel } from '../persistence/opportunities.read-model';
import { OpportunitiesRepository } from '../persistence/opportunities.repository';

/** What a client asks for; names and codes are checked against the reference facts. */
export interface OpportunityQuestion extends Omit<OpportunityFilter, 'countyFips'> {
  /** Name of a Utah county (`Utah` is Utah County, never the state) or its FIPS code. */
  readonly county?: string;
}

@Injectable()
export class OpportunitiesService {
  constructor(
    private readonly opportunities: OpportunitiesReadModel,
    private readonly repository: OpportunitiesRepository,
    private readonly reference: ReferenceService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `invalid` for an unknown set-aside or county, and for relevance without words to be relevant to. */
  async search(question: OpportunityQuestion, slice: OpportunitySlice): Promise<Found<OpportunityCard>> {
    if (slice.sort === 'relevance' && question.q === undefined) {
      throw invalidField('sort', 'relevance-needs-q', 'Sorting by relevance needs words in q.');
    }
    const now = this.clock.now();
    const { items, total } = await this.opportunities.search(this.toFilter(question), slice, now);
    return [items.map((item) => toCard(item, now, this.countyOf)), total];
  }

  /** @throws DomainError `not-found`, for drafts and withdrawn ones too. */
  async get(id: string): Promise<OpportunityPage> {
    const found = await this.opportunities.findPublic(id);
    if (!found) throw notFound('opportunity');
    return toPage(found, this.clock.now(), this.countyOf);
  }

  /** Who buys it. @throws DomainError `not-found`, for drafts and withdrawn ones too. */
  async getBuyer(id: string): Promise<Buyer> {
    const [found] = await this.opportunities.findPublicByIds([id]);
    if (!found) throw notFound('opportunity');
    return found.buyer;
  }

  /** The cards of those of these opportunities that are public, by id. */
  async findCards(ids: readonly string[]): Promise<ReadonlyMap<string, OpportunityCard>> {
    const now = this.clock.now();
    const found = await this.opportunities.findPublicByIds(ids);
    return new Map(found.map((item) => [item.id, toCard(item, now, this.countyOf)]));
  }

  /** One page for matching, in the order of the ids: ask again with the last id as `afterId` until a page is short. */
  findForMatching(question: MatchingQuestion): Promise<readonly MatchableOpportunity[]> {
    return this.opportunities.findForMatching(question);
  }

  /** Remembers which revision was matched; one that grew meanwhile stays to be matched. */
  markMatched(revisions: readonly MatchedRevision[]): Promise<void> {
    return this.repository.markMatched(revisions);
  }

  private toFilter({ county, naics, setAside, state, ...rest }: OpportunityQuestion): OpportunityFilter {
    return {
      ...rest,
      naics: naics?.flatMap(naicsPrefixes),
      setAside: setAside?.map(setAsideChoice),
      state: state?.toUpperCase(),
      countyFips: county === undefined ? undefined : this.toCountyFips(county),
    };
  }

  private toCountyFips(county: string): string {
    const { counties } = this.reference.facts();
    const found = counties.get(county.trim()) ?? findUtahCounty(counties.values(), county);
    if (!found) throw invalidField('county', 'unknown-county', 'There is no such county in Utah.');
    return found.fips;
  }

  private readonly countyOf = (place: Place): string | null => {
    const found = this.reference.facts().zip(place.zip);
    return found && (!place.state || place.state === found.state) ? found.county : null;
  };
}

/** A sector spans a range of two-digit codes: 33 asks for 31, 32 and 33, as 31-33 does. */
