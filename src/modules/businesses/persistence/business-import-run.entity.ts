import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { BusinessImportRun, BusinessImportStatus, ImportLayout } from '../domain/import/business-import';

@Entity('business_import_runs')
@Index('business_import_runs_started_idx', ['startedAt', 'id'])
@Check('business_import_runs_layout_check', `layout IN ('sam-entities', 'csv')`)
@Check('business_import_runs_status_check', `status IN ('running', 'completed', 'failed')`)
@Check('business_import_runs_counts_check', 'rows = created + updated + unchanged + skipped + rejected')
export class BusinessImportRunEntity implements BusinessImportRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_import_runs_pkey' })
  id: string;

  @Column('text')
  layout: ImportLayout;

  @Column('text', { name: 'file_name', nullable: true })
  fileName: string | null;

  @Column('text')
  status: BusinessImportStatus;

  @Column('integer', { default: 0 })
  rows: number;

  @Column('integer', { default: 0 })
  created: number;

  @Column('integer', { default: 0 })
  updated: number;

  @Column('integer', { default: 0 })
  unchanged: number;

  @Column('integer', { default: 0 })
  skipped: number;

  @Column('integer', { default: 0 })
  rejected: number;

  @Column('integer', { default: 0 })
  remarks: number;

  @Column('integer', { nullable: true })
  businesses: number | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('text', { name: 'error_code', nullable: true })
  errorCode: string | null;
}
