import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../common/http/page.response';
import {
  type BusinessNaicsCode,
  type BusinessPscCode,
  type BusinessService,
  type Certification,
  type CertificationStatus,
  certificationStatuses,
  type PastPerformance,
} from '../domain/business';

export class BusinessNaicsCodeResponse implements BusinessNaicsCode {
  @ApiProperty({ format: 'uuid' })
  id: string;
  code: string;
  isPrimary: boolean;
}

export class BusinessNaicsCodePageResponse extends PageResponse {
  items: BusinessNaicsCodeResponse[];
}

export class BusinessPscCodeResponse implements BusinessPscCode {
  @ApiProperty({ format: 'uuid' })
  id: string;
  code: string;
}

export class BusinessPscCodePageResponse extends PageResponse {
  items: BusinessPscCodeResponse[];
}

export class CertificationResponse implements Certification {
  @ApiProperty({ format: 'uuid' })
  id: string;
  program: string;
  @ApiProperty({ enum: certificationStatuses })
  status: CertificationStatus;
  certifier: string | null;
  number: string | null;
  validFrom: string | null;
  expiresOn: string | null;
}

export class CertificationPageResponse extends PageResponse {
  items: CertificationResponse[];
}

export class ServiceResponse implements BusinessService {
  @ApiProperty({ format: 'uuid' })
  id: string;
  title: string;
  description: string | null;
}

export class ServicePageResponse extends PageResponse {
  items: ServiceResponse[];
}

export class PastPerformanceResponse implements PastPerformance {
  @ApiProperty({ format: 'uuid' })
  id: string;
  title: string;
  description: string | null;
  department: string | null;
  office: string | null;
  naicsCode: string | null;
  pscCode: string | null;
  /** USD. */
  valueUsd: number | null;
  completedOn: string | null;
}

export class PastPerformancePageResponse extends PageResponse {
  items: PastPerformanceResponse[];
}

export const toBusinessNaicsCodeResponse = ({ id, code, isPrimary }: BusinessNaicsCode): BusinessNaicsCodeResponse => ({
  id,
  code,
  isPrimary,
});

export const toBusinessPscCodeResponse = ({ id, code }: BusinessPscCode): BusinessPscCodeResponse => ({ id, code });

export const toCertificationResponse = (part: Certification): CertificationResponse => ({
  id: part.id,
  program: part.program,
  status: part.status,
  certifier: part.certifier,
  number: part.number,
  validFrom: part.validFrom,
  expiresOn: part.expiresOn,
});

export const toServiceResponse = ({ id, title, description }: BusinessService): ServiceResponse => ({
  id,
  title,
  description,
});

export const toPastPerformanceResponse = (part: PastPerformance): PastPerformanceResponse => ({
  id: part.id,
  title: part.title,
  description: part.description,
  department: part.department,
  office: part.office,
  naicsCode: part.naicsCode,
  pscCode: part.pscCode,
  valueUsd: part.valueUsd,
  completedOn: part.completedOn,
});
