import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Certification, CertificationStatus } from '../domain/business';
import { BusinessEntity } from './business.entity';

@Entity('business_certifications')
@Index('business_certifications_program_key', ['businessId', 'program'], { unique: true })
@Index('business_certifications_term_idx', ['expiresOn'])
@Check(
  'business_certifications_status_check',
  `status IN ('applied', 'pending', 'active', 'suspended', 'expired', 'graduated')`,
)
export class CertificationEntity implements Certification {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_certifications_pkey' })
  id: string;

  @Column('uuid', { name: 'business_id' })
  businessId: string;

  @ManyToOne(() => BusinessEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'business_id', foreignKeyConstraintName: 'business_certifications_business_fkey' })
  business?: unknown;

  @Column('text')
  program: string;

  @Column('text')
  status: CertificationStatus;

  @Column('text', { nullable: true })
  certifier: string | null;

  @Column('text', { nullable: true })
  number: string | null;

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom: string | null;

  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: string | null;

  @Column('text', { nullable: true })
  evidence: string | null;
}
