import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ImportRunEntity } from './import-run.entity';

const PRIMARY_KEY = 'import_remarks_pkey';

/** Why a row was rejected, or a note on one that was taken over with a gap. Holds no contact data. */
@Entity('import_remarks')
export class ImportRemarkEntity {
  @PrimaryColumn({ name: 'run_id', type: 'uuid', primaryKeyConstraintName: PRIMARY_KEY })
  @ForeignKey(() => ImportRunEntity, { name: 'import_remarks_run_id_fkey', onDelete: 'CASCADE' })
  runId: string;

  @PrimaryColumn({ name: 'row_number', type: 'integer', primaryKeyConstraintName: PRIMARY_KEY })
  rowNumber: number;

  /** Tells the notes on one row apart. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: PRIMARY_KEY })
  position: number;

  @Column({ type: 'boolean' })
  rejected: boolean;

  @Column({ name: 'notice_id', type: 'text', nullable: true })
  noticeId: string | null;

  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  message: string;
}
