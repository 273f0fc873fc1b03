import type { OpportunityFacts } from '../features/features';
import type { PreparedBusiness, PreparedWork } from '../prepared-business';
import type { ScoringContext, ScoringModel } from '../scoring-model';
import { textEvidence, textValue } from '../text/bm25';
import type { DocumentTerms } from '../text/bm25';
import { fit } from './fit';
import { nearness } from './psc.component';
import type { Fit } from './fit';

/** Stands for "one side has no data" among similarities, which are 0 to 1 otherwise. A number, so that it fits a typed array. */
export const INCOMPARABLE = -1;

export const pscSimilarity = (own: string | null, code: string | null, context: ScoringContext): number =>
  own === null || code === null ? INCOMPARABLE : context.model.psc[nearness(own, code, context)];

export const naicsSimilarity = (
  own: string | null,
  code: string | null,
  { model, relations }: ScoringContext,
): number => (own === null || code === null ? INCOMPARABLE : model.naics[relations.naics(own, code)]);

/** Mean of what is known, by share; little knowledge cannot reach the full value. */
export function similarityOf(psc: number, naics: number, text: number, { pastPerformance }: ScoringModel): number {
  const pscShare = psc === INCOMPARABLE ? 0 : pastPerformance.psc;
  const naicsShare = naics === INCOMPARABLE ? 0 : pastPerformance.naics;
  const textShare = text === INCOMPARABLE ? 0 : pastPerformance.text;
  const share = pscShare + naicsShare + textShare;
  if (share === 0) return INCOMPARABLE;
  return (pscShare * psc + naicsShare * naics + textShare * text) / Math.max(share, pastPerformance.leastShare);
}

/** 1 for equal values, one half for a tenth or ten times as much; 1 where one side states none. */
export function sizeCloseness(ownUsd: number | null, estimatedUsd: number | null): number {
  if (ownUsd === null || estimatedUsd === null || ownUsd <= 0 || estimatedUsd <= 0) return 1;
  return 1 / (1 + Math.abs(Math.log10(ownUsd / estimatedUsd)));
}

const reasonOf = (best: PreparedWork | undefined): string =>
  best ? `Similar to your past work "${best.work.title}".` : 'None of your past works is similar.';

function valueOf(
  { work, query, recency }: PreparedWork,
  opportunity: OpportunityFacts,
  document: DocumentTerms,
  context: ScoringContext,
): number {
  const { model } = context;
  const { sum, matched } = textEvidence(query, document, model.text);
  const hasText = work.terms.length > 0 && document.length > 0;
  const similarity = similarityOf(
    pscSimilarity(work.pscCode, opportunity.pscCode, context),
    naicsSimilarity(work.naicsCode, opportunity.naicsCode, context),
    hasText ? textValue(sum, matched, model.text) : INCOMPARABLE,
    model,
  );
  if (similarity === INCOMPARABLE) return INCOMPARABLE;
  return similarity * recency * sizeCloseness(work.valueUsd, opportunity.estimatedValueUsd);
}

/** The most similar past work, discounted by age and by difference in size. */
export function pastPerformanceFit(
  { pastWork }: PreparedBusiness,
  opportunity: OpportunityFacts,
  document: DocumentTerms,
  context: ScoringContext,
): Fit | null {
  let best: PreparedWork | undefined;
  let bestValue = INCOMPARABLE;
  for (const work of pastWork) {
    const value = valueOf(work, opportunity, document, context);
    if (value > bestValue) [best, bestValue] = [work, value];
  }
  return bestValue === INCOMPARABLE ? null : fit(bestValue, reasonOf(bestValue === 0 ? undefined : best));
}
