import type { Place } from './notice';
import type { Location, Opportunity } from './opportunity';

/** Where a ZIP code lies; undefined for codes that are unknown or foreign. */
export type FindZip = (
  zip: string | null,
) => { readonly state: string; readonly countyFips: string | null } | undefined;

type Addresses = Pick<Opportunity, 'placeOfPerformance' | 'officePlace'>;

/**
 * The place of performance where it is known at all, else the office. A place abroad is known, so it does not give way to an
 * office in Utah; a place of which only the country USA is given does.
 */
export function locate({ placeOfPerformance, officePlace }: Addresses, findZip: FindZip): Location {
  if (isKnown(placeOfPerformance, findZip)) return { basis: 'place', ...inPlace(placeOfPerformance, findZip) };
  if (isKnown(officePlace, findZip)) return { basis: 'office', ...inPlace(officePlace, findZip) };
  return { basis: null, state: null, countyFips: null };
}

/** The Utah county of a place, by its ZIP code; null where the place names another state than the ZIP code lies in. */
export const countyFipsOf = (place: Place, findZip: FindZip): string | null => inPlace(place, findZip).countyFips;

const HOME_COUNTRIES = new Set(['USA', 'US']);

const isAbroad = ({ country }: Place): boolean => country !== null && country !== '' && !HOME_COUNTRIES.has(country);

const isKnown = (place: Place, findZip: FindZip): boolean =>
  isAbroad(place) || Boolean(place.state) || findZip(place.zip) !== undefined;

function inPlace(place: Place, findZip: FindZip): Pick<Location, 'state' | 'countyFips'> {
  const found = isAbroad(place) ? undefined : findZip(place.zip);
  const state = place.state || (found?.state ?? null);
  return { state, countyFips: found?.state === state ? (found?.countyFips ?? null) : null };
}
