import type { SqlConditions } from '../../../infra/database';
import type { Circle } from '../domain/business-search';

/** Mean radius of the earth, 6,371.0088 km, in statute miles. */
const EARTH_RADIUS_MILES = 3_958.7613;
/** A degree of latitude is 69.09 miles on that sphere; a little less, so that nothing on the border is lost. */
const MILES_OF_A_DEGREE = 69;

/** Where a firm is looked for: the principal place of business. Other addresses are private, and a search would tell them. */
const PLACES = '(SELECT id AS business_id, zip_code FROM businesses)';

export const inCounty = (fips: string): string => `(
  business.id IN (SELECT place.business_id FROM ${PLACES} place JOIN zip_codes zip ON zip.zip = place.zip_code
                   WHERE zip.county_fips = ${fips})
  OR business.service_area -> 'countyFips' ? ${fips}::text)`;

export const inState = (state: string): string => `(
  business.id IN (SELECT place.business_id FROM ${PLACES} place JOIN zip_codes zip ON zip.zip = place.zip_code
                   WHERE zip.state = ${state})
  OR business.service_area -> 'states' ? ${state}::text)`;

/** Great-circle distance by the haversine formula, which is exact for short ways too. */
const milesTo = (latitude: string, longitude: string): string => `
  ${2 * EARTH_RADIUS_MILES} * asin(least(1, sqrt(
    power(sin(radians(zip.latitude - ${latitude}) / 2), 2) +
    cos(radians(${latitude})) * cos(radians(zip.latitude)) * power(sin(radians(zip.longitude - ${longitude}) / 2), 2))))`;

/** A table of the firms inside the circle: `business_id`, and `miles` to their place. */
export const placesNear = (circle: Circle, conditions: SqlConditions): string => {
  const [latitude, longitude, radius] = [circle.latitude, circle.longitude, circle.radiusMiles].map(
    (value) => `${conditions.parameter(value)}::float8`,
  );
  return `(
    SELECT place.business_id, min(centroid.miles) AS miles
      FROM (SELECT zip.zip, ${milesTo(String(latitude), String(longitude))} AS miles
              FROM zip_codes zip
             WHERE abs(zip.latitude - ${latitude}) <= ${radius} / ${MILES_OF_A_DEGREE}) centroid
      JOIN ${PLACES} place ON place.zip_code = centroid.zip
     WHERE centroid.miles <= ${radius}
     GROUP BY place.business_id)`;
};

/** Rows of `business_id` and `fips`, each once: every county that the filter would find a firm of `found` in. */
export const COUNTIES_OF_FOUND = `
  SELECT found.id AS business_id, zip.county_fips AS fips
    FROM found JOIN zip_codes zip ON zip.zip = found.zip_code
   UNION
  SELECT found.id, served.fips
    FROM found CROSS JOIN LATERAL jsonb_array_elements_text(found.service_area -> 'countyFips') served(fips)`;
