import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Licence, LicenceStatus } from '../domain/business';
import { BusinessEntity } from './business.entity';

@Entity('business_licences')
@Index('business_licences_class_key', ['businessId', 'state', 'classification'], { unique: true })
@Check('business_licences_status_check', `status IN ('active', 'inactive', 'suspended', 'expired')`)
export class LicenceEntity implements Licence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_licences_pkey' })
  id: string;

  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @ManyToOne(() => BusinessEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'business_id', foreignKeyConstraintName: 'business_licences_business_fkey' })
  business?: unknown;

  @Column('text')
  state: string;

  @Column('text')
  classification: string;

  @Column('text', { nullable: true })
  number: string | null;

  @Column('text')
  status: LicenceStatus;

  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: string | null;
}
