import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../common/http/page.response';
import { type PageQuery, toPage } from '../../../common/http/paging';
import type { FoundBusinesses } from '../domain/business-search';
import type { BusinessSummary } from '../domain/business-summary';
import { BusinessFacetsResponse, toBusinessFacetsResponse } from './business-search-facets.response';

/** A business in a list. */
export class BusinessSummaryResponse implements Omit<BusinessSummary, 'distanceMiles'> {
  @ApiProperty({ format: 'uuid' })
  id: string;
  companyName: string;
  dbaName: string | null;
  description: string | null;
  websiteUrl: string | null;
  zipCode: string | null;
  /** Where that ZIP code lies: name of the county, and two capitals of the state. */
  county: string | null;
  state: string | null;
  primaryNaicsCode: string | null;
  /** Codes of /reference/certifications in force on the day asked about. */
  certifications: string[];
  /** Whether somebody owns the profile; one that nobody owns may be claimed. */
  isClaimed: boolean;
  /** When an administrator confirmed the profile. */
  verifiedAt: Date | null;
  /** Statute miles to the nearest place of the firm, to one decimal; only where a ZIP code is asked for. */
  @ApiProperty({ type: 'number', required: false })
  distanceMiles?: number;
}

export class BusinessPageResponse extends PageResponse {
  items: BusinessSummaryResponse[];
  facets: BusinessFacetsResponse;
}

const toBusinessSummaryResponse = (summary: BusinessSummary): BusinessSummaryResponse => ({
  id: summary.id,
  companyName: summary.companyName,
  dbaName: summary.dbaName,
  description: summary.description,
  websiteUrl: summary.websiteUrl,
  zipCode: summary.zipCode,
  county: summary.county,
  state: summary.state,
  primaryNaicsCode: summary.primaryNaicsCode,
  certifications: [...summary.certifications],
  isClaimed: summary.isClaimed,
  verifiedAt: summary.verifiedAt,
  ...(summary.distanceMiles === null ? {} : { distanceMiles: summary.distanceMiles }),
});

export const toBusinessPageResponse = (found: FoundBusinesses, query: PageQuery): BusinessPageResponse => ({
  ...toPage([found.items, found.total], query, toBusinessSummaryResponse),
  facets: toBusinessFacetsResponse(found.facets),
});
