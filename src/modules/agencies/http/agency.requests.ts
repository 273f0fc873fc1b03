import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { Length, MaxLength } from '../../../common/validation/text-length';
import { type AgencyLevel, agencyLevels } from '../domain/agency';

const NOT_BLANK = /\S/;

export class CreateAgencyRequest {
  /** Unique, whatever the letter case. */
  @ApiProperty({ example: 'Hill Air Force Base' })
  @IsString()
  @Length(1, 120)
  @Matches(NOT_BLANK, { message: 'name must not be blank' })
  name: string;

  @ApiProperty({ enum: agencyLevels })
  @IsIn(agencyLevels)
  level: AgencyLevel;

  /** As notices name the buyer: what is bought under this department belongs to the agency. */
  @ApiProperty({ required: false, nullable: true, type: String, example: 'DEPT OF DEFENSE' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(NOT_BLANK, { message: 'department must not be blank' })
  department?: string | null;

  /** Narrows the department down. */
  @ApiProperty({ required: false, nullable: true, type: String, example: 'DEPT OF THE AIR FORCE' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(NOT_BLANK, { message: 'subTier must not be blank' })
  subTier?: string | null;

  /** Narrows the department down to one office, by its activity address code. */
  @ApiProperty({ required: false, nullable: true, type: String, example: 'FA8201' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(NOT_BLANK, { message: 'officeCode must not be blank' })
  officeCode?: string | null;
}

/** An absent field is unchanged, `null` clears it. */
export class UpdateAgencyRequest extends PartialType(CreateAgencyRequest, { skipNullProperties: false }) {}
