import {
  INCOMPARABLE,
  naicsSimilarity,
  pscSimilarity,
  similarityOf,
  sizeCloseness,
} from '../components/past-performance.component';
import type { PreparedBusiness, PreparedWork } from '../prepared-business';
import { textValue } from '../text/bm25';
import { ABSENT } from './distinct';
import type { Distinct } from './distinct';
import type { OpportunityIndex } from './opportunity-index';
import { textSums } from './text-sums';

type AtPosition = (position: number) => number;

/** Judges every different value once; answers for positions, `absent` where the position has no value. */
function judged<Value>(
  { values, numberOf }: Distinct<Value>,
  judge: (value: Value) => number,
  absent: number,
): AtPosition {
  const answers = Float64Array.from(values, judge);
  return (position) => {
    const number = numberOf[position] ?? ABSENT;
    return number === ABSENT ? absent : (answers[number] ?? absent);
  };
}

function textSimilarity({ work, query }: PreparedWork, index: OpportunityIndex): AtPosition {
  const { sums, matched } = textSums(query, index);
  const { lengths } = index.postings;
  const { text } = index.context.model;
  if (work.terms.length === 0) return () => INCOMPARABLE;
  return (position) =>
    lengths[position] === 0 ? INCOMPARABLE : textValue(sums[position] ?? 0, matched[position] ?? 0, text);
}

/** Raises `best` to the value of one past work wherever that is higher. */
function raise(best: Float64Array, past: PreparedWork, index: OpportunityIndex): void {
  const { work, recency } = past;
  const { context } = index;
  const psc = judged(index.psc, (code) => pscSimilarity(work.pscCode, code, context), INCOMPARABLE);
  const naics = judged(index.naics, (code) => naicsSimilarity(work.naicsCode, code, context), INCOMPARABLE);
  const closeness = judged(index.value, (estimatedUsd) => sizeCloseness(work.valueUsd, estimatedUsd), 1);
  const text = textSimilarity(past, index);
  for (let position = 0; position < best.length; position += 1) {
    const known = best[position] ?? INCOMPARABLE;
    // Nothing this work can reach would change the best.
    if (known >= recency) continue;
    const similarity = similarityOf(psc(position), naics(position), text(position), context.model);
    if (similarity === INCOMPARABLE) continue;
    best[position] = Math.max(known, similarity * recency * closeness(position));
  }
}

/** Past-performance values of all opportunities, 0 to 1, or `INCOMPARABLE`. */
export function pastPerformanceValues({ pastWork }: PreparedBusiness, index: OpportunityIndex): Float64Array {
  const best = new Float64Array(index.facts.length).fill(INCOMPARABLE);
  for (const past of pastWork) raise(best, past, index);
  return best;
}
