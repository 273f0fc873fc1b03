import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../common/http/page.response';
import type { ImportRun } from '../../ingestion';

/** One import of one file. The five outcomes add up to `rows`. */
export class ImportRunResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  source: string;
  format: string;
  fileName: string;
  /** running, completed or failed. */
  status: string;
  @ApiProperty({ type: 'integer' })
  rows: number;
  /** Rows that started an opportunity. */
  @ApiProperty({ type: 'integer' })
  created: number;
  /** Rows whose notice was known with other content. */
  @ApiProperty({ type: 'integer' })
  updated: number;
  @ApiProperty({ type: 'integer' })
  unchanged: number;
  /** Rows with a new notice of a known opportunity. */
  @ApiProperty({ type: 'integer' })
  merged: number;
  @ApiProperty({ type: 'integer' })
  rejected: number;
  /** Distinct ones that the rows belong to; null until the import is completed. */
  @ApiProperty({ type: 'integer', nullable: true })
  opportunities: number | null;
  startedAt: Date;
  finishedAt: Date | null;
  /** Why it failed. */
  errorCode: string | null;
}

export class ImportRunPageResponse extends PageResponse {
  items: ImportRunResponse[];
}

export const toImportRunResponse = (run: ImportRun): ImportRunResponse => ({
  id: run.id,
  source: run.source,
  format: run.format,
  fileName: run.fileName,
  status: run.status,
  rows: run.rows,
  created: run.created,
  updated: run.updated,
  unchanged: run.unchanged,
  merged: run.merged,
  rejected: run.rejected,
  opportunities: run.opportunities,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
  errorCode: run.errorCode,
});
