import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../../common/http/paging';
import { type ImportKind, importKinds } from '../domain/recorded-import';

export class SearchImportsQuery extends PageQuery {
  /** What the files were about; all where absent. */
  @ApiProperty({ enum: importKinds, required: false })
  @IsOptional()
  @IsIn(importKinds)
  kind?: ImportKind;
}
