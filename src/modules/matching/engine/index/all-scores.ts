import { scoreTenths } from '../combine';
import { buyerFit } from '../components/buyer.component';
import { hundredthsOf } from '../components/fit';
import type { Fit } from '../components/fit';
import { naicsFit } from '../components/naics.component';
import { INCOMPARABLE } from '../components/past-performance.component';
import { placeFit } from '../components/place.component';
import { pscFit } from '../components/psc.component';
import { valueFit } from '../components/value.component';
import type { PreparedBusiness } from '../prepared-business';
import { textValue } from '../text/bm25';
import { ABSENT } from './distinct';
import type { Distinct } from './distinct';
import type { OpportunityIndex } from './opportunity-index';
import { pastPerformanceValues } from './past-performance-values';
import { textSums } from './text-sums';

/** Points and weights summed over the components, one of each an opportunity. */
interface Sums {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

function add({ points, weights }: Sums, position: number, weight: number, hundredths: number): void {
  points[position] = (points[position] ?? 0) + weight * hundredths;
  weights[position] = (weights[position] ?? 0) + weight;
}

/** Judges every different value once and adds the answer wherever the value occurs. */
function addDistinct<Value>(
  sums: Sums,
  { values, numberOf }: Distinct<Value>,
  weight: number,
  judge: (value: Value) => Fit | null,
): void {
  const fits = values.map(judge);
  if (fits.every((found) => found === null)) return;
  const hundredths = Int8Array.from(fits, (found) => found?.hundredths ?? ABSENT);
  const parts = Float64Array.from(fits, (found) => weight * (found?.weightFactor ?? 1));
  for (let position = 0; position < numberOf.length; position += 1) {
    const number = numberOf[position] ?? ABSENT;
    if (number === ABSENT) continue;
    const found = hundredths[number] ?? ABSENT;
    if (found !== ABSENT) add(sums, position, parts[number] ?? 0, found);
  }
}

function addText(sums: Sums, business: PreparedBusiness, index: OpportunityIndex): void {
  if (business.features.terms.length === 0) return;
  const { model } = index.context;
  const text = textSums(business.query, index);
  const { lengths } = index.postings;
  for (let position = 0; position < lengths.length; position += 1) {
    if (lengths[position] === 0) continue;
    const value = textValue(text.sums[position] ?? 0, text.matched[position] ?? 0, model.text);
    add(sums, position, model.weights.text, hundredthsOf(value));
  }
}

function addPastPerformance(sums: Sums, business: PreparedBusiness, index: OpportunityIndex): void {
  if (business.pastWork.length === 0) return;
  const weight = index.context.model.weights.pastPerformance;
  const values = pastPerformanceValues(business, index);
  for (let position = 0; position < values.length; position += 1) {
    const value = values[position] ?? INCOMPARABLE;
    if (value !== INCOMPARABLE) add(sums, position, weight, hundredthsOf(value));
  }
}

/** Scores of one business with all opportunities of an index, in tenths of a point, without reasons. */
export function allScores(business: PreparedBusiness, index: OpportunityIndex): Int32Array {
  const { context, facts } = index;
  const { model } = context;
  const { weights } = model;
  const sums = { points: new Float64Array(facts.length), weights: new Float64Array(facts.length) };
  addText(sums, business, index);
  addDistinct(sums, index.psc, weights.psc, (code) => pscFit(business, code, context));
  addDistinct(sums, index.naics, weights.naics, (code) => naicsFit(business, code, context));
  addDistinct(sums, index.buyer, weights.buyer, (buyer) => buyerFit(business, buyer, context));
  addDistinct(sums, index.place, weights.place, (place) => placeFit(business, place, context));
  addPastPerformance(sums, business, index);
  addDistinct(sums, index.value, weights.value, (estimatedUsd) => valueFit(business, estimatedUsd, context));
  const tenths = new Int32Array(facts.length);
  for (let position = 0; position < tenths.length; position += 1) {
    tenths[position] = scoreTenths(sums.points[position] ?? 0, sums.weights[position] ?? 0, model);
  }
  return tenths;
}
