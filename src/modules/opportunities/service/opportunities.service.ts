import { Injectable } from '@nestjs/common';
import { invalidField, notFound } from '../../../common/errors/domain-error';
import { Clock } from '../../../common/time/clock';
import { findUtahCounty, naicsSector, parseSetAside, ReferenceService } from '../../reference';
import type { MatchedRevision, MatchingQuestion } from '../domain/matching-question';
import type { Place } from '../domain/notice';
import { type OpportunityCard, type OpportunityPage, toCard, toPage } from '../domain/opportunity-card';
import {
  type MatchableOpportunity,
  type OpportunityFilter,
  type OpportunitySlice,
  UNKNOWN_SET_ASIDE,
} from '../domain/opportunity-search';
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
  async search(
    question: OpportunityQuestion,
    slice: OpportunitySlice,
  ): Promise<{ readonly items: readonly OpportunityCard[]; readonly total: number }> {
    if (slice.sort === 'relevance' && question.q === undefined) {
      throw invalidField('sort', 'relevance-needs-q', 'Sorting by relevance needs words in q.');
    }
    const now = this.clock.now();
    const { items, total } = await this.opportunities.search(this.toFilter(question), slice, now);
    return { items: items.map((item) => toCard(item, now, this.countyOf)), total };
  }

  /** @throws DomainError `not-found`, for drafts and withdrawn ones too. */
  async get(id: string): Promise<OpportunityPage> {
    const found = await this.opportunities.findPublic(id);
    if (!found) throw notFound('opportunity');
    return toPage(found, this.clock.now(), this.countyOf);
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
      naics: naics?.flatMap(prefixesOf),
      setAside: setAside?.map(toSetAside),
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
function prefixesOf(code: string): readonly string[] {
  const sector = code.length === 2 || code.includes('-') ? naicsSector(code) : code;
  if (sector === undefined) throw invalidField('naics', 'unknown-naics', `There is no NAICS sector ${code}.`);
  const [first, last] = sector.split('-').map(Number);
  return first === undefined || last === undefined
    ? [sector]
    : Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

function toSetAside(text: string): string {
  if (text.toLowerCase() === UNKNOWN_SET_ASIDE) return UNKNOWN_SET_ASIDE;
  const code = parseSetAside(text);
  if (!code) throw invalidField('setAside', 'unknown-set-aside', `There is no set-aside ${text}.`);
  return code;
}
