import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Matches, ValidateIf } from 'class-validator';
import { Length } from '../../../common/validation/text-length';
import { type SamStatus, samStatuses } from '../domain/business';
import { IsDay } from './validators/day.validator';
import { ApiOptionalDay } from './validators/patterns';

const MOST_VALUES = 100;
const STATE = /^[A-Z]{2}$/;

export class SamRegistrationRequest {
  @ApiProperty({ enum: samStatuses })
  @IsIn([...samStatuses])
  status: SamStatus;

  /** Last day, local. */
  @ApiOptionalDay()
  @IsOptional()
  @IsDay()
  expiresOn?: string | null;
}

/** A registration as it was read may be sent back. */
export class SamRegistrationChanges extends SamRegistrationRequest {
  /** As it was read: the hub keeps the day by itself. */
  @ApiProperty({ required: false, type: String, format: 'date' })
  @ValidateIf((_, value) => value !== undefined)
  @IsDay()
  statedOn?: string;
}

export class ServiceAreaRequest {
  /** Anywhere in the United States. */
  @IsOptional()
  @IsBoolean()
  isNational?: boolean;

  /** Also from afar, where the work allows it. */
  @IsOptional()
  @IsBoolean()
  isRemote?: boolean;

  /** Two capitals each. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @Matches(STATE, { each: true, message: 'states must be the two capitals of a state each' })
  states?: string[];

  /** Five-digit FIPS codes of counties of Utah, as /reference/counties lists them. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @Matches(/^\d{5}$/, { each: true, message: 'countyFips must be five digits each' })
  countyFips?: string[];
}

export class OwnExclusionsRequest {
  /** Beginnings of codes, two to six digits. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @Matches(/^\d{2,6}$/, { each: true, message: 'naicsCodes must be two to six digits each' })
  naicsCodes?: string[];

  /** Beginnings of codes, one to four capitals or digits. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @Matches(/^[A-Z0-9]{1,4}$/, { each: true, message: 'pscCodes must be one to four capitals or digits each' })
  pscCodes?: string[];

  /** Codes of /reference/set-asides; `NONE` for what is unrestricted. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  setAsides?: string[];

  /** States of the work, or of the buying office where the work's is not stated. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @Matches(STATE, { each: true, message: 'states must be the two capitals of a state each' })
  states?: string[];

  /** Whole words of the names of departments, sub-agencies and offices, such as `Fish and Wildlife`; letter case does not matter. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_VALUES)
  @IsString({ each: true })
  @Matches(/\S/, { each: true, message: 'agencies must not be blank' })
  @Length(3, 100, { each: true })
  agencies?: string[];
}
