import { ApiProperty } from '@nestjs/swagger';
import type { BusinessFacets } from '../domain/business-search';

/** How many businesses of the whole answer would be left with this code as a further filter. */
export class CodeCountResponse {
  code: string;

  @ApiProperty({ type: 'integer' })
  count: number;
}

/** How many businesses of the whole answer would be left with this county as a further filter. */
export class CountyCountResponse {
  /** Five-digit code of the Census Bureau. */
  fips: string;

  name: string;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class VerifiedCountResponse {
  @ApiProperty({ type: 'integer' })
  yes: number;

  @ApiProperty({ type: 'integer' })
  no: number;
}

/** Counts over everything that the filters select, whichever part of it is answered. At most 50 of each, the most frequent first. */
export class BusinessFacetsResponse {
  /** Programs of certifications in force on the day asked about. */
  certifications: CodeCountResponse[];

  /** Sectors as NAICS names them, `31-33`; a firm counts once in each sector that it lists a code of. */
  naicsSectors: CodeCountResponse[];

  /** Counties of Utah; a firm counts once in each county that it has a place in or serves. */
  counties: CountyCountResponse[];

  /** Confirmed by an administrator, and not. */
  verified: VerifiedCountResponse;
}

const toCodeCount = ({ code, count }: CodeCountResponse): CodeCountResponse => ({ code, count });

export const toBusinessFacetsResponse = (facets: BusinessFacets): BusinessFacetsResponse => ({
  certifications: facets.certifications.map(toCodeCount),
  naicsSectors: facets.naicsSectors.map(toCodeCount),
  counties: facets.counties.map(({ fips, name, count }) => ({ fips, name, count })),
  verified: { yes: facets.verified.yes, no: facets.verified.no },
});
