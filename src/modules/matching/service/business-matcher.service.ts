import { Injectable } from '@nestjs/common';
import type { Business } from '../../businesses';
import { type EligibilityDecision, EligibilityService } from '../../eligibility';
import { MOST_MATCHES, type StoredMatch } from '../domain/stored-match';
import type { BusinessFeatures } from '../engine/features/features';
import type { Score } from '../engine/match';
import { rankOpportunities } from '../engine/rank-opportunities';
import { scoreOpportunity } from '../engine/score-opportunity';
import { BusinessFeaturesService } from './business-features.service';
import type { Board } from './opportunity-board.service';
import type { PreparedOpportunity } from './matchable-opportunities.service';
import type { VersionedContext } from './scoring-context.service';

/** What is not eligible is not ranked: it has no score and no parts. */
const notRanked: Score = { score: 0, confidence: 0, components: [] };

/** Puts eligibility and score together: the gates decide who is in the list, the score decides where. */
@Injectable()
export class BusinessMatcher {
  constructor(
    private readonly eligibility: EligibilityService,
    private readonly features: BusinessFeaturesService,
  ) {}

  /** The best matches of each of these businesses on the board. */
  async bestOf(businesses: readonly Business[], board: Board, now: Date): Promise<readonly StoredMatch[]> {
    const features = await this.features.of(businesses, board.context, now);
    return businesses.flatMap((business, position) => this.rank(business, features[position], board, now, 'listed'));
  }

  /** What the business may not bid on, what would fit best first. */
  async notEligible(business: Business, board: Board, now: Date, most: number): Promise<readonly StoredMatch[]> {
    const [features] = await this.features.of([business], board.context, now);
    return this.rank(business, features, board, now, 'not-eligible', most);
  }

  /** One answer for each pair, eligible or not, in the order of businesses and then of opportunities. */
  async all(
    businesses: readonly Business[],
    opportunities: readonly PreparedOpportunity[],
    context: VersionedContext,
    now: Date,
  ): Promise<readonly StoredMatch[]> {
    const features = await this.features.of(businesses, context, now);
    return businesses.flatMap((business, position) => {
      const decide = this.eligibility.deciderFor(business, now);
      const side = features[position];
      return opportunities.map((opportunity) => {
        const decision = decide(opportunity.termsAt(now));
        const score =
          decision.verdict === 'not_eligible' || !side ? notRanked : scoreOpportunity(side, opportunity.features, context);
        return toMatch(business.id, opportunity.id, decision, score, context, now);
      });
    });
  }

  private rank(
    business: Business,
    features: BusinessFeatures | undefined,
    { context, index, opportunities }: Board,
    now: Date,
    wanted: 'listed' | 'not-eligible',
    most = MOST_MATCHES,
  ): readonly StoredMatch[] {
    if (!features) return [];
    const decide = this.eligibility.deciderFor(business, now);
    const decisions = new Map<string, EligibilityDecision>();
    const admits = (id: string): boolean => {
      const opportunity = opportunities.get(id);
      if (!opportunity) return false;
      const decision = decide(opportunity.termsAt(now));
      decisions.set(id, decision);
      return (decision.verdict === 'not_eligible') === (wanted === 'not-eligible');
    };
    return rankOpportunities(features, index, { most, admits }).flatMap(({ opportunityId, score }) => {
      const decision = decisions.get(opportunityId);
      const shown = wanted === 'not-eligible' ? notRanked : score;
      return decision ? [toMatch(business.id, opportunityId, decision, shown, context, now)] : [];
    });
  }
}

const toMatch = (
  businessId: string,
  opportunityId: string,
  { verdict, gates }: EligibilityDecision,
  score: Score,
  { modelVersion }: VersionedContext,
  matchedAt: Date,
): StoredMatch => ({ businessId, opportunityId, eligibility: verdict, gates, ...score, modelVersion, matchedAt });
