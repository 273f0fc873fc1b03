import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClaimStatus } from '../domain/claim';

@Entity('business_claims')
@Check('business_claims_status_check', `status IN ('pending', 'confirmed', 'refused')`)
@Check(
  'business_claims_decided_check',
  `(status = 'pending') = (decided_at IS NULL) AND (decided_at IS NULL) = (reason IS NULL)`,
)
@Index('business_claims_pending_key', ['businessId', 'claimantId'], { unique: true, where: `status = 'pending'` })
@Index('business_claims_claimant_idx', ['claimantId', 'createdAt'])
@Index('business_claims_status_idx', ['status', 'createdAt'])
export class ClaimEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_claims_pkey' })
  id: string;

  @ForeignKey('BusinessEntity', { name: 'business_claims_business_fkey', onDelete: 'CASCADE' })
  @Index('business_claims_business_idx')
  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @ForeignKey('UserEntity', { name: 'business_claims_claimant_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'claimant_id' })
  claimantId: string;

  /** As it was when the claim was made: what becomes of the profile later is not the claimant's to know. */
  @Column('text', { name: 'company_name' })
  companyName: string;

  @Column('text')
  status: ClaimStatus;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('text', { nullable: true })
  reason: string | null;

  @ForeignKey('UserEntity', { name: 'business_claims_decider_fkey', onDelete: 'SET NULL' })
  @Index('business_claims_decider_idx')
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** The mail that tells the claimant, which finds its content by it. */
  @Index('business_claims_mail_key', { unique: true })
  @Column('uuid', { name: 'mail_id', nullable: true })
  mailId: string | null;
}
