import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DatasetName } from '../domain/dataset';

/** Which edition of each table of facts the database holds. */
@Entity('reference_datasets')
export class ReferenceDatasetEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'reference_datasets_pkey' })
  name: DatasetName;

  @Column({ type: 'text' })
  source: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: string;

  /** Of the rows as written, so that new facts as well as new columns lead to a new load. */
  @Column({ type: 'text' })
  sha256: string;

  @Column({ name: 'row_count', type: 'integer' })
  rowCount: number;

  @Column({ name: 'loaded_at', type: 'timestamptz' })
  loadedAt: Date;
}
