import { sectorOfDigits } from '../domain/business-search-codes';
import { COUNTIES_OF_FOUND } from './business-search-places.sql';

/** How many entries a list of counts has at most. */
const MOST_COUNTS = 50;

/** Listed and in force: what the row does not state is taken to hold, because the firm lists it as active. */
export const isInForce = (certification: string, day: string): string =>
  `${certification}.status = 'active'
   AND coalesce(${certification}.valid_from <= ${day}::date, true)
   AND coalesce(${certification}.expires_on >= ${day}::date, true)`;

const sectors = [...new Set(sectorOfDigits.values())];
const bitOf = (sector: string): number => 2 ** sectors.indexOf(sector);
const values = (rows: Iterable<readonly [code: string, bit: number]>): string =>
  `(VALUES ${Array.from(rows, ([code, bit]) => `('${code}', ${bit})`).join(', ')})`;

/**
 * Firms list many codes of few sectors. One number for each firm, a bit for each sector, takes half the time of sorting out
 * pairs of firm and sector.
 */
const SECTOR_COUNTS = `
    WITH firm AS MATERIALIZED (
      SELECT bit_or(part.bit) AS sectors
        FROM found
        JOIN business_naics_codes listed ON listed.business_id = found.id
        JOIN ${values([...sectorOfDigits].map(([digits, sector]) => [digits, bitOf(sector)]))} part(digits, bit)
          ON part.digits = left(listed.code, 2)
       GROUP BY found.id
    )
    SELECT sector.code, count(*)::integer AS count
      FROM ${values(sectors.map((sector) => [sector, bitOf(sector)]))} sector(code, bit)
      JOIN firm ON firm.sectors & sector.bit <> 0
     GROUP BY sector.code`;

/** The most frequent first. @param key the column of `counted` that tells equal counts apart */
const mostFrequent = (counted: string, key: string): string =>
  `(SELECT coalesce(json_agg(facet ORDER BY facet.count DESC, facet.${key}), '[]')
      FROM (SELECT * FROM (${counted}) counted ORDER BY count DESC, ${key} LIMIT ${MOST_COUNTS}) facet)`;

/**
 * Columns of one row: `total`, and the counts over everything `found` (`id`, `zip_code`, `service_area`, `verified_at`).
 * @param day placeholder of the day that certifications are asked about
 */
export const facetColumns = (day: string): string => {
  const certifications = `
    SELECT held.program AS code, count(*)::integer AS count
      FROM found JOIN business_certifications held ON held.business_id = found.id
     WHERE ${isInForce('held', day)}
     GROUP BY held.program`;
  const counties = `
    SELECT county.fips, county.name, count(*)::integer AS count
      FROM (${COUNTIES_OF_FOUND}) place JOIN utah_counties county ON county.fips = place.fips
     GROUP BY county.fips, county.name`;
  return `
    (SELECT count(*) FROM found)::integer AS total,
    (SELECT count(verified_at) FROM found)::integer AS verified,
    ${mostFrequent(certifications, 'code')} AS certifications,
    ${mostFrequent(SECTOR_COUNTS, 'code')} AS "naicsSectors",
    ${mostFrequent(counties, 'fips')} AS counties`;
};
