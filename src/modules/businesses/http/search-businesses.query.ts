import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNumber, IsOptional, IsString, Matches, Max, Min, Validate } from 'class-validator';
import { Length, MaxLength } from '../../../common/validation/text-length';
import { BooleanParameter } from '../../../common/http/boolean-parameter.decorator';
import { CommaSeparated } from '../../../common/http/comma-separated.decorator';
import { NumberParameter } from '../../../common/http/number-parameter.decorator';
import { PageQuery } from '../../../common/http/paging';
import {
  type BusinessSort,
  businessSorts,
  LEAST_RADIUS_MILES,
  MOST_RADIUS_MILES,
  type ProgramCode,
  programCodes,
} from '../domain/business-search';
import { CageNumber } from './validators/cage-number.validator';
import { IsDay } from './validators/day.validator';
import { IsZipCode } from './validators/patterns';
import { UeiNumber } from './validators/uei-number.validator';

/** Everything given must hold. */
export class SearchBusinessesQuery extends PageQuery {
  /**
   * Words, all of them: each a part of one of the names, or a word of the names, the description or a service in any of its
   * forms. Where nobody uses a word, names that are spelt alike are found.
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @CommaSeparated(
    'NAICS codes of two to six digits, each with everything below it; 33 and 31-33 both mean the whole sector.',
  )
  @Matches(/^(?:\d{2,6}|31-33|44-45|48-49)$/, { each: true, message: 'naics must list codes of two to six digits' })
  naics?: string[];

  @CommaSeparated('Beginnings of product and service codes.')
  @Matches(/^[A-Za-z0-9]{1,4}$/, { each: true, message: 'psc must list codes of one to four characters' })
  psc?: string[];

  /** Code of /reference/certifications: firms that list it as active. A first or last day that they do not state is taken to be right. */
  @ApiProperty({ enum: programCodes, required: false })
  @IsOptional()
  @IsIn(programCodes)
  certification?: ProgramCode;

  /** Utah day on which certifications are to be in force, here, in the items and in the counts. Default: today. */
  @ApiProperty({ type: String, format: 'date', required: false })
  @IsOptional()
  @IsDay()
  validOn?: string;

  /** Utah county that the firm has a place in or serves: a name (`Utah` is Utah County) or a FIPS code. */
  @IsOptional()
  @IsString()
  @Length(3, 50)
  county?: string;

  /** State that the firm has a place in or serves, such as UT. */
  @IsOptional()
  @Matches(/^[A-Za-z]{2}$/, { message: 'state must be a code such as UT' })
  state?: string;

  /** Five digits: firms with a place round the middle of this ZIP code; needs `radiusMiles`. */
  @IsOptional()
  @IsZipCode()
  zip?: string;

  /** Statute miles as the crow flies, between the middles of ZIP codes; needs `zip`. */
  @ApiProperty({ type: 'number', minimum: LEAST_RADIUS_MILES, maximum: MOST_RADIUS_MILES, required: false })
  @IsOptional()
  @NumberParameter()
  @IsNumber()
  @Min(LEAST_RADIUS_MILES)
  @Max(MOST_RADIUS_MILES)
  radiusMiles?: number;

  /** Whether an administrator confirmed the profile. */
  @ApiProperty({ type: 'boolean', required: false })
  @IsOptional()
  @BooleanParameter()
  @IsBoolean()
  verified?: boolean;

  /** Whether somebody owns the profile. */
  @ApiProperty({ type: 'boolean', required: false })
  @IsOptional()
  @BooleanParameter()
  @IsBoolean()
  claimed?: boolean;

  /** Unique Entity ID. */
  @IsOptional()
  @Validate(UeiNumber, { message: 'uei must be a Unique Entity ID of twelve characters with a right check digit' })
  uei?: string;

  /** CAGE code, also one that is not the primary one. */
  @IsOptional()
  @Validate(CageNumber)
  cage?: string;

  /** Default: name. `distance` needs `zip`; `newest` is by when the profile was made. */
  @ApiProperty({ enum: businessSorts, default: 'name', required: false })
  @IsOptional()
  @IsIn(businessSorts)
  sort?: BusinessSort;
}
