import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../../common/http/paging';

export class SearchBusinessesQuery extends PageQuery {
  /** Part of the company name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Two to six digits: firms that list a code beginning with it. */
  @IsOptional()
  @Matches(/^\d{2,6}$/, { message: 'naics must have two to six digits' })
  naics?: string;

  /** Code of /reference/certifications: firms that list it as active. */
  @IsOptional()
  @Matches(/^[a-z0-9]{2,20}$/, { message: 'certification must be a program code' })
  certification?: string;
}
