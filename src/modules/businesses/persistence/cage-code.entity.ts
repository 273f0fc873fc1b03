import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { CageCode } from '../domain/business';
import { BusinessEntity } from './business.entity';

@Entity('business_cage_codes')
@Index('business_cage_codes_code_key', ['businessId', 'code'], { unique: true })
@Index('business_cage_codes_primary_key', ['businessId'], { unique: true, where: 'is_primary' })
@Index('business_cage_codes_code_idx', ['code'])
export class CageCodeEntity implements CageCode {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_cage_codes_pkey' })
  id: string;

  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @ManyToOne(() => BusinessEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'business_id', foreignKeyConstraintName: 'business_cage_codes_business_fkey' })
  business?: unknown;

  @Column('text')
  code: string;

  @Column('boolean', { name: 'is_primary' })
  isPrimary: boolean;
}
