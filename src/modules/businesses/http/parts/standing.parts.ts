import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { Length, MaxLength } from '../../../../common/validation/text-length';
import {
  type Certification,
  type CertificationStatus,
  certificationStatuses,
  type Licence,
  type LicenceStatus,
  licenceStatuses,
} from '../../domain/business';
import { IsDay } from '../validators/day.validator';
import { Normalised } from '../validators/normalised.decorator';
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

/** Classes are compared as the states print them; some letters become several in capitals. */
const normaliseClass = (text: string): string => text.trim().toUpperCase();

export class LicenceRequest {
  /** State that issued it; `UT` where absent. */
  @ApiProperty({ required: false, example: 'UT', default: 'UT' })
  @IsOptional()
  @IsState()
  state?: string;

  /** Class as the state writes it, such as `B100` (Utah, general building). */
  @ApiProperty({ example: 'B100' })
  @Normalised(normaliseClass)
  @IsString()
  @Matches(/\S/, { message: 'classification must not be blank' })
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
    classification,
    number: number ?? null,
    status,
    expiresOn: expiresOn ?? null,
  }),
  toChanges: ({ state, ...rest }) => ({ ...rest, ...(state === undefined ? {} : { state: state ?? 'UT' }) }),
  toResponse: ({ id, state, classification, number, status, expiresOn }) => ({
    id,
    state,
    classification,
    number,
    status,
    expiresOn,
  }),
};
