import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SizeMeasure, SizeStandard } from '../domain/size-standard';
import { NaicsCodeEntity } from './naics-code.entity';

const PRIMARY_KEY = 'size_standards_pkey';

@Entity('size_standards')
@Check('size_standards_exception_check', 'exception >= 0')
@Check('size_standards_measure_check', `measure IN ('receipts', 'employees', 'assets')`)
@Check('size_standards_size_limit_check', 'size_limit > 0')
@Check('size_standards_effective_check', 'effective_to >= effective_from')
export class SizeStandardEntity implements SizeStandard {
  @ForeignKey(() => NaicsCodeEntity, { name: 'size_standards_naics_code_fkey' })
  @PrimaryColumn({ name: 'naics_code', type: 'text', primaryKeyConstraintName: PRIMARY_KEY })
  naicsCode: string;

  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: PRIMARY_KEY })
  exception: number;

  @PrimaryColumn({ name: 'effective_from', type: 'date', primaryKeyConstraintName: PRIMARY_KEY })
  effectiveFrom: string;

  @Column({ name: 'effective_to', type: 'date', nullable: true })
  effectiveTo: string | null;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'text' })
  measure: SizeMeasure;

  /** USD or persons; SBA's largest limit, in assets, is below 10⁹. */
  @Column({ name: 'size_limit', type: 'integer' })
  limit: number;

  @Column({ type: 'text', nullable: true })
  footnote: string | null;

  @Column({ type: 'text' })
  source: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: string;
}
