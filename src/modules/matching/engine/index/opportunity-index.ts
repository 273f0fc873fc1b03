import type { BuyerKeys, OpportunityFacts, OpportunityFeatures, WorkPlace } from '../features/features';
import type { ScoringContext } from '../scoring-model';
import { distinct } from './distinct';
import type { Distinct } from './distinct';
import { buildPostings } from './postings';
import type { Postings } from './postings';

/** Many opportunities, arranged so that one business is compared with all of them at once. */
export interface OpportunityIndex {
  readonly context: ScoringContext;
  readonly facts: readonly OpportunityFacts[];
  readonly postings: Postings;
  readonly naics: Distinct<string>;
  readonly psc: Distinct<string>;
  readonly buyer: Distinct<BuyerKeys>;
  readonly place: Distinct<WorkPlace>;
  readonly value: Distinct<number>;
}

const factsOf = ({ id, naicsCode, pscCode, buyer, place, estimatedValueUsd, dueAt }: OpportunityFeatures) => ({
  id,
  naicsCode,
  pscCode,
  buyer,
  place,
  estimatedValueUsd,
  dueAt,
});

/** The index at once. */
export function buildOpportunityIndex(
  opportunities: readonly OpportunityFeatures[],
  context: ScoringContext,
): OpportunityIndex {
  const steps = stepsToOpportunityIndex(opportunities, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The index in steps, so that whoever builds a large one can do other things in between. The words of the opportunities
 * are taken into it; the given objects may be forgotten afterwards.
 */
export function* stepsToOpportunityIndex(
  opportunities: readonly OpportunityFeatures[],
  context: ScoringContext,
): Generator<void, OpportunityIndex> {
  const facts = opportunities.map(factsOf);
  return {
    context,
    facts,
    postings: yield* buildPostings(
      opportunities.map(({ terms }) => terms),
      context,
    ),
    naics: distinct(facts, ({ naicsCode }) => naicsCode, String),
    psc: distinct(facts, ({ pscCode }) => pscCode, String),
    buyer: distinct(
      facts,
      ({ buyer }) => buyer,
      ({ department, subTier, office }) => JSON.stringify([department, subTier, office]),
    ),
    place: distinct(
      facts,
      ({ place }) => place,
      ({ origin, state, county }) => JSON.stringify([origin, state, county?.fips ?? null]),
    ),
    value: distinct(facts, ({ estimatedValueUsd }) => estimatedValueUsd, String),
  };
}
