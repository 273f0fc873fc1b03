import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { NumberParameter } from '../../../common/http/number-parameter.decorator';
import type { NaicsLevel } from '../domain/naics';
import { SearchCodesQuery } from './search-codes.query';

const LEVELS = [2, 3, 4, 5, 6] as const;

/** A question for NAICS codes; everything given must hold. */
export class SearchNaicsQuery extends SearchCodesQuery {
  /** 2 sector, 3 subsector, 4 industry group, 5 industry, 6 national industry. */
  @ApiProperty({ type: 'integer', enum: LEVELS, required: false })
  @IsOptional()
  @NumberParameter()
  @IsIn(LEVELS)
  level?: NaicsLevel;

  /** Code whose direct parts are wanted: 54, 5415, 31-33. */
  @IsOptional()
  @IsString()
  @Matches(/^(?:\d{2,5}|\d\d-\d\d)$/, {
    message: 'parent must be a NAICS code of two to five digits or a sector range',
  })
  parent?: string;
}
