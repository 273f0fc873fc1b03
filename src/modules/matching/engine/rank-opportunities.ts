import type { BusinessFeatures, OpportunityFacts } from './features/features';
import { allScores } from './index/all-scores';
import type { OpportunityIndex } from './index/opportunity-index';
import { indexedTerms } from './index/postings';
import type { Score } from './match';
import { prepareBusiness } from './prepared-business';
import { scorePrepared } from './score-opportunity';

export interface RankedOpportunity {
  readonly opportunityId: string;
  readonly score: Score;
}

export interface RankingOptions {
  /** Length of the list at most. */
  readonly most?: number;
  /** Leaves out what it answers false for; asked best first, and only until the list is full. */
  readonly admits?: (opportunityId: string) => boolean;
}

const MOST = 200;
const MOST_TENTHS = 1000;

interface Candidate {
  readonly position: number;
  readonly facts: OpportunityFacts;
}

/** What is due first comes first, what states no deadline last; the id decides the rest. */
const byDeadlineThenId = (a: OpportunityFacts, b: OpportunityFacts): number => {
  const [dueA, dueB] = [a.dueAt ?? Number.MAX_SAFE_INTEGER, b.dueAt ?? Number.MAX_SAFE_INTEGER];
  return dueA - dueB || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
};

/** Positions of all opportunities, best score first, and where each score starts: a counting sort. */
function byScore(tenths: Int32Array): { positions: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(MOST_TENTHS + 2);
  // The slot of a score counts what is better, so slot MOST_TENTHS - score + 1 counts the score itself.
  for (const score of tenths) starts[MOST_TENTHS - score + 1] = (starts[MOST_TENTHS - score + 1] ?? 0) + 1;
  for (let slot = 1; slot < starts.length; slot += 1) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
  const positions = new Int32Array(tenths.length);
  const next = starts.slice();
  tenths.forEach((score, position) => {
    const place = next[MOST_TENTHS - score] ?? 0;
    positions[place] = position;
    next[MOST_TENTHS - score] = place + 1;
  });
  return { positions, starts };
}

/** Opportunities with at least so many tenths, best first. Orders one score at a time, so that a short list stays cheap. */
function* bestFirst(tenths: Int32Array, facts: readonly OpportunityFacts[], least: 0 | 1): Generator<Candidate> {
  const { positions, starts } = byScore(tenths);
  for (let score = MOST_TENTHS; score >= least; score -= 1) {
    const equals = positions.subarray(starts[MOST_TENTHS - score] ?? 0, starts[MOST_TENTHS - score + 1] ?? 0);
    const candidates = Array.from(equals).flatMap((position): Candidate[] => {
      const found = facts[position];
      return found ? [{ position, facts: found }] : [];
    });
    yield* candidates.sort((a, b) => byDeadlineThenId(a.facts, b.facts));
  }
}

/** The ids of all opportunities in the order of `rankOpportunities`; those that share nothing with the business come last. */
export function* idsBestFirst(business: BusinessFeatures, index: OpportunityIndex): Generator<string> {
  const scores = allScores(prepareBusiness(business, index.context), index);
  for (const { facts } of bestFirst(scores, index.facts, 0)) yield facts.id;
}

/**
 * The opportunities of an index that fit a business best: by score, then deadline, then id. Opportunities that share
 * nothing with the business (score 0) are left out. The scores are exactly those of `scoreOpportunity`.
 */
export function rankOpportunities(
  business: BusinessFeatures,
  index: OpportunityIndex,
  { most = MOST, admits = () => true }: RankingOptions = {},
): RankedOpportunity[] {
  const prepared = prepareBusiness(business, index.context);
  const ranked: RankedOpportunity[] = [];
  for (const { position, facts } of bestFirst(allScores(prepared, index), index.facts, 1)) {
    if (ranked.length >= most) break;
    if (!admits(facts.id)) continue;
    const score = scorePrepared(prepared, facts, indexedTerms(index.postings, position), index.context);
    ranked.push({ opportunityId: facts.id, score });
  }
  return ranked;
}
