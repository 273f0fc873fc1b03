import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { Length, MaxLength } from '../../../../common/validation/text-length';
import type { BusinessService, PastPerformance } from '../../domain/business';
import { IsDay } from '../validators/day.validator';
import { ApiOptionalDay, ApiOptionalUsd, IsNaicsCode, IsPscCode, IsState, IsZipCode } from '../validators/patterns';
import { IsUsd } from '../validators/usd.validator';
import type { PartDefinition } from './part-definition';

export class ServiceRequest {
  /** What the firm does, as buyers would call it. */
  @ApiProperty({ example: 'Cloud migration' })
  @IsString()
  @Matches(/\S/, { message: 'title must not be blank' })
  @Length(1, 150)
  title: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;
}

export class ServiceChanges extends PartialType(ServiceRequest, { skipNullProperties: false }) {}

export class ServiceResponse implements BusinessService {
  @ApiProperty({ format: 'uuid' })
  id: string;
  title: string;
  description: string | null;
}

export const services: PartDefinition<'services', ServiceRequest, ServiceResponse> = {
  kind: 'services',
  name: 'Service',
  about: 'What the firm does, in words.',
  request: ServiceRequest,
  changes: ServiceChanges,
  response: ServiceResponse,
  toPart: ({ title, description }) => ({ title, description: description ?? null }),
  toChanges: (request) => ({ ...request }),
  toResponse: ({ id, title, description }) => ({ id, title, description }),
};

export class PastPerformanceRequest {
  @IsString()
  @Matches(/\S/, { message: 'title must not be blank' })
  @Length(1, 300)
  title: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;

  /** Department or agency that bought. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  department?: string | null;

  /** Office that bought. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  office?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  contractNumber?: string | null;

  /** Six digits, NAICS 2022. */
  @IsOptional()
  @IsNaicsCode()
  naicsCode?: string | null;

  @IsOptional()
  @IsPscCode()
  pscCode?: string | null;

  /** USD over the whole contract. */
  @ApiOptionalUsd()
  @IsOptional()
  @IsUsd()
  valueUsd?: number | null;

  /** First day of the work, local. */
  @ApiOptionalDay()
  @IsOptional()
  @IsDay()
  startedOn?: string | null;

  /** Last day of the work, local; absent while it runs. */
  @ApiOptionalDay()
  @IsOptional()
  @IsDay()
  completedOn?: string | null;

  /** State where the work was done. */
  @ApiProperty({ required: false, nullable: true, type: String, example: 'UT' })
  @IsOptional()
  @IsState()
  placeState?: string | null;

  /** ZIP code where the work was done. */
  @ApiProperty({ required: false, nullable: true, type: String, example: '84101' })
  @IsOptional()
  @IsZipCode()
  placeZipCode?: string | null;
}

export class PastPerformanceChanges extends PartialType(PastPerformanceRequest, { skipNullProperties: false }) {}

export class PastPerformanceResponse implements PastPerformance {
  @ApiProperty({ format: 'uuid' })
  id: string;
  title: string;
  description: string | null;
  department: string | null;
  office: string | null;
  contractNumber: string | null;
  naicsCode: string | null;
  pscCode: string | null;
  /** USD. */
  valueUsd: number | null;
  startedOn: string | null;
  completedOn: string | null;
  placeState: string | null;
  placeZipCode: string | null;
}

export const pastPerformance: PartDefinition<'past-performance', PastPerformanceRequest, PastPerformanceResponse> = {
  kind: 'past-performance',
  name: 'PastPerformance',
  about: 'Contracts the firm names as references. Private.',
  request: PastPerformanceRequest,
  changes: PastPerformanceChanges,
  response: PastPerformanceResponse,
  toPart: (request) => ({
    title: request.title,
    description: request.description ?? null,
    department: request.department ?? null,
    office: request.office ?? null,
    contractNumber: request.contractNumber ?? null,
    naicsCode: request.naicsCode ?? null,
    pscCode: request.pscCode ?? null,
    valueUsd: request.valueUsd ?? null,
    startedOn: request.startedOn ?? null,
    completedOn: request.completedOn ?? null,
    placeState: request.placeState ?? null,
    placeZipCode: request.placeZipCode ?? null,
  }),
  toChanges: (request) => ({ ...request }),
  toResponse: (part) => ({
    id: part.id,
    title: part.title,
    description: part.description,
    department: part.department,
    office: part.office,
    contractNumber: part.contractNumber,
    naicsCode: part.naicsCode,
    pscCode: part.pscCode,
    valueUsd: part.valueUsd,
    startedOn: part.startedOn,
    completedOn: part.completedOn,
    placeState: part.placeState,
    placeZipCode: part.placeZipCode,
  }),
};
