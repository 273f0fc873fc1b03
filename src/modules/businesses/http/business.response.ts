import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '../../../common/auth/principal';
import { PageResponse } from '../../../common/http/page.response';
import type { Business } from '../domain/business';
import { maySeePrivateFields } from '../domain/business.policy';
import type { BusinessSummary } from '../domain/business-summary';
import {
  CertificationResponse,
  BusinessNaicsCodeResponse,
  PastPerformanceResponse,
  BusinessPscCodeResponse,
  ServiceResponse,
  toCertificationResponse,
  toBusinessNaicsCodeResponse,
  toPastPerformanceResponse,
  toBusinessPscCodeResponse,
  toServiceResponse,
} from './part.responses';

/** A business in a list. */
export class BusinessSummaryResponse implements BusinessSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;
  companyName: string;
  dbaName: string | null;
  description: string | null;
  websiteUrl: string | null;
  zipCode: string | null;
  primaryNaicsCode: string | null;
  /** When an administrator confirmed the profile. */
  verifiedAt: Date | null;
}

export class BusinessPageResponse extends PageResponse {
  items: BusinessSummaryResponse[];
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
  verifiedAt: Date | null;
  naicsCodes: BusinessNaicsCodeResponse[];
  pscCodes: BusinessPscCodeResponse[];
  certifications: CertificationResponse[];
  services: ServiceResponse[];
  createdAt: Date;
  updatedAt: Date;
  /** Private. */
  dunsNumber?: string | null;
  /** Private. */
  stateLicenseNumber?: string | null;
  /** Private. */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  employeeCount?: number | null;
  /** Private. USD a year. */
  annualRevenue?: number | null;
  /** Private. */
  pastPerformance?: PastPerformanceResponse[];
}

const publicView = (business: Business): BusinessResponse => ({
  id: business.id,
  companyName: business.companyName,
  dbaName: business.dbaName,
  ueiNumber: business.ueiNumber,
  websiteUrl: business.websiteUrl,
  description: business.description,
  businessType: business.businessType,
  zipCode: business.zipCode,
  verifiedAt: business.verifiedAt,
  naicsCodes: business.naicsCodes.map(toBusinessNaicsCodeResponse),
  pscCodes: business.pscCodes.map(toBusinessPscCodeResponse),
  certifications: business.certifications.map(toCertificationResponse),
  services: business.services.map(toServiceResponse),
  createdAt: business.createdAt,
  updatedAt: business.updatedAt,
});

/** What this person may see of it. */
export const toBusinessResponse = (reader: Principal, business: Business): BusinessResponse => {
  if (!maySeePrivateFields(reader, business)) return publicView(business);
  return {
    ...publicView(business),
    dunsNumber: business.dunsNumber,
    stateLicenseNumber: business.stateLicenseNumber,
    employeeCount: business.employeeCount,
    annualRevenue: business.annualRevenue,
    pastPerformance: business.pastPerformance.map(toPastPerformanceResponse),
  };
};

export const toBusinessSummaryResponse = (summary: BusinessSummary): BusinessSummaryResponse => ({
  id: summary.id,
  companyName: summary.companyName,
  dbaName: summary.dbaName,
  description: summary.description,
  websiteUrl: summary.websiteUrl,
  zipCode: summary.zipCode,
  primaryNaicsCode: summary.primaryNaicsCode,
  verifiedAt: summary.verifiedAt,
});
