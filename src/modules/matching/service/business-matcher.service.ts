import { Injectable } from '@nestjs/common';
import type { Business } from '../../businesses';
import {
  type EligibilityDecision,
  EligibilityService,
  type OpportunityTerms,
  withoutEvidence,
} from '../../eligibility';
import { MOST_MATCHES, type StoredMatch } from '../domain/stored-match';
import type { BusinessFeatures } from '../engine/features/features';
import type { Score } from '../engine/match';
import { prepareBusiness } from '../engine/prepared-business';
import { idsBestFirst, rankOpportunities } from '../engine/rank-opportunities';
import { scorePrepared } from '../engine/score-opportunity';
import { documentTerms } from '../engine/text/bm25';
import { BusinessFeaturesService } from './business-features.service';
import { inSteps } from './in-steps';
import type { Board } from './opportunity-board.service';
import type { PreparedOpportunity } from './matchable-opportunities.service';
import type { VersionedContext } from './scoring-context.service';

/** Decisions between two pauses: some ten milliseconds of work. */
const DECISIONS_A_STEP = 500;

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
    return businesses.flatMap((business, position) => this.rank(business, features[position], board, now));
  }

  /** Of what `isWanted` selects, what the business may not bid on; what would fit best comes first. */
  async notEligible(
    business: Business,
    board: Board,
    now: Date,
    isWanted: (terms: OpportunityTerms) => boolean,
  ): Promise<readonly StoredMatch[]> {
    const [features] = await this.features.of([business], board.context, now);
    return features ? inSteps(this.failures(business, features, board, now, isWanted)) : [];
  }

  /** One answer for each pair, eligible or not, in the order of businesses and then of opportunities. */
  async all(
    businesses: readonly Business[],
    opportunities: readonly PreparedOpportunity[],
    context: VersionedContext,
    now: Date,
  ): Promise<readonly StoredMatch[]> {
    const features = await this.features.of(businesses, context, now);
    const sides = opportunities.map((opportunity) => ({
      opportunity,
      terms: opportunity.termsAt(now),
      document: documentTerms(opportunity.features.terms, context.corpus, context.model.text),
    }));
    return businesses.flatMap((business, position) => {
      const found = features[position];
      if (!found) return [];
      const decide = this.eligibility.deciderFor(business, now);
      const prepared = prepareBusiness(found, context);
      return sides.map(({ opportunity, terms, document }) => {
        const decision = decide(terms);
        const mayBid = decision.verdict !== 'not_eligible';
        const score = mayBid ? scorePrepared(prepared, opportunity.features, document, context) : notRanked;
        return toMatch(business.id, opportunity.id, decision, score, context, now);
      });
    });
  }

  private *failures(
    business: Business,
    features: BusinessFeatures,
    { context, index, opportunities }: Board,
    now: Date,
    isWanted: (terms: OpportunityTerms) => boolean,
  ): Generator<void, readonly StoredMatch[]> {
    const decide = this.eligibility.deciderFor(business, now);
    const found: StoredMatch[] = [];
    let decided = 0;
    for (const id of idsBestFirst(features, index)) {
      const terms = opportunities.get(id)?.termsAt(now);
      if (!terms || !isWanted(terms)) continue;
      const decision = decide(terms);
      if (decision.verdict === 'not_eligible') found.push(toMatch(business.id, id, decision, notRanked, context, now));
      decided += 1;
      if (decided % DECISIONS_A_STEP === 0) yield;
    }
    return found;
  }

  private rank(
    business: Business,
    features: BusinessFeatures | undefined,
    { context, index, opportunities }: Board,
    now: Date,
  ): readonly StoredMatch[] {
    if (!features) return [];
    const decide = this.eligibility.deciderFor(business, now);
    const decisions = new Map<string, EligibilityDecision>();
    const admits = (id: string): boolean => {
      const opportunity = opportunities.get(id);
      if (!opportunity) return false;
      const decision = decide(opportunity.termsAt(now));
      decisions.set(id, decision);
      return decision.verdict !== 'not_eligible';
    };
    return rankOpportunities(features, index, { most: MOST_MATCHES, admits }).flatMap(({ opportunityId, score }) => {
      const decision = decisions.get(opportunityId);
      return decision ? [toMatch(business.id, opportunityId, decision, score, context, now)] : [];
    });
  }
}

/** Evidence is for the firm that asks about one pair; what is kept for lists stays as small as it was. */
const toMatch = (
  businessId: string,
  opportunityId: string,
  { verdict, gates }: EligibilityDecision,
  score: Score,
  { modelVersion }: VersionedContext,
  matchedAt: Date,
): StoredMatch => ({
  businessId,
  opportunityId,
  eligibility: verdict,
  gates: withoutEvidence(gates),
  ...score,
  modelVersion,
  matchedAt,
});
