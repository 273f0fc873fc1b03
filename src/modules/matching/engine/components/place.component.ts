import type { BusinessFeatures, HomePlace, WorkPlace } from '../features/features';
import type { PreparedBusiness } from '../prepared-business';
import type { ScoringContext, ScoringModel } from '../scoring-model';
import { fit } from './fit';
import type { Fit } from './fit';

function nearness(
  home: HomePlace,
  served: BusinessFeatures['servedStates'],
  place: WorkPlace,
  model: ScoringModel,
): Fit {
  const { state, county } = place;
  const values = model.place;
  if (county && home.county && county.fips === home.county.fips) {
    return fit(values.sameCounty, `${county.name} is your county.`);
  }
  if (county && home.county && home.neighbours.includes(county.fips)) {
    return fit(values.neighbouringCounty, `${county.name} is next to ${home.county.name}.`);
  }
  if (state === null) return fit(0, 'The place is outside the United States.');
  if (state === home.state) return fit(values.sameState, `${state} is your state.`);
  if (served.includes(state)) return fit(values.servedState, `${state} is a state that you serve.`);
  return fit(0, `${state} is not a state that you serve.`);
}

/**
 * Where the work is done against where the business is. Four notices in ten do not say where; the buying office then
 * stands in at part of the weight, because work is often, not always, done where it is bought.
 */
export function placeFit(
  { features }: PreparedBusiness,
  place: WorkPlace | null,
  { model }: ScoringContext,
): Fit | null {
  if (features.home === null || place === null) return null;
  const found = nearness(features.home, features.servedStates, place, model);
  if (place.origin === 'performance') return found;
  return {
    ...found,
    reason: `By the buying office, as no place of performance is stated: ${found.reason}`,
    weightFactor: model.place.officeWeightFactor,
  };
}
