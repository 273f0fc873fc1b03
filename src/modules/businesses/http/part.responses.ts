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

export class NaicsCodeResponse implements BusinessNaicsCode {
  @ApiProperty({ format: 'uuid' })
  id: string;
  code: string;
  isPrimary: boolean;
}

export class NaicsCodePageResponse extends PageResponse {
  items: NaicsCodeResponse[];
}

export class PscCodeResponse implements BusinessPscCode {
  @ApiProperty({ format: 'uuid' })
  id: string;
  code: string;
}

export class PscCodePageResponse extends PageResponse {
  items: PscCodeResponse[];
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

export const toNaicsCodeResponse = ({ id, code, isPrimary }: BusinessNaicsCode): NaicsCodeResponse => ({
  id,
  code,
  isPrimary,
});

export const toPscCodeResponse = ({ id, code }: BusinessPscCode): PscCodeResponse => ({ id, code });

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
