import { ApiProperty } from '@nestjs/swagger';
import {
  type Business,
  type BusinessOrigin,
  businessOrigins,
  type OwnExclusions,
  type SamRegistration,
  type SamStatus,
  samStatuses,
  type ServiceArea,
  type Visibility,
  visibilities,
} from '../domain/business';
import { maskedEin } from '../domain/ein';
import type { BusinessView } from '../domain/business-view';
import {
  BusinessNaicsCodeResponse,
  BusinessPscCodeResponse,
  CageCodeResponse,
  cageCodes,
  naicsCodes,
  pscCodes,
} from './parts/coded.parts';
import { PastPerformanceResponse, pastPerformance, ServiceResponse, services } from './parts/descriptive.parts';
import { AddressResponse, addresses, SizeRecordResponse, sizeHistory } from './parts/measured.parts';
import { CertificationResponse, certifications, LicenceResponse, licences } from './parts/standing.parts';

export class SamRegistrationResponse implements SamRegistration {
  @ApiProperty({ enum: samStatuses })
  status: SamStatus;
  expiresOn: string | null;
  /** Utah day on which the firm said so. */
  statedOn: string;
}

export class ServiceAreaResponse implements ServiceArea {
  isNational: boolean;
  isRemote: boolean;
  states: string[];
  /** Counties of Utah. */
  countyFips: string[];
}

export class OwnExclusionsResponse implements OwnExclusions {
  naicsCodes: string[];
  pscCodes: string[];
  setAsides: string[];
  states: string[];
  agencies: string[];
}

/** A whole profile. Fields marked private are there for its owner and administrators alone. */
export class BusinessResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  companyName: string;
  dbaName: string | null;
  ueiNumber: string | null;
  websiteUrl: string | null;
  description: string | null;
  businessType: string | null;
  zipCode: string | null;
  establishedOn: string | null;
  /** SAM.gov's codes of what kind of firm it is. */
  samBusinessTypes: string[];
  serviceArea: ServiceAreaResponse | null;
  /** Small under the primary NAICS code today (13 CFR 121.201); null: cannot tell. */
  @ApiProperty({ nullable: true, type: Boolean })
  isSmallBusiness: boolean | null;
  /** Who first told the hub of the firm. */
  @ApiProperty({ enum: businessOrigins })
  origin: BusinessOrigin;
  /** Whether somebody owns the profile; one that nobody owns may be claimed. */
  isClaimed: boolean;
  /** When an administrator confirmed the profile. */
  verifiedAt: Date | null;
  naicsCodes: BusinessNaicsCodeResponse[];
  pscCodes: BusinessPscCodeResponse[];
  cageCodes: CageCodeResponse[];
  certifications: CertificationResponse[];
  services: ServiceResponse[];
  createdAt: Date;
  updatedAt: Date;
  /** Private. */
  @ApiProperty({ enum: visibilities, required: false })
  visibility?: Visibility;
  /** Private. */
  dunsNumber?: string | null;
  /** Private. Masked to the last four digits. */
  @ApiProperty({ type: String, required: false, nullable: true, example: '**-***6789' })
  einNumber?: string | null;
  /** Private. */
  stateLicenseNumber?: string | null;
  /** Private. */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  employeeCount?: number | null;
  /** Private. USD a year. */
  annualRevenue?: number | null;
  /** Private. */
  @ApiProperty({ type: 'integer', required: false })
  fiscalYearEndMonth?: number;
  /** Private. */
  @ApiProperty({ type: SamRegistrationResponse, nullable: true, required: false })
  samRegistration?: SamRegistrationResponse | null;
  /** Private. */
  excluded?: boolean | null;
  /** Private. Utah day on which the firm said so. */
  excludedStatedOn?: string | null;
  /** Private. USD. */
  bondingSingleUsd?: number | null;
  /** Private. USD. */
  bondingAggregateUsd?: number | null;
  /** Private. USD. */
  contractValueMinUsd?: number | null;
  /** Private. USD. */
  contractValueMaxUsd?: number | null;
  /** Private. */
  ownExclusions?: OwnExclusionsResponse;
  /** Private. 0–100, see /businesses/{id}/completeness. */
  @ApiProperty({ type: 'integer', required: false, minimum: 0, maximum: 100 })
  profileCompletenessScore?: number;
  /** Private. */
  licences?: LicenceResponse[];
  /** Private. */
  addresses?: AddressResponse[];
  /** Private. */
  pastPerformance?: PastPerformanceResponse[];
  /** Private. */
  sizeHistory?: SizeRecordResponse[];
}

/** What everybody with an account may see. */
export const toPublicResponse = ({ business, isSmallBusiness }: BusinessView): BusinessResponse => ({
  id: business.id,
  companyName: business.companyName,
  dbaName: business.dbaName,
  ueiNumber: business.ueiNumber,
  websiteUrl: business.websiteUrl,
  description: business.description,
  businessType: business.businessType,
  zipCode: business.zipCode,
  establishedOn: business.establishedOn,
  samBusinessTypes: [...business.samBusinessTypes],
  serviceArea: toServiceAreaResponse(business.serviceArea),
  isSmallBusiness,
  origin: business.origin,
  isClaimed: business.ownerId !== null,
  verifiedAt: business.verifiedAt,
  naicsCodes: business.naicsCodes.map(naicsCodes.toResponse),
  pscCodes: business.pscCodes.map(pscCodes.toResponse),
  cageCodes: business.cageCodes.map(cageCodes.toResponse),
  certifications: business.certifications.map(certifications.toResponse),
  services: business.services.map(services.toResponse),
  createdAt: business.createdAt,
  updatedAt: business.updatedAt,
});

/** What the owner and administrators see. */
export const toOwnerResponse = (view: BusinessView): BusinessResponse => ({
  ...toPublicResponse(view),
  ...toFiguresResponse(view.business),
  profileCompletenessScore: view.profileCompletenessScore,
  licences: view.business.licences.map(licences.toResponse),
  addresses: view.business.addresses.map(addresses.toResponse),
  pastPerformance: view.business.pastPerformance.map(pastPerformance.toResponse),
  sizeHistory: view.business.sizeHistory.map(sizeHistory.toResponse),
});

const toFiguresResponse = (business: Business): Partial<BusinessResponse> => ({
  visibility: business.visibility,
  dunsNumber: business.dunsNumber,
  einNumber: business.einLastFour && maskedEin(business.einLastFour),
  stateLicenseNumber: business.stateLicenseNumber,
  employeeCount: business.employeeCount,
  annualRevenue: business.annualRevenue,
  fiscalYearEndMonth: business.fiscalYearEndMonth,
  samRegistration: business.samRegistration,
  excluded: business.excluded,
  excludedStatedOn: business.excludedStatedOn,
  bondingSingleUsd: business.bondingSingleUsd,
  bondingAggregateUsd: business.bondingAggregateUsd,
  contractValueMinUsd: business.contractValueMinUsd,
  contractValueMaxUsd: business.contractValueMaxUsd,
  ownExclusions: toOwnExclusionsResponse(business.ownExclusions),
});

const toServiceAreaResponse = (area: ServiceArea | null): ServiceAreaResponse | null =>
  area && {
    isNational: area.isNational,
    isRemote: area.isRemote,
    states: [...area.states],
    countyFips: [...area.countyFips],
  };

const toOwnExclusionsResponse = (exclusions: OwnExclusions): OwnExclusionsResponse => ({
  naicsCodes: [...exclusions.naicsCodes],
  pscCodes: [...exclusions.pscCodes],
  setAsides: [...exclusions.setAsides],
  states: [...exclusions.states],
  agencies: [...exclusions.agencies],
});
