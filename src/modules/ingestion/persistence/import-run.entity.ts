import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ImportFormat, ImportRun, ImportSource, ImportStatus } from '../domain/import-run';

@Entity('import_runs')
@Index('import_runs_started_at_idx', ['startedAt', 'id'])
@Check('import_runs_source_check', `source in ('sam')`)
@Check('import_runs_format_check', `format in ('sam-csv', 'sam-json')`)
@Check('import_runs_status_check', `status in ('running', 'completed', 'failed')`)
@Check('import_runs_counts_check', 'rows = created + updated + unchanged + merged + rejected')
export class ImportRunEntity implements ImportRun {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'import_runs_pkey' })
  id: string;

  @Column({ type: 'text' })
  source: ImportSource;

  @Column({ type: 'text' })
  format: ImportFormat;

  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  @Column({ name: 'file_sha256', type: 'text' })
  @Index('import_runs_file_sha256_idx')
  fileSha256: string;

  @Column({ name: 'reader_version', type: 'integer' })
  readerVersion: number;

  @Column({ type: 'text' })
  status: ImportStatus;

  @Column({ type: 'integer', default: 0 })
  rows: number;

  @Column({ type: 'integer', default: 0 })
  created: number;

  @Column({ type: 'integer', default: 0 })
  updated: number;

  @Column({ type: 'integer', default: 0 })
  unchanged: number;

  @Column({ type: 'integer', default: 0 })
  merged: number;

  @Column({ type: 'integer', default: 0 })
  rejected: number;

  @Column({ type: 'integer', nullable: true })
  opportunities: number | null;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt: Date;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  @Column({ name: 'error_code', type: 'text', nullable: true })
  errorCode: string | null;
}
