import type { BusinessFeatures, HomePlace, WorkPlace } from '../features/features';
import type { PreparedBusiness } from '../prepared-business';
import type { ScoringContext, ScoringModel } from '../scoring-model';
import { fit } from './fit';
import { stateName } from './state-names';
import type { Fit } from './fit';

const where = (origin: WorkPlace['origin']): string =>
  origin === 'performance' ? 'The work is' : 'No place of work is stated; the buying office is';

function nearness(
  home: HomePlace,
  served: BusinessFeatures['servedStates'],
  place: WorkPlace,
  model: ScoringModel,
): Fit {
  const { state, county, origin } = place;
  const values = model.place;
  if (county && home.county && county.fips === home.county.fips) {
    return fit(values.sameCounty, `${where(origin)} in ${county.name}, your county.`);
  }
  if (county && home.county && home.neighbours.includes(county.fips)) {
    return fit(values.neighbouringCounty, `${where(origin)} in ${county.name}, next to your ${home.county.name}.`);
  }
  if (state === null) return fit(0, `${where(origin)} outside the United States.`);
  const name = stateName(state);
  if (state === home.state) return fit(values.sameState, `${where(origin)} in ${name}, your state.`);
  if (served.includes(state)) return fit(values.servedState, `${where(origin)} in ${name}, a state that you serve.`);
  return fit(0, `${where(origin)} in ${name}, which is not your state.`);
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
  return { ...found, weightFactor: model.place.officeWeightFactor };
}
