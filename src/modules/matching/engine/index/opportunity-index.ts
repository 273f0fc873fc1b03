import type { BuyerKeys, OpportunityFacts, OpportunityFeatures, WorkPlace } from '../features/features';
import type { ScoringContext } from '../scoring-model';
import { lengthNorm } from '../text/bm25';
import { distinct } from './distinct';
import type { Distinct } from './distinct';
import { buildPostings } from './postings';
import type { Postings } from './postings';

/** Many opportunities, arranged so that one business is compared with all of them at once. */
export interface OpportunityIndex {
  readonly context: ScoringContext;
  readonly facts: readonly OpportunityFacts[];
  readonly postings: Postings;
  /** BM25's length part of every opportunity. */
  readonly norms: Float64Array;
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

/** The words of the opportunities are taken into the index; the given objects may be forgotten afterwards. */
export function buildOpportunityIndex(
  opportunities: readonly OpportunityFeatures[],
  context: ScoringContext,
): OpportunityIndex {
  const facts = opportunities.map(factsOf);
  const { text } = context.model;
  return {
    context,
    facts,
    postings: buildPostings(
      opportunities.map(({ terms }) => terms),
      text,
    ),
    norms: Float64Array.from(opportunities, ({ terms }) => lengthNorm(terms.length, context.corpus, text)),
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
