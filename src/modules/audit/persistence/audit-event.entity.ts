import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ChainedEvent } from '../domain/audit-chain';
import type { AuditAction, AuditOutcome, AuditSubject, AuditValues } from '../domain/audit-event';
import { sequenceNumber } from './sequence-number';

/** The application's role may read and append these rows and nothing else. */
@Entity('audit_events')
@Index('audit_events_action_idx', ['action', 'sequence'])
@Index('audit_events_actor_idx', ['actorId', 'sequence'])
@Index('audit_events_subject_idx', ['subjectId', 'sequence'])
export class AuditEventEntity implements ChainedEvent {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_events_pkey', transformer: sequenceNumber })
  sequence: number;

  @Column('uuid')
  id: string;

  /** To the millisecond, as the clock tells it. */
  @Index('audit_events_occurred_at_idx')
  @Column({ type: 'timestamptz', name: 'occurred_at', precision: 3 })
  occurredAt: Date;

  @Column('text')
  action: AuditAction;

  @Column('text')
  outcome: AuditOutcome;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { name: 'subject_type', nullable: true })
  subjectType: AuditSubject | null;

  @Column('text', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Index('audit_events_request_idx')
  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;

  @Column('jsonb')
  details: AuditValues;

  @Column('uuid', { name: 'origin_person_id', nullable: true })
  originPersonId: string | null;

  @Column('bytea', { nullable: true })
  origin: Buffer | null;

  @Column('uuid', { name: 'changes_person_id', nullable: true })
  changesPersonId: string | null;

  @Column('bytea', { nullable: true })
  changes: Buffer | null;

  @Column('text', { name: 'key_id' })
  keyId: string;

  @Column('bytea', { name: 'previous_hash' })
  previousHash: Buffer;

  @Column('bytea')
  hash: Buffer;
}
