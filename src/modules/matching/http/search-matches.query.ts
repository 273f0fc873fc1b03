import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import { NumberParameter } from '../../../common/http/number-parameter.decorator';
import { PageQuery } from '../../../common/http/paging';
import { type EligibilityVerdict, eligibilityVerdicts, type NoticeType, noticeTypes } from '../domain/match-search';

export class SearchMatchesQuery extends PageQuery {
  /** Absent: `eligible` and `unknown`, which are ranked. `not_eligible`: what the business may not bid on, and why. */
  @ApiProperty({ enum: eligibilityVerdicts, required: false })
  @IsOptional()
  @IsIn([...eligibilityVerdicts])
  eligibility?: EligibilityVerdict;

  /** 0 to 100. */
  @IsOptional()
  @NumberParameter()
  @IsNumber()
  @Min(0)
  @Max(100)
  minScore?: number;

  /** Letter of /reference/notice-types. */
  @ApiProperty({ enum: noticeTypes, required: false })
  @IsOptional()
  @IsIn([...noticeTypes])
  noticeType?: NoticeType;

  /** Two to six digits: codes beginning with it; 33 and 31-33 both mean the whole sector. */
  @IsOptional()
  @Matches(/^(?:\d{2,6}|31-33|44-45|48-49)$/, { message: 'naics must have two to six digits' })
  naics?: string;

  /** Code of /reference/set-asides; `none` for unrestricted, `unknown` where the notice does not say. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9]{2,10}$/, { message: 'setAside must be a set-aside code' })
  setAside?: string;
}
