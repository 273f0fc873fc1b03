import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { type CertificationStatus, certificationStatuses } from '../domain/business';
import { IsDay } from './day.validator';
import { IsUsd } from './usd.validator';

export class NaicsCodeRequest {
  /** Six digits, NAICS 2022. */
  @ApiProperty({ example: '541512' })
  @Matches(/^\d{6}$/, { message: 'code must have six digits' })
  code: string;

  /** The one code that describes the firm best. */
  @IsOptional()
  @IsBoolean()
  isPrimary?: boolean;
}

export class PscCodeRequest {
  /** Product or service code of two or four characters. */
  @ApiProperty({ example: 'DA01' })
  @Matches(/^[A-Z0-9]{2}([A-Z0-9]{2})?$/, { message: 'code must have two or four capitals or digits' })
  code: string;
}

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
  @ApiProperty({ required: false, nullable: true, type: String, format: 'date' })
  @IsOptional()
  @IsDay()
  validFrom?: string | null;

  /** Last day, local. */
  @ApiProperty({ required: false, nullable: true, type: String, format: 'date' })
  @IsOptional()
  @IsDay()
  expiresOn?: string | null;
}

export class ServiceRequest {
  /** What the firm does, as buyers would call it. */
  @ApiProperty({ example: 'Cloud migration' })
  @IsString()
  @Length(1, 150)
  title: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  description?: string | null;
}

export class PastPerformanceRequest {
  @IsString()
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

  /** Six digits, NAICS 2022. */
  @IsOptional()
  @Matches(/^\d{6}$/, { message: 'naicsCode must have six digits' })
  naicsCode?: string | null;

  @IsOptional()
  @Matches(/^[A-Z0-9]{2}([A-Z0-9]{2})?$/, { message: 'pscCode must have two or four capitals or digits' })
  pscCode?: string | null;

  /** USD over the whole contract. */
  @ApiProperty({ type: 'number', required: false, nullable: true, minimum: 0, maximum: 1_000_000_000_000 })
  @IsOptional()
  @IsUsd()
  valueUsd?: number | null;

  /** Last day of the work, local; absent while it runs. */
  @ApiProperty({ required: false, nullable: true, type: String, format: 'date' })
  @IsOptional()
  @IsDay()
  completedOn?: string | null;
}
