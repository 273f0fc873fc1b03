import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../common/auth/principal';
import { Clock } from '../../../common/time/clock';
import { type Business, BusinessesService, completenessOf, type ProfileGap, utahDay } from '../../businesses';
import { EligibilityService } from '../../eligibility';
import { type GapCounts, gapCounter, type RankedCompleteness, rankGaps } from '../domain/gap-costs';
import type { BusinessFeatures } from '../engine/features/features';
import { BusinessFeaturesService } from './business-features.service';
import { inSteps } from './in-steps';
import { type Board, OpportunityBoardService } from './opportunity-board.service';

/** Decisions between two pauses: some ten milliseconds of work. */
const DECISIONS_A_STEP = 500;

/** What a profile leaves unsaid, by what that costs on the present board. */
@Injectable()
export class ProfileCompleteness {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly board: OpportunityBoardService,
    private readonly features: BusinessFeaturesService,
    private readonly eligibility: EligibilityService,
    private readonly clock: Clock,
  ) {}

  /** Worked out when asked. @throws DomainError `not-found`, `not-owner` */
  async of(actor: Principal, businessId: string): Promise<RankedCompleteness> {
    const business = await this.businesses.getForChange(actor, businessId);
    const now = this.clock.now();
    const { score, missing } = completenessOf(business, utahDay(now));
    const gaps = missing.map(({ gap }) => gap);
    return { score, gaps: gaps.length === 0 ? [] : rankGaps(missing, await this.costsOf(business, gaps, now)) };
  }

  private async costsOf(business: Business, gaps: readonly ProfileGap[], now: Date): Promise<GapCounts> {
    const board = await this.board.current(now);
    const [features] = await this.features.of([business], board.context, now);
    return features ? inSteps(this.count(business, features, gaps, board, now)) : new Map();
  }

  private *count(
    business: Business,
    features: BusinessFeatures,
    gaps: readonly ProfileGap[],
    { opportunities }: Board,
    now: Date,
  ): Generator<void, GapCounts> {
    const decide = this.eligibility.deciderFor(business, now);
    const lackingIn = this.eligibility.lackingFor(business, now);
    const counter = gapCounter(features, gaps);
    let decided = 0;
    for (const opportunity of opportunities.values()) {
      const terms = opportunity.termsAt(now);
      const { verdict } = decide(terms);
      const lacking = verdict === 'unknown' ? lackingIn(terms) : [];
      if (verdict !== 'not_eligible') counter.add({ features: opportunity.features, lacking });
      decided += 1;
      if (decided % DECISIONS_A_STEP === 0) yield;
    }
    return counter.counts();
  }
}
