import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../common/http/page.response';
import { type ImportKind, importKinds, type RecordedImport } from '../domain/recorded-import';

/** One import of one file, of notices or of businesses. The six outcomes add up to `rows`. */
export class ImportRunResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  /** What the file was about. */
  @ApiProperty({ enum: importKinds })
  kind: ImportKind;
  /** Where it came from, `sam`; null for the hub's own columns. */
  source: string | null;
  /** sam-csv or sam-json of notices; sam-entities, or csv for the hub's own columns, of businesses. */
  format: string;
  /** Null for what came over HTTP. */
  fileName: string | null;
  /** running, completed or failed. */
  status: string;
  @ApiProperty({ type: 'integer' })
  rows: number;
  /** Rows that started an opportunity, or about firms that nobody had described before. */
  @ApiProperty({ type: 'integer' })
  created: number;
  /** Rows whose notice was known with other content, or that changed a profile that nobody owns. */
  @ApiProperty({ type: 'integer' })
  updated: number;
  @ApiProperty({ type: 'integer' })
  unchanged: number;
  /** Rows with a new notice of a known opportunity. */
  @ApiProperty({ type: 'integer' })
  merged: number;
  /** Rows about profiles that somebody owns: what the owner says counts. */
  @ApiProperty({ type: 'integer' })
  skipped: number;
  @ApiProperty({ type: 'integer' })
  rejected: number;
  /** Things about accepted rows that a person may want to look at; null for notices. */
  @ApiProperty({ type: 'integer', nullable: true })
  remarks: number | null;
  /** Distinct ones that the rows belong to; null until the import is completed, and for businesses. */
  @ApiProperty({ type: 'integer', nullable: true })
  opportunities: number | null;
  /** Distinct profiles that the rows belong to; null until the import is completed, and for notices. */
  @ApiProperty({ type: 'integer', nullable: true })
  businesses: number | null;
  startedAt: Date;
  finishedAt: Date | null;
  /** Why it failed. */
  errorCode: string | null;
}

export class ImportRunPageResponse extends PageResponse {
  items: ImportRunResponse[];
}

export const toImportRunResponse = (run: RecordedImport): ImportRunResponse => ({
  id: run.id,
  kind: run.kind,
  source: run.source,
  format: run.format,
  fileName: run.fileName,
  status: run.status,
  rows: run.rows,
  created: run.created,
  updated: run.updated,
  unchanged: run.unchanged,
  merged: run.merged,
  skipped: run.skipped,
  rejected: run.rejected,
  remarks: run.remarks,
  opportunities: run.opportunities,
  businesses: run.businesses,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
  errorCode: run.errorCode,
});
