import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  Validate,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Length, MaxLength } from '../../../common/validation/text-length';
import { type Visibility, visibilities } from '../domain/business';
import { normaliseName } from '../domain/company-name';
import { LONGEST_WEB_ADDRESS } from '../domain/web-address';
import { CageCodeRequest, NaicsCodeRequest, PscCodeRequest } from './parts/coded.parts';
import { PastPerformanceRequest, ServiceRequest } from './parts/descriptive.parts';
import { CertificationRequest, LicenceRequest } from './parts/standing.parts';
import {
  OwnExclusionsRequest,
  SamRegistrationChanges,
  SamRegistrationRequest,
  ServiceAreaRequest,
} from './profile-values.requests';
import { IsDay } from './validators/day.validator';
import { EinNumber } from './validators/ein-number.validator';
import { Normalised, orNothing } from './validators/normalised.decorator';
import { ApiOptionalDay, ApiOptionalUsd, IsZipCode } from './validators/patterns';
import { UeiNumber } from './validators/uei-number.validator';
import { IsUsd } from './validators/usd.validator';
import { WebAddress } from './validators/web-address.validator';

const MOST_AT_ONCE = 50;

/** A firm as its owner describes it, in one go. */
export class CreateBusinessRequest {
  /** Unique among owned profiles, whatever the letter case. Stored in one spelling (NFC) with single blanks. */
  @Normalised(normaliseName)
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'companyName must not be blank' })
  companyName: string;

  /** Name the firm does business under, where it is another one. */
  @Normalised((text) => orNothing(normaliseName(text)))
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

  /**
   * Employer identification number. Kept sealed, shown by its last four digits to the owner and administrators; the masked
   * form sent back changes nothing.
   */
  @ApiProperty({ required: false, nullable: true, type: String, example: '12-3456789' })
  @IsOptional()
  @Validate(EinNumber)
  einNumber?: string | null;

  @Normalised(orNothing)
  @IsOptional()
  @IsString()
  @MaxLength(50)
  stateLicenseNumber?: string | null;

  /** Stored and shown, never fetched. */
  @ApiProperty({ required: false, nullable: true, type: String, format: 'uri', maxLength: LONGEST_WEB_ADDRESS })
  @IsOptional()
  @Validate(WebAddress)
  @MaxLength(LONGEST_WEB_ADDRESS)
  websiteUrl?: string | null;

  /** What the firm does, in its own words; the text part of matching reads it. */
  @Normalised(orNothing)
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  description?: string | null;

  /** Legal form. */
  @Normalised(orNothing)
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
  @ApiOptionalUsd()
  @IsOptional()
  @IsUsd()
  annualRevenue?: number | null;

  /** Principal place of business, five digits. */
  @ApiProperty({ required: false, nullable: true, type: String, example: '84101' })
  @IsOptional()
  @IsZipCode()
  zipCode?: string | null;

  /** `private`: seen by the owner and administrators alone, and matched all the same. */
  @ApiProperty({ enum: visibilities, required: false, default: 'public' })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn([...visibilities])
  visibility?: Visibility;

  /** Day on which the firm began business; a young firm's size is averaged over a shorter time (13 CFR 121.104). */
  @ApiOptionalDay()
  @IsOptional()
  @IsDay()
  establishedOn?: string | null;

  /** Month with whose last day the fiscal year ends, 1 to 12; 12 where absent. */
  @ApiProperty({ required: false, nullable: true, type: 'integer', minimum: 1, maximum: 12, default: 12 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(12)
  fiscalYearEndMonth?: number | null;

  /** Registration in SAM.gov; offers to federal buyers need an active one (FAR 52.204-7). The day of saying so is kept. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SamRegistrationRequest)
  samRegistration?: SamRegistrationRequest | null;

  /** Whether the firm is debarred, suspended or otherwise excluded from federal contracts (FAR subpart 9.4). */
  @IsOptional()
  @IsBoolean()
  excluded?: boolean | null;

  /** USD: the largest single bond that a surety gives. */
  @ApiOptionalUsd()
  @IsOptional()
  @IsUsd()
  bondingSingleUsd?: number | null;

  /** USD: all bonds together. */
  @ApiOptionalUsd()
  @IsOptional()
  @IsUsd()
  bondingAggregateUsd?: number | null;

  /** USD: smallest contract that suits the firm. */
  @ApiOptionalUsd()
  @IsOptional()
  @IsUsd()
  contractValueMinUsd?: number | null;

  /** USD: largest contract that suits the firm. */
  @ApiOptionalUsd()
  @IsOptional()
  @IsUsd()
  contractValueMaxUsd?: number | null;

  /** Where the firm works. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ServiceAreaRequest)
  serviceArea?: ServiceAreaRequest | null;

  /** What the firm does not want to bid on, whatever it may. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OwnExclusionsRequest)
  ownExclusions?: OwnExclusionsRequest | null;

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
  @Type(() => CageCodeRequest)
  cageCodes?: CageCodeRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => LicenceRequest)
  licences?: LicenceRequest[];

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

/**
 * Changes of the profile itself: an absent field is unchanged, `null` clears it, where it can be cleared. Lists have addresses
 * of their own.
 */
export class UpdateBusinessRequest extends PartialType(
  OmitType(CreateBusinessRequest, [
    'samRegistration',
    'naicsCodes',
    'pscCodes',
    'cageCodes',
    'licences',
    'certifications',
    'services',
    'pastPerformance',
  ] as const),
  { skipNullProperties: false },
) {
  /** Registration in SAM.gov. What is said of it today carries today's date; the same sent back with `statedOn` keeps its own. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SamRegistrationChanges)
  samRegistration?: SamRegistrationChanges | null;
}
