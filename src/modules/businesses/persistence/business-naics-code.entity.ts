import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { BusinessNaicsCode, NaicsVersion, SamSizeFlag } from '../domain/business';
import { BusinessEntity } from './business.entity';

@Entity('business_naics_codes')
@Index('business_naics_codes_code_idx', { synchronize: false })
@Index('business_naics_codes_code_key', ['businessId', 'code'], { unique: true })
@Index('business_naics_codes_primary_key', ['businessId'], { unique: true, where: 'is_primary' })
@Check('business_naics_codes_version_check', `version IN ('2017', '2022')`)
@Check('business_naics_codes_sam_size_check', `sam_size IN ('small', 'other-than-small', 'exception')`)
export class BusinessNaicsCodeEntity implements BusinessNaicsCode {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_naics_codes_pkey' })
  id: string;

  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @ManyToOne(() => BusinessEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'business_id', foreignKeyConstraintName: 'business_naics_codes_business_fkey' })
  business?: unknown;

  @Column('text')
  code: string;

  @Column('boolean', { name: 'is_primary' })
  isPrimary: boolean;

  @Column('text', { default: '2022' })
  version: NaicsVersion;

  @Column('text', { name: 'sam_size', nullable: true })
  samSize: SamSizeFlag | null;
}
