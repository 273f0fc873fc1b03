import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { FindingKind, ImportFinding } from '../domain/import/business-import';
import { BusinessImportRunEntity } from './business-import-run.entity';

const PRIMARY_KEY = 'business_import_findings_pkey';

/** Why a row was rejected, or a remark on one that was taken in. Names columns and codes, and repeats no other value. */
@Entity('business_import_findings')
@Check('business_import_findings_kind_check', `kind IN ('rejected', 'remark')`)
export class BusinessImportFindingEntity implements ImportFinding {
  @PrimaryColumn('uuid', { name: 'run_id', primaryKeyConstraintName: PRIMARY_KEY })
  @ForeignKey(() => BusinessImportRunEntity, { name: 'business_import_findings_run_fkey', onDelete: 'CASCADE' })
  runId: string;

  @PrimaryColumn('integer', { name: 'row_number', primaryKeyConstraintName: PRIMARY_KEY })
  row: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: PRIMARY_KEY })
  position: number;

  @Column('text')
  kind: FindingKind;

  @Column('text')
  code: string;

  @Column('text')
  message: string;
}
