import type { ComponentName, Score } from './match';
import type { Fit } from './components/fit';
import type { ScoringModel } from './scoring-model';

/** A component that has data on both sides, with the weight it carries here. */
export interface WeightedFit {
  readonly name: ComponentName;
  readonly weight: number;
  readonly fit: Fit;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const divisorOf = (weight: number, { leastWeight }: ScoringModel): number => Math.max(weight, leastWeight);

/**
 * The score in tenths of a point, 0 to 1000. `points` is the sum of weight times hundredths over the components that
 * have data, `weight` the sum of their weights: both exact, so single and batch form agree to the last digit.
 */
export const scoreTenths = (points: number, weight: number, model: ScoringModel): number =>
  Math.round((10 * points) / divisorOf(weight, model));

/** Splits a whole number in proportion to exact parts that sum to it but for rounding: the largest remainders round up. */
export function largestRemainder(parts: readonly number[], total: number): number[] {
  // A part that is whole but for the noise of division counts as whole.
  const whole = parts.map((part) => Math.floor(part + 1e-9));
  const roundedUp = parts
    .map((part, position) => ({ position, remainder: part - (whole[position] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.position - b.position)
    .slice(0, Math.max(0, total - sum(whole)))
    .map(({ position }) => position);
  return whole.map((part, position) => part + (roundedUp.includes(position) ? 1 : 0));
}

/** The shown score and its parts. The parts sum to the score exactly, in tenths of a point. */
export function combine(fits: readonly WeightedFit[], model: ScoringModel): Score {
  const weight = sum(fits.map((part) => part.weight));
  const points = fits.map((part) => part.weight * part.fit.hundredths);
  const tenths = scoreTenths(sum(points), weight, model);
  const exact = points.map((part) => (10 * part) / divisorOf(weight, model));
  const contributions = largestRemainder(exact, tenths);
  return {
    score: tenths / 10,
    confidence: Math.round((100 * weight) / sum(Object.values(model.weights))) / 100,
    components: fits.map((part, position) => ({
      name: part.name,
      weight: part.weight,
      value: part.fit.hundredths / 100,
      contribution: (contributions[position] ?? 0) / 10,
      reason: part.fit.reason,
    })),
  };
}
