import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import {
  type Certification,
  type CertificationStatus,
  certificationStatuses,
  type Licence,
  type LicenceStatus,
  licenceStatuses,
} from '../../domain/business';
import { IsDay } from '../validators/day.validator';
import { ApiOptionalDay, IsState } from '../validators/patterns';
import type { PartDefinition } from './part-definition';

export class CertificationRequest {
  /** Code of /reference/certifications. */
  @ApiProperty({ example: 'hubzone' })
  @IsString()
  @MaxLength(20)
  program: string;

  @ApiProperty({ enum: certificationStatuses })
  @IsIn([...certificationStatuses])
  status: CertificationStatus;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  certifier?: string | null;

  /** Number that the certifier gave. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  number?: string | null;

  /** First day, local. */
  @ApiOptionalDay()
  @IsOptional()
  @IsDay()
  validFrom?: string | null;

  /** Last day, local. */
  @ApiOptionalDay()
  @IsOptional()
  @IsDay()
  expiresOn?: string | null;

  /** Where the certificate can be looked up, or what shows it. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  evidence?: string | null;
}

export class CertificationChanges extends PartialType(CertificationRequest, { skipNullProperties: false }) {}

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
  evidence: string | null;
}

export const certifications: PartDefinition<'certifications', CertificationRequest, CertificationResponse> = {
  kind: 'certifications',
  name: 'Certification',
  about: 'What the firm is certified for, with status and dates.',
  request: CertificationRequest,
  changes: CertificationChanges,
  response: CertificationResponse,
  toPart: ({ program, status, certifier, number, validFrom, expiresOn, evidence }) => ({
    program,
    status,
    certifier: certifier ?? null,
    number: number ?? null,
    validFrom: validFrom ?? null,
    expiresOn: expiresOn ?? null,
    evidence: evidence ?? null,
  }),
  toChanges: (request) => ({ ...request }),
  toResponse: ({ id, program, status, certifier, number, validFrom, expiresOn, evidence }) => ({
    id,
    program,
    status,
    certifier,
    number,
    validFrom,
    expiresOn,
    evidence,
  }),
};

export class LicenceRequest {
  /** State that issued it; `UT` where absent. */
  @ApiProperty({ required: false, example: 'UT', default: 'UT' })
  @IsOptional()
  @IsState()
  state?: string;

  /** Class as the state writes it, such as `B100` (Utah, general building). */
  @ApiProperty({ example: 'B100' })
  @IsString()
  @Length(1, 30)
  classification: string;

  /** As printed on the licence. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  number?: string | null;

  @ApiProperty({ enum: licenceStatuses })
  @IsIn([...licenceStatuses])
  status: LicenceStatus;

  /** Last day, local. */
  @ApiOptionalDay()
  @IsOptional()
  @IsDay()
  expiresOn?: string | null;
}

export class LicenceChanges extends PartialType(LicenceRequest, { skipNullProperties: false }) {}

export class LicenceResponse implements Licence {
  @ApiProperty({ format: 'uuid' })
  id: string;
  state: string;
  classification: string;
  number: string | null;
  @ApiProperty({ enum: licenceStatuses })
  status: LicenceStatus;
  expiresOn: string | null;
}

export const licences: PartDefinition<'licences', LicenceRequest, LicenceResponse> = {
  kind: 'licences',
  name: 'Licence',
  about: 'Licences of the company, by state and class. Private.',
  request: LicenceRequest,
  changes: LicenceChanges,
  response: LicenceResponse,
  toPart: ({ state, classification, number, status, expiresOn }) => ({
    state: state ?? 'UT',
    classification: classification.trim().toUpperCase(),
    number: number ?? null,
    status,
    expiresOn: expiresOn ?? null,
  }),
  toChanges: ({ state, classification, ...rest }) => ({
    ...rest,
    ...(state === undefined ? {} : { state: state ?? 'UT' }),
    ...(classification === undefined ? {} : { classification: classification.trim().toUpperCase() }),
  }),
  toResponse: ({ id, state, classification, number, status, expiresOn }) => ({
    id,
    state,
    classification,
    number,
    status,
    expiresOn,
  }),
};
