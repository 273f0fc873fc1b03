import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MailOutcome, QueuedMail } from '../domain/outgoing-mail';

/** A mail until it is delivered, and for a while after. All times but `createdAt` are the database's. */
@Entity('outgoing_mails')
@Check('outgoing_mails_outcome_check', `outcome IN ('delivered', 'dropped', 'abandoned')`)
@Check('outgoing_mails_closed_check', '(outcome IS NULL) = (closed_at IS NULL)')
export class OutgoingMailEntity implements QueuedMail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outgoing_mails_pkey' })
  id: string;

  @Column('text')
  kind: string;

  @Index('outgoing_mails_recipient_idx')
  @Column('text')
  recipient: string;

  @Index('outgoing_mails_user_idx')
  @Column('uuid', { name: 'user_id', nullable: true })
  userId: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Also tells whose claim is the present one. */
  @Column('integer', { default: 0 })
  attempts: number;

  @Column('timestamptz', { name: 'first_attempt_at', nullable: true })
  firstAttemptAt: Date | null;

  /** Nobody touches the mail before: it waits, or somebody is sending it. */
  @Index('outgoing_mails_due_idx', { where: 'closed_at IS NULL' })
  @Column('timestamptz', { name: 'next_attempt_at' })
  nextAttemptAt: Date;

  /** A code; never what the server said, which may hold addresses. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  @Column('text', { nullable: true })
  outcome: MailOutcome | null;

  @Index('outgoing_mails_closed_idx', { where: 'closed_at IS NOT NULL' })
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
