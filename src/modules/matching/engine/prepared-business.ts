import type { BusinessFeatures, PastWork } from './features/features';
import type { ScoringContext } from './scoring-model';
import { weighTerms } from './text/bm25';
import type { QueryTerm } from './text/bm25';

export interface PreparedWork {
  readonly work: PastWork;
  readonly query: readonly QueryTerm[];
  /** Halves with every half-life since the work ended; 1 while it runs. */
  readonly recency: number;
}

/** How many past works were done for each organisation. */
export interface BuyerHistory {
  readonly works: number;
  readonly office: ReadonlyMap<string, number>;
  readonly subTier: ReadonlyMap<string, number>;
  readonly department: ReadonlyMap<string, number>;
}

/** What every score of one business starts from, computed once. */
export interface PreparedBusiness {
  readonly features: BusinessFeatures;
  readonly query: readonly QueryTerm[];
  /** Most recent first. */
  readonly pastWork: readonly PreparedWork[];
  readonly history: BuyerHistory;
}

function countBy(keys: readonly (string | null | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function historyOf(pastWork: readonly PastWork[]): BuyerHistory {
  const buyers = pastWork.flatMap(({ buyer }) => buyer ?? []);
  return {
    works: buyers.length,
    office: countBy(buyers.map(({ office }) => office)),
    subTier: countBy(buyers.map(({ subTier }) => subTier)),
    department: countBy(buyers.map(({ department }) => department)),
  };
}

const byRecencyThenTitle = (a: PreparedWork, b: PreparedWork): number =>
  b.recency - a.recency || (a.work.title < b.work.title ? -1 : 1);

export function prepareBusiness(features: BusinessFeatures, { model, corpus }: ScoringContext): PreparedBusiness {
  const pastWork = features.pastWork.map((work) => ({
    work,
    query: weighTerms(work.terms, corpus, model.text),
    recency: 0.5 ** (Math.max(0, work.ageYears) / model.pastPerformance.halfLifeYears),
  }));
  return {
    features,
    query: weighTerms(features.terms, corpus, model.text),
    pastWork: pastWork.sort(byRecencyThenTitle),
    history: historyOf(features.pastWork),
  };
}
