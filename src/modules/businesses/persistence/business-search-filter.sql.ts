import type { SqlConditions } from '../../../infra/database';
import type { BusinessFilter, Sight } from '../domain/business-search';
import { isInForce } from './business-search-facets.sql';
import { inCounty, inState, placesNear } from './business-search-places.sql';
import { wordConditions } from './business-search-words.sql';

/**
 * `FROM` and `WHERE` over `business` of what a filter means to this reader; with a circle also `near`, whose `miles` are
 * those to the nearest place.
 * @param day placeholder of the day that certifications are asked about
 */
export const sourceOf = (filter: BusinessFilter, sight: Sight, day: string, conditions: SqlConditions): string => {
  const near = filter.near && placesNear(filter.near, conditions);
  addSight(filter, sight, conditions);
  conditions.addIfGiven(filter.isVerified, (wanted) => `(business.verified_at IS NOT NULL) = ${wanted}::boolean`);
  conditions.addIfGiven(filter.isClaimed, (wanted) => `(business.owner_id IS NOT NULL) = ${wanted}::boolean`);
  conditions.addIfGiven(filter.ueiNumber, (uei) => `business.uei_number = ${uei}`);
  conditions.addIfGiven(filter.cageCode, (cage) =>
    isAmong(`SELECT business_id FROM business_cage_codes WHERE code = ${cage}`),
  );
  addCodes('business_naics_codes', filter.naics, conditions);
  addCodes('business_psc_codes', filter.psc, conditions);
  conditions.addIfGiven(filter.certification, (program) =>
    isAmong(`SELECT held.business_id FROM business_certifications held
              WHERE held.program = ${program} AND ${isInForce('held', day)}`),
  );
  conditions.addIfGiven(filter.countyFips, inCounty);
  conditions.addIfGiven(filter.state, inState);
  return `
    FROM businesses business ${near === undefined ? '' : `JOIN ${near} near ON near.business_id = business.id`}
   WHERE ${conditions.toString()}`;
};

const addSight = ({ words }: BusinessFilter, { readerId, seesAll }: Sight, conditions: SqlConditions): void => {
  const reader = seesAll ? undefined : conditions.parameter(readerId);
  const inSight = (alias: string): string =>
    reader === undefined ? 'true' : `(${alias}.visibility = 'public' OR ${alias}.owner_id = ${reader})`;
  conditions.add(inSight('business'));
  for (const condition of wordConditions(words ?? [], inSight, conditions)) conditions.add(condition);
};

const addCodes = (
  table: 'business_naics_codes' | 'business_psc_codes',
  beginnings: readonly string[] | undefined,
  conditions: SqlConditions,
): void => {
  if (!beginnings) return;
  const isOneOf = conditions.startsWithAny('listed.code', beginnings);
  conditions.add(isAmong(`SELECT listed.business_id FROM ${table} listed WHERE ${isOneOf}`));
};

/**
 * `IS TRUE` keeps the planner from making a join of it. So each list is read once, whatever the statistics say; several
 * joins with wrong guesses at their sizes are read thousands of times.
 */
const isAmong = (ids: string): string => `(business.id IN (${ids})) IS TRUE`;
