import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { SizeMeasure } from '../../reference';
import type { SizeRecord } from '../domain/business';
import { BusinessEntity } from './business.entity';
import { usd } from './usd.transformer';

@Entity('business_size_records')
@Index('business_size_records_period_key', ['businessId', 'measure', 'period'], { unique: true })
@Check('business_size_records_measure_check', `measure IN ('receipts', 'employees', 'assets')`)
export class SizeRecordEntity implements SizeRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_size_records_pkey' })
  id: string;

  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @ManyToOne(() => BusinessEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'business_id', foreignKeyConstraintName: 'business_size_records_business_fkey' })
  business?: unknown;

  @Column('text')
  measure: SizeMeasure;

  @Column('text')
  period: string;

  @Column('numeric', { precision: 15, scale: 2, transformer: usd })
  amount: number;

  @Column('numeric', { name: 'affiliates_amount', precision: 15, scale: 2, nullable: true, transformer: usd })
  affiliatesAmount: number | null;
}
