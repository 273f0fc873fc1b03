import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../common/auth/principal';
import { Clock } from '../../../common/time/clock';
import { type Business, BusinessesService, utahDay } from '../../businesses';
import { BiddingTermsService } from '../../opportunities';
import { ReferenceService } from '../../reference';
import type { EligibilityDecision } from '../domain/decision';
import { type Note, notesFor } from '../domain/notes';
import { changesOf, type EligibilitySummary, summaryOf } from '../domain/summary/eligibility-summary';
import { nearCodesOf } from '../domain/summary/near-codes';
import { openNoticeCounter } from '../domain/summary/open-notices';
import { EligibilityService } from './eligibility.service';

interface Answered {
  readonly businessId: string;
  /** The instant that it holds for. */
  readonly decidedAt: Date;
}

/** May the business bid on this one? */
export interface OpportunityDecision extends EligibilityDecision {
  readonly opportunityId: string;
  /** Worth knowing before an offer is made; they decide nothing. */
  readonly notes: readonly Note[];
}

/** Without `opportunityId` it is about all that is open. */
export type EligibilityAnswer = Answered &
  (OpportunityDecision | ({ readonly opportunityId?: undefined } & EligibilitySummary));

/** What owners ask about their own business; worked out when asked. */
@Injectable()
export class EligibilityAnswers {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly terms: BiddingTermsService,
    private readonly eligibility: EligibilityService,
    private readonly reference: ReferenceService,
    private readonly clock: Clock,
  ) {}

  /**
   * May the business bid on this opportunity, or, without one, where does it stand with all that is open?
   * @throws DomainError `not-found`, also for drafts and withdrawn opportunities; `not-owner`
   */
  async answer(actor: Principal, businessId: string, opportunityId?: string): Promise<EligibilityAnswer> {
    const business = await this.businesses.getForChange(actor, businessId);
    const decidedAt = this.clock.now();
    const answer =
      opportunityId === undefined
        ? await this.summarise(business, decidedAt)
        : await this.decide(business, opportunityId, decidedAt);
    return { businessId: business.id, decidedAt, ...answer };
  }

  private async decide(business: Business, opportunityId: string, now: Date): Promise<OpportunityDecision> {
    const terms = await this.terms.get(opportunityId, now);
    const decision = this.eligibility.deciderFor(business, now)(terms);
    return { opportunityId: terms.id, ...decision, notes: notesFor(business, terms, this.eligibility.lookups()) };
  }

  /** Reads page by page; deciding one page takes some milliseconds, and reading the next lets other requests in. */
  private async summarise(business: Business, now: Date): Promise<EligibilitySummary> {
    const facts = this.reference.facts();
    const lookups = this.eligibility.lookups();
    const today = utahDay(now);
    const near = nearCodesOf(business, facts);
    const counter = openNoticeCounter({ business, changes: changesOf(business, facts, today), near, lookups, now });
    for await (const page of this.terms.walkBiddable(now)) counter.add(page);
    return summaryOf(business, counter.counts(), { facts, lookups, now, today });
  }
}
