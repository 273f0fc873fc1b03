import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, Matches } from 'class-validator';
import { CommaSeparated } from '../../../common/http/comma-separated.decorator';
import { PageQuery } from '../../../common/http/paging';
import { Length } from '../../../common/validation/text-length';
import { type NoticeSource, noticeSources, type NoticeType, noticeTypes } from '../domain/notice';
import {
  type OpportunitySort,
  opportunitySorts,
  publicStatuses,
  type SortOrder,
  sortOrders,
} from '../domain/opportunity-search';

const ANY_STATUS = 'any';
const statusChoices = [...publicStatuses, ANY_STATUS] as const;
const booleans: Readonly<Record<string, boolean>> = { true: true, false: false };

/** A day or an instant of this or the neighbouring centuries. */
const DAY_OR_INSTANT = /^[12]\d{3}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2}))?$/;

export class SearchOpportunitiesQuery extends PageQuery {
  /** Words, "phrases", or, -without; in title, number, buyer and description. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  q?: string;

  @CommaSeparated(
    'NAICS codes of two to six digits, each with everything below it; 33 and 31-33 both mean the whole sector.',
  )
  @Matches(/^(?:\d{2,6}|31-33|44-45|48-49)$/, { each: true, message: 'naics must list codes of two to six digits' })
  naics?: string[];

  @CommaSeparated('Beginnings of product and service codes.')
  @Matches(/^[A-Za-z0-9]{1,4}$/, { each: true, message: 'psc must list codes of one to four characters' })
  psc?: string[];

  @CommaSeparated('Codes of /reference/set-asides; `none` for unrestricted, `unknown` where the notice does not say.')
  @Matches(/^[A-Za-z0-9]{1,10}$/, { each: true, message: 'setAside must list set-aside codes, none or unknown' })
  setAside?: string[];

  @CommaSeparated('Codes of /reference/notice-types.')
  @IsIn(noticeTypes, { each: true })
  noticeType?: NoticeType[];

  @CommaSeparated(`${publicStatuses.join(', ')}; \`any\` for all. Default: open.`)
  @IsIn(statusChoices, { each: true })
  status?: (typeof statusChoices)[number][];

  /** True: only what an offer can be made on now. */
  @ApiProperty({ type: 'boolean', required: false })
  @IsOptional()
  @Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => booleans[String(obj[key])] ?? obj[key])
  @IsBoolean()
  biddable?: boolean;

  @CommaSeparated(`Where the notices were published: ${noticeSources.join(', ')}.`)
  @IsIn(noticeSources, { each: true })
  source?: NoticeSource[];

  /** Part of the name of the department, sub-tier or office. */
  @IsOptional()
  @IsString()
  @Length(2, 100)
  agency?: string;

  /** State of the place of performance, where that is unknown of the office; `location.basis` tells which. */
  @IsOptional()
  @Matches(/^[A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?$/, { message: 'state must be a code such as UT' })
  state?: string;

  /** Utah county of the place of performance, else of the office: a name (`Utah` is Utah County) or a FIPS code. */
  @IsOptional()
  @IsString()
  @Length(3, 50)
  county?: string;

  /** First day (in Utah) or instant. */
  @IsOptional()
  @Matches(DAY_OR_INSTANT)
  @IsISO8601({ strict: true })
  postedFrom?: string;

  /** Last day (in Utah), or the instant before which. */
  @IsOptional()
  @Matches(DAY_OR_INSTANT)
  @IsISO8601({ strict: true })
  postedTo?: string;

  /** First day (in Utah) or instant. */
  @IsOptional()
  @Matches(DAY_OR_INSTANT)
  @IsISO8601({ strict: true })
  dueFrom?: string;

  /** Last day (in Utah), or the instant before which. */
  @IsOptional()
  @Matches(DAY_OR_INSTANT)
  @IsISO8601({ strict: true })
  dueTo?: string;

  /** Compared without punctuation. */
  @IsOptional()
  @IsString()
  @Length(1, 128)
  solicitationNumber?: string;

  /** Default: relevance with `q`, else postedAt. */
  @ApiProperty({ enum: opportunitySorts, required: false })
  @IsOptional()
  @IsIn(opportunitySorts)
  sort?: OpportunitySort;

  /** Default: best and newest first, soonest due first. */
  @ApiProperty({ enum: sortOrders, required: false })
  @IsOptional()
  @IsIn(sortOrders)
  order?: SortOrder;
}
