import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Batch } from '../domain/import-run';
import { ImportRunEntity } from './import-run.entity';

const PRIMARY_KEY = 'import_run_batches_pkey';

/** Says that one lane of one window is recorded, in the transaction that recorded it: nothing is ever counted twice. */
@Entity('import_run_batches')
export class ImportRunBatchEntity implements Batch {
  @PrimaryColumn({ name: 'run_id', type: 'uuid', primaryKeyConstraintName: PRIMARY_KEY })
  @ForeignKey(() => ImportRunEntity, { name: 'import_run_batches_run_id_fkey', onDelete: 'CASCADE' })
  runId: string;

  @PrimaryColumn({ name: 'window_number', type: 'integer', primaryKeyConstraintName: PRIMARY_KEY })
  window: number;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: PRIMARY_KEY })
  lane: number;

  @Column({ type: 'integer' })
  rows: number;

  /** Distinct ones of this batch; needed only until the run is completed and its distinct ones are counted. */
  @Column({ name: 'opportunity_ids', type: 'uuid', array: true, nullable: true })
  opportunityIds: string[] | null;
}
