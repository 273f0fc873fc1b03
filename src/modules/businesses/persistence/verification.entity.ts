import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BusinessVerification } from '../domain/verification';

@Entity('business_verifications')
@Index('business_verifications_business_idx', ['businessId', 'decidedAt'])
export class VerificationEntity implements BusinessVerification {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_verifications_pkey' })
  id: string;

  @ForeignKey('BusinessEntity', { name: 'business_verifications_business_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @Column('boolean')
  verified: boolean;

  @Column('text')
  reason: string;

  @ForeignKey('UserEntity', { name: 'business_verifications_decider_fkey', onDelete: 'SET NULL' })
  @Index('business_verifications_decider_idx')
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;
}
