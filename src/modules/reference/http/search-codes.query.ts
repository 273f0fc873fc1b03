import { IsOptional, IsString } from 'class-validator';
import { PageQuery } from '../../../common/http/paging';
import { Length } from '../../../common/validation/text-length';

/** A question for codes. */
export class SearchCodesQuery extends PageQuery {
  /** Words of the title, all of which must occur, or the beginning of a code. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  q?: string;
}
