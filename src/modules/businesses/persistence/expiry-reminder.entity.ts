import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExpiringKind } from '../domain/expiry-reminder';

const primaryKeyConstraintName = 'business_expiry_reminders_pkey';

/** An owner was told that this ends on this day: nobody is told twice. */
@Entity('business_expiry_reminders')
@Check('business_expiry_reminders_kind_check', `kind IN ('certification', 'licence', 'sam-registration')`)
@Check('business_expiry_reminders_days_check', 'days IN (7, 30, 90)')
export class ExpiryReminderEntity {
  @ForeignKey('BusinessEntity', { name: 'business_expiry_reminders_business_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'business_id', primaryKeyConstraintName })
  businessId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName })
  kind: ExpiringKind;

  @PrimaryColumn('text', { primaryKeyConstraintName })
  subject: string;

  @PrimaryColumn('date', { name: 'expires_on', primaryKeyConstraintName })
  expiresOn: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName })
  days: number;

  /** The mail that says so, which finds its content by it. */
  @Index('business_expiry_reminders_mail_idx')
  @Column('uuid', { name: 'mail_id', nullable: true })
  mailId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
