import type { AuditAction, AuditEvent, AuditOutcome, AuditSubject } from './audit-event';

/** Which events are wanted; all that is given holds together. */
export interface AuditFilter {
  readonly action?: AuditAction;
  readonly outcome?: AuditOutcome;
  readonly actorId?: string;
  readonly subjectType?: AuditSubject;
  readonly subjectId?: string;
  readonly requestId?: string;
  /** At or after. */
  readonly from?: Date;
  /** Before. */
  readonly to?: Date;
}

/** Which part of the events, newest first. */
export interface AuditSlice {
  readonly limit: number;
  readonly offset: number;
  /** Only events older than the one with this sequence number. */
  readonly before?: number;
}

export interface FoundEvents {
  readonly events: readonly AuditEvent[];
  /** How many events the filter selects in all. */
  readonly total: number;
  /** Whether there are older ones. */
  readonly hasMore: boolean;
}
