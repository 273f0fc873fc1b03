import { ApiProperty } from '@nestjs/swagger';
import {
  type BusinessImportStatus,
  businessImportStatuses,
  type FindingKind,
  findingKinds,
  type ImportFinding,
  type ImportLayout,
  importLayouts,
} from '../domain/import/business-import';
import type { ReportedImport } from '../service/business-import-reports.service';

/** Why a row was rejected, or a remark on one that was taken in. */
export class ImportFindingResponse {
  /** Counts from 1, without the header line. */
  @ApiProperty({ type: 'integer' })
  row: number;
  @ApiProperty({ enum: findingKinds })
  kind: FindingKind;
  code: string;
  message: string;
}

/** One import of one file of businesses. The five outcomes add up to `rows`. */
export class BusinessImportResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  /** The public extract of SAM.gov's entities, or our own columns. */
  @ApiProperty({ enum: importLayouts })
  layout: ImportLayout;
  /** Null for what came over HTTP. */
  fileName: string | null;
  /** What says `running` long after it started was cut off. */
  @ApiProperty({ enum: businessImportStatuses })
  status: BusinessImportStatus;
  @ApiProperty({ type: 'integer' })
  rows: number;
  /** Rows about firms that nobody had described before. */
  @ApiProperty({ type: 'integer' })
  created: number;
  /** Rows that changed a profile that nobody owns. */
  @ApiProperty({ type: 'integer' })
  updated: number;
  /** Rows that say what the profile says. */
  @ApiProperty({ type: 'integer' })
  unchanged: number;
  /** Rows about profiles that somebody owns: what the owner says counts. */
  @ApiProperty({ type: 'integer' })
  skipped: number;
  @ApiProperty({ type: 'integer' })
  rejected: number;
  /** Things about accepted rows that a person may want to look at. */
  @ApiProperty({ type: 'integer' })
  remarks: number;
  /** Distinct profiles that the rows belong to; null until the import is completed. */
  @ApiProperty({ type: 'integer', nullable: true })
  businesses: number | null;
  startedAt: Date;
  finishedAt: Date | null;
  /** Why it failed. */
  errorCode: string | null;
  /** The first 100; the others are in the report. */
  findings: ImportFindingResponse[];
}

const toFindingResponse = ({ row, kind, code, message }: ImportFinding): ImportFindingResponse => ({
  row,
  kind,
  code,
  message,
});

export const toBusinessImportResponse = ({ run, findings }: ReportedImport): BusinessImportResponse => ({
  id: run.id,
  layout: run.layout,
  fileName: run.fileName,
  status: run.status,
  rows: run.rows,
  created: run.created,
  updated: run.updated,
  unchanged: run.unchanged,
  skipped: run.skipped,
  rejected: run.rejected,
  remarks: run.remarks,
  businesses: run.businesses,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
  errorCode: run.errorCode,
  findings: findings.map(toFindingResponse),
});
