import type { BusinessSlice } from '../domain/business-search';
import { normaliseCage } from '../domain/cage';
import { normaliseUei } from '../domain/uei';
import type { BusinessQuestion } from '../service/business-search.service';
import type { SearchBusinessesQuery } from './search-businesses.query';

export const toQuestion = (query: SearchBusinessesQuery): BusinessQuestion => {
  const { q, naics, certification, validOn, county, zip, radiusMiles } = query;
  return {
    ...{ q, naics, certification, validOn, county, zip, radiusMiles },
    psc: query.psc?.map((code) => code.toUpperCase()),
    state: query.state?.toUpperCase(),
    isVerified: query.verified,
    isClaimed: query.claimed,
    ueiNumber: query.uei && normaliseUei(query.uei),
    cageCode: query.cage && normaliseCage(query.cage),
  };
};

export const toSlice = ({ sort, limit, offset }: SearchBusinessesQuery): BusinessSlice => ({
  sort: sort ?? 'name',
  limit,
  offset,
});
