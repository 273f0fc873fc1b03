import type { BusinessFeatures, HomePlace, WorkPlace } from '../features/features';
import type { PreparedBusiness } from '../prepared-business';
import type { ScoringContext, ScoringModel } from '../scoring-model';
import { fit } from './fit';
import { stateName } from './state-names';
import type { Fit } from './fit';

const where = (origin: WorkPlace['origin']): string =>
  origin === 'performance' ? 'The work is' : 'No place of work is stated; the buying office is';

type Serves = BusinessFeatures['serves'];

/** Undefined where the county says nothing, and the state has to. */
function nearnessOfCounty(home: HomePlace, serves: Serves, place: WorkPlace, model: ScoringModel): Fit | undefined {
  const { county, origin } = place;
  if (!county) return undefined;
  const said = `${where(origin)} in ${county.name}`;
  if (county.fips === home.county?.fips) return fit(model.place.sameCounty, `${said}, your county.`);
  if (serves.countyFips.includes(county.fips)) return fit(model.place.sameCounty, `${said}, a county that you serve.`);
  if (!home.county || !home.neighbours.includes(county.fips)) return undefined;
  return fit(model.place.neighbouringCounty, `${said}, next to your ${home.county.name}.`);
}

function nearnessOfState(home: HomePlace, serves: Serves, { state, origin }: WorkPlace, model: ScoringModel): Fit {
  if (state === null) return fit(0, `${where(origin)} outside the United States.`);
  const said = `${where(origin)} in ${stateName(state)}`;
  if (state === home.state) return fit(model.place.sameState, `${said}, your state.`);
  if (serves.states.includes(state)) return fit(model.place.servedState, `${said}, a state that you serve.`);
  if (serves.isNational) return fit(model.place.servedState, `${said}; you work in the whole country.`);
  return fit(0, `${said}, which is not your state.`);
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
  const { home, serves } = features;
  const found = nearnessOfCounty(home, serves, place, model) ?? nearnessOfState(home, serves, place, model);
  if (place.origin === 'performance') return found;
  return { ...found, weightFactor: model.place.officeWeightFactor };
}
