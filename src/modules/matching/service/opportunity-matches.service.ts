import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../common/auth/principal';
import { notFound } from '../../../common/errors/domain-error';
import type { Found, Slice } from '../../../common/http/paging';
import { Clock } from '../../../common/time/clock';
import { AgenciesService } from '../../agencies';
import { type Business, BusinessesService, maySee } from '../../businesses';
import { OpportunitiesService } from '../../opportunities';
import { forThirdParties } from '../domain/for-third-parties';
import { maySeeMatches, noAgency, otherAgency } from '../domain/opportunity-matches.policy';
import type { StoredMatch } from '../domain/stored-match';
import { BusinessMatcher } from './business-matcher.service';
import { MatchableOpportunities } from './matchable-opportunities.service';
import { ScoringContextService } from './scoring-context.service';

/** A business that could serve an opportunity. */
export interface OpportunityMatch extends StoredMatch {
  readonly business: Pick<Business, 'id' | 'companyName' | 'dbaName' | 'zipCode' | 'verifiedAt'>;
}

const BUSINESSES_AT_ONCE = 200;

const bestFirst = (a: OpportunityMatch, b: OpportunityMatch): number =>
  b.score - a.score || (a.businessId < b.businessId ? -1 : 1);

/** Who could serve an opportunity: for the officials of its buyer. */
@Injectable()
export class OpportunityMatchesService {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly opportunities: OpportunitiesService,
    private readonly agencies: AgenciesService,
    private readonly matchable: MatchableOpportunities,
    private readonly matcher: BusinessMatcher,
    private readonly contexts: ScoringContextService,
    private readonly clock: Clock,
  ) {}

  /**
   * Businesses that may bid, or may be able to, best first; made at this moment. Officials see those of their agency's
   * opportunities. @throws DomainError `not-found`, `no-agency`, `other-agency`
   */
  async search(reader: Principal, opportunityId: string, { limit, offset }: Slice): Promise<Found<OpportunityMatch>> {
    await this.refuseStrangers(reader, opportunityId);
    const now = this.clock.now();
    const opportunities = await this.matchable.find({ now, ids: [opportunityId], limit: 1 });
    if (opportunities.length === 0) throw notFound('opportunity');
    const context = await this.contexts.current();
    const found: OpportunityMatch[] = [];
    for await (const ids of this.businesses.walkIds(BUSINESSES_AT_ONCE)) {
      const profiles = (await this.businesses.getMany(ids)).filter((business) => maySee(reader, business));
      const businesses = new Map(profiles.map((business) => [business.id, business]));
      for (const match of await this.matcher.all([...businesses.values()], opportunities, context, now)) {
        const business = businesses.get(match.businessId);
        if (business && match.eligibility !== 'not_eligible' && match.score > 0) found.push({ ...match, business });
      }
    }
    const shown = found.sort(bestFirst).slice(offset, offset + limit);
    return [shown.map(forThirdParties), found.length];
  }

  private async refuseStrangers(reader: Principal, opportunityId: string): Promise<void> {
    const buyer = await this.opportunities.getBuyer(opportunityId);
    const agency = reader.agencyId === null ? null : await this.agencies.find(reader.agencyId);
    if (!maySeeMatches(reader, agency, buyer)) throw agency ? otherAgency() : noAgency();
  }
}
