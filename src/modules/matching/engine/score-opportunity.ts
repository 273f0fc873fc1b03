import { combine } from './combine';
import type { WeightedFit } from './combine';
import { buyerFit } from './components/buyer.component';
import type { Fit } from './components/fit';
import { naicsFit } from './components/naics.component';
import { pastPerformanceFit } from './components/past-performance.component';
import { placeFit } from './components/place.component';
import { pscFit } from './components/psc.component';
import { textFit } from './components/text.component';
import { valueFit } from './components/value.component';
import type { BusinessFeatures, OpportunityFacts, OpportunityFeatures } from './features/features';
import { componentNames } from './match';
import type { ComponentName, Score } from './match';
import { prepareBusiness } from './prepared-business';
import type { PreparedBusiness } from './prepared-business';
import type { ScoringContext } from './scoring-model';
import { documentTerms } from './text/bm25';
import type { DocumentTerms } from './text/bm25';

type Component = (
  business: PreparedBusiness,
  opportunity: OpportunityFacts,
  document: DocumentTerms,
  context: ScoringContext,
) => Fit | null;

const COMPONENTS: Readonly<Record<ComponentName, Component>> = {
  text: (business, _opportunity, document, context) => textFit(business, document, context),
  psc: (business, { pscCode }, _document, context) => pscFit(business, pscCode, context),
  naics: (business, { naicsCode }, _document, context) => naicsFit(business, naicsCode, context),
  buyer: (business, { buyer }, _document, context) => buyerFit(business, buyer, context),
  place: (business, { place }, _document, context) => placeFit(business, place, context),
  pastPerformance: pastPerformanceFit,
  value: (business, { estimatedValueUsd }, _document, context) => valueFit(business, estimatedValueUsd, context),
};

/** The score of a business that is prepared already, from facts and words wherever they are kept. */
export function scorePrepared(
  business: PreparedBusiness,
  opportunity: OpportunityFacts,
  document: DocumentTerms,
  context: ScoringContext,
): Score {
  const fits = componentNames.flatMap((name): WeightedFit[] => {
    const found = COMPONENTS[name](business, opportunity, document, context);
    return found ? [{ name, weight: context.model.weights[name] * (found.weightFactor ?? 1), fit: found }] : [];
  });
  return combine(fits, context.model);
}

/**
 * How well an opportunity fits a business, 0 to 100, with every part visible. Says nothing about whether the business
 * may bid, nor how urgent it is. Pure: the same sides and context give the same score.
 */
export function scoreOpportunity(
  business: BusinessFeatures,
  opportunity: OpportunityFeatures,
  context: ScoringContext,
): Score {
  const document = documentTerms(opportunity.terms, context.corpus, context.model.text);
  return scorePrepared(prepareBusiness(business, context), opportunity, document, context);
}
