import { normaliseUei } from '../domain/uei';
import type { NewPart } from '../domain/business-parts';
import type { BusinessProfile, NewBusiness } from '../service/businesses.service';
import type { CreateBusinessRequest, UpdateBusinessRequest } from './business.requests';
import type {
  CertificationRequest,
  NaicsCodeRequest,
  PastPerformanceRequest,
  PscCodeRequest,
  ServiceRequest,
} from './part.requests';

const orNull = <T>(value: T | null | undefined): T | null => value ?? null;

export const toNaicsCode = ({ code, isPrimary }: NaicsCodeRequest): NewPart<'naics-codes'> => ({
  code,
  isPrimary: isPrimary ?? false,
});

export const toPscCode = ({ code }: PscCodeRequest): NewPart<'psc-codes'> => ({ code });

export const toCertification = (request: CertificationRequest): NewPart<'certifications'> => ({
  program: request.program,
  status: request.status,
  certifier: orNull(request.certifier),
  number: orNull(request.number),
  validFrom: orNull(request.validFrom),
  expiresOn: orNull(request.expiresOn),
});

export const toService = ({ title, description }: ServiceRequest): NewPart<'services'> => ({
  title,
  description: orNull(description),
});

export const toPastPerformance = (request: PastPerformanceRequest): NewPart<'past-performance'> => ({
  title: request.title,
  description: orNull(request.description),
  department: orNull(request.department),
  office: orNull(request.office),
  naicsCode: orNull(request.naicsCode),
  pscCode: orNull(request.pscCode),
  valueUsd: orNull(request.valueUsd),
  completedOn: orNull(request.completedOn),
});

export const toNewBusiness = (request: CreateBusinessRequest): NewBusiness => ({
  companyName: request.companyName.trim(),
  dbaName: orNull(request.dbaName),
  ueiNumber: request.ueiNumber ? normaliseUei(request.ueiNumber) : null,
  dunsNumber: orNull(request.dunsNumber),
  stateLicenseNumber: orNull(request.stateLicenseNumber),
  websiteUrl: orNull(request.websiteUrl),
  description: orNull(request.description),
  businessType: orNull(request.businessType),
  employeeCount: orNull(request.employeeCount),
  annualRevenue: orNull(request.annualRevenue),
  zipCode: orNull(request.zipCode),
  naicsCodes: (request.naicsCodes ?? []).map(toNaicsCode),
  pscCodes: (request.pscCodes ?? []).map(toPscCode),
  certifications: (request.certifications ?? []).map(toCertification),
  services: (request.services ?? []).map(toService),
  pastPerformance: (request.pastPerformance ?? []).map(toPastPerformance),
});

/** Only what the request names; `undefined` leaves a column as it is. */
export const toBusinessChanges = ({
  companyName,
  ueiNumber,
  ...rest
}: UpdateBusinessRequest): Partial<BusinessProfile> => ({
  ...rest,
  ...(companyName === undefined ? {} : { companyName: companyName.trim() }),
  ...(ueiNumber === undefined ? {} : { ueiNumber: ueiNumber && normaliseUei(ueiNumber) }),
});
