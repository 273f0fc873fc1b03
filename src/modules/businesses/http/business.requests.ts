import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  CertificationRequest,
  NaicsCodeRequest,
  PastPerformanceRequest,
  PscCodeRequest,
  ServiceRequest,
} from './part.requests';
import { IsUsd } from './usd.validator';
import { UeiNumber } from './uei-number.validator';

const MOST_AT_ONCE = 50;

/** A firm as its owner describes it, in one go. */
export class CreateBusinessRequest {
  /** Unique among owned profiles, whatever the letter case. */
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'companyName must not be blank' })
  companyName: string;

  /** Name the firm does business under, where it is another one. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  dbaName?: string | null;

  /** Unique Entity ID of SAM.gov: twelve characters with a check digit. */
  @ApiProperty({ required: false, nullable: true, type: String, example: 'ZQGGHJH74DW7' })
  @IsOptional()
  @Validate(UeiNumber)
  ueiNumber?: string | null;

  /** Legacy number of nine digits; never needed. */
  @IsOptional()
  @Matches(/^\d{9}$/, { message: 'dunsNumber must have nine digits' })
  dunsNumber?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  stateLicenseNumber?: string | null;

  /** Stored and shown, never fetched. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, disallow_auth: true })
  @MaxLength(300)
  websiteUrl?: string | null;

  /** What the firm does, in its own words; the text part of matching reads it. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  description?: string | null;

  /** Legal form. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  businessType?: string | null;

  /** Average over the last 24 months, affiliates included; every person counts as one (13 CFR 121.106). */
  @ApiProperty({ required: false, nullable: true, type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  employeeCount?: number | null;

  /** USD a year: average receipts of the last five completed fiscal years, affiliates included (13 CFR 121.104). */
  @ApiProperty({ type: 'number', required: false, nullable: true, minimum: 0, maximum: 1_000_000_000_000 })
  @IsOptional()
  @IsUsd()
  annualRevenue?: number | null;

  /** Principal place of business, five digits. */
  @ApiProperty({ required: false, nullable: true, type: String, example: '84101' })
  @IsOptional()
  @Matches(/^\d{5}$/, { message: 'zipCode must have five digits' })
  zipCode?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => NaicsCodeRequest)
  naicsCodes?: NaicsCodeRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => PscCodeRequest)
  pscCodes?: PscCodeRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => CertificationRequest)
  certifications?: CertificationRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => ServiceRequest)
  services?: ServiceRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => PastPerformanceRequest)
  pastPerformance?: PastPerformanceRequest[];
}

/** Changes of the profile itself: an absent field is unchanged, `null` clears it. Lists have addresses of their own. */
export class UpdateBusinessRequest extends PartialType(
  OmitType(CreateBusinessRequest, [
    'companyName',
    'naicsCodes',
    'pscCodes',
    'certifications',
    'services',
    'pastPerformance',
  ] as const),
) {
  /** Cannot be cleared. */
  @ValidateIf(({ companyName }: UpdateBusinessRequest) => companyName !== undefined)
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'companyName must not be blank' })
  companyName?: string;
}
