import type { PreparedBusiness } from '../prepared-business';
import type { ScoringContext } from '../scoring-model';
import { fit } from './fit';
import type { Fit } from './fit';

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

/** The estimated value against the range in which the business works, by powers of ten. */
export function valueFit(
  { features }: PreparedBusiness,
  estimatedUsd: number | null,
  { model }: ScoringContext,
): Fit | null {
  const { comfort } = features;
  if (comfort === null || estimatedUsd === null || estimatedUsd <= 0) return null;
  const nearest = Math.min(Math.max(estimatedUsd, comfort.lowUsd), comfort.highUsd);
  const decades = Math.abs(Math.log10(estimatedUsd / nearest));
  const where = decades === 0 ? 'within' : estimatedUsd < comfort.lowUsd ? 'below' : 'above';
  const range = `${dollars.format(comfort.lowUsd)} to ${dollars.format(comfort.highUsd)}`;
  return fit(
    1 - decades / model.value.decadesToZero,
    `${dollars.format(estimatedUsd)} is ${where} your usual range of ${range}.`,
  );
}
