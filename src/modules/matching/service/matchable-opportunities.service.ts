import { Injectable } from '@nestjs/common';
import type { OpportunityTerms } from '../../eligibility';
import {
  type MatchableOpportunity,
  type MatchingQuestion,
  OpportunitiesService,
  opportunityStatus,
} from '../../opportunities';
import { ReferenceService } from '../../reference';
import type { OpportunityFeatures } from '../engine/features/features';
import { opportunityFeatures } from '../engine/features/opportunity-features';
import { parseTsvector } from '../engine/text/parse-tsvector';

/** An opportunity as both halves of matching need it. */
export interface PreparedOpportunity {
  readonly id: string;
  readonly matchRevision: number;
  readonly features: OpportunityFeatures;
  /** What eligibility asks about; the status is the one at `now`. */
  termsAt(now: Date): OpportunityTerms;
}

const LARGEST_PAGE = 200;

/** Opportunities, read and prepared for matching. */
@Injectable()
export class MatchableOpportunities {
  constructor(
    private readonly opportunities: OpportunitiesService,
    private readonly reference: ReferenceService,
  ) {}

  async find(question: MatchingQuestion): Promise<readonly PreparedOpportunity[]> {
    return (await this.opportunities.findForMatching(question)).map((found) => this.prepare(found));
  }

  /** All that the question selects, in bounded steps, between which the process can do other things. */
  async *walk(question: Pick<MatchingQuestion, 'now' | 'onlyOpen'>): AsyncGenerator<PreparedOpportunity> {
    for (let afterId: string | undefined; ;) {
      const page = await this.find({ ...question, afterId, limit: LARGEST_PAGE });
      yield* page;
      afterId = page.at(-1)?.id;
      if (page.length < LARGEST_PAGE) return;
    }
  }

  async markMatched(prepared: readonly Pick<PreparedOpportunity, 'id' | 'matchRevision'>[]): Promise<void> {
    await this.opportunities.markMatched(
      prepared.map(({ id, matchRevision }) => ({ opportunityId: id, matchRevision })),
    );
  }

  private prepare({ searchVector, ...facts }: MatchableOpportunity): PreparedOpportunity {
    const { id, matchRevision, source, noticeType, setAside, naicsCode, pscCode, buyer, location, responseDeadline } =
      facts;
    const terms = { source, noticeType, setAside, naicsCode, pscCode, buyer, location, responseDeadline };
    // SAM.gov publishes no estimate of the value.
    const matchable = { ...facts, estimatedValueUsd: null };
    return {
      id,
      matchRevision,
      features: opportunityFeatures(matchable, parseTsvector(searchVector), this.reference.facts()),
      termsAt: (now) => ({ ...terms, status: opportunityStatus(facts, now) }),
    };
  }
}
