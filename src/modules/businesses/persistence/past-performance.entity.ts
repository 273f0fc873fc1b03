import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { PastPerformance } from '../domain/business';
import { BusinessEntity } from './business.entity';
import { usd } from './usd.transformer';

@Entity('business_past_performance')
@Index('business_past_performance_business_idx', ['businessId'])
export class PastPerformanceEntity implements PastPerformance {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_past_performance_pkey' })
  id: string;

  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @ManyToOne(() => BusinessEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'business_id', foreignKeyConstraintName: 'business_past_performance_business_fkey' })
  business?: unknown;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('text', { nullable: true })
  department: string | null;

  @Column('text', { nullable: true })
  office: string | null;

  @Column('text', { name: 'contract_number', nullable: true })
  contractNumber: string | null;

  @Column('text', { name: 'naics_code', nullable: true })
  naicsCode: string | null;

  @Column('text', { name: 'psc_code', nullable: true })
  pscCode: string | null;

  @Column('numeric', { name: 'value_usd', nullable: true, precision: 15, scale: 2, transformer: usd })
  valueUsd: number | null;

  @Column('date', { name: 'started_on', nullable: true })
  startedOn: string | null;

  @Column('date', { name: 'completed_on', nullable: true })
  completedOn: string | null;

  @Column('text', { name: 'place_state', nullable: true })
  placeState: string | null;

  @Column('text', { name: 'place_zip_code', nullable: true })
  placeZipCode: string | null;
}
