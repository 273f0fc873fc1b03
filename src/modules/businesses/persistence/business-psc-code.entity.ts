import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { BusinessPscCode } from '../domain/business';
import { BusinessEntity } from './business.entity';

@Entity('business_psc_codes')
@Index('business_psc_codes_code_idx', { synchronize: false })
@Index('business_psc_codes_code_key', ['businessId', 'code'], { unique: true })
export class BusinessPscCodeEntity implements BusinessPscCode {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_psc_codes_pkey' })
  id: string;

  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @ManyToOne(() => BusinessEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'business_id', foreignKeyConstraintName: 'business_psc_codes_business_fkey' })
  business?: unknown;

  @Column('text')
  code: string;
}
