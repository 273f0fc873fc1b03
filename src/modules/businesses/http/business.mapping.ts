import { normaliseUei } from '../domain/uei';
import type { NewPart } from '../domain/business-parts';
import type { BusinessProfile, NewBusiness } from '../service/businesses.service';
import type { CreateBusinessRequest, UpdateBusinessRequest } from './business.requests';
import type { CertificationRequest, NaicsCodeRequest, PastPerformanceRequest, PscCodeRequest, ServiceRequest } from './part.requests';

export const toNaicsCode = ({ code, isPrimary }: NaicsCodeRequest): NewPart<'naics-codes'> => ({
  code,
  isPrimary: isPrimary ?? false,
});

export const toPscCode = ({ code }: PscCodeRequest): NewPart<'psc-codes'> => ({ code });

export const toCertification = (request: CertificationRequest): NewPart<'certifications'> => ({
  program: request.program,
  status: request.status,
  certifier: request.certifier ?? null,
  number: request.number ?? null,
  validFrom: request.validFrom ?? null,
  expiresOn: request.expiresOn ?? null,
});

export const toService = ({ title, description }: ServiceRequest): NewPart<'services'> => ({
  title,
  description: description ?? null,
});

export const toPastPerformance = (request: PastPerformanceRequest): NewPart<'past-performance'> => ({
  title: request.title,
  description: request.description ?? null,
  department: request.department ?? null,
  office: request.office ?? null,
  naicsCode: request.naicsCode ?? null,
  pscCode: request.pscCode ?? null,
  valueUsd: request.valueUsd ?? null,
  completedOn: request.completedOn ?? null,
});

export const toNewBusiness = (request: CreateBusinessRequest): NewBusiness => ({
  companyName: request.companyName.trim(),
  dbaName: request.dbaName ?? null,
  ueiNumber: request.ueiNumber ? normaliseUei(request.ueiNumber) : null,
  dunsNumber: request.dunsNumber ?? null,
  stateLicenseNumber: request.stateLicenseNumber ?? null,
  websiteUrl: request.websiteUrl ?? null,
  description: request.description ?? null,
  businessType: request.businessType ?? null,
  employeeCount: request.employeeCount ?? null,
  annualRevenue: request.annualRevenue ?? null,
  zipCode: request.zipCode ?? null,
  naicsCodes: (request.naicsCodes ?? []).map(toNaicsCode),
  pscCodes: (request.pscCodes ?? []).map(toPscCode),
  certifications: (request.certifications ?? []).map(toCertification),
  services: (request.services ?? []).map(toService),
  pastPerformance: (request.pastPerformance ?? []).map(toPastPerformance),
});

/** Only what the request names; `undefined` leaves a column as it is. */
export const toBusinessChanges = ({ companyName, ueiNumber, ...rest }: UpdateBusinessRequest): Partial<BusinessProfile> => ({
  ...rest,
  ...(companyName === undefined ? {} : { companyName: companyName.trim() }),
  ...(ueiNumber === undefined ? {} : { ueiNumber: ueiNumber && normaliseUei(ueiNumber) }),
});
