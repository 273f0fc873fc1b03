import { ApiProperty } from '@nestjs/swagger';
import { encodeCursor } from '../../../common/http/page-cursor';
import { PageResponse } from '../../../common/http/page.response';
import {
  type AuditAction,
  auditActions,
  type AuditEvent,
  type AuditOutcome,
  auditOutcomes,
  type AuditSubject,
  auditSubjects,
  type AuditValues,
} from '../domain/audit-event';
import type { FoundEvents } from '../domain/audit-search';
import type { AuditLogQuery } from './audit-log.query';

const VALUES = { type: 'object', additionalProperties: { nullable: true } } as const;

export class AuditSubjectResponse {
  @ApiProperty({ enum: auditSubjects })
  type: AuditSubject;

  id: string;
}

/** One security event. */
export class AuditEventResponse {
  /** 1, 2, 3, … without gaps. */
  @ApiProperty({ type: 'integer' })
  sequence: number;

  occurredAt: Date;

  /** What was done or tried. */
  @ApiProperty({ enum: auditActions })
  action: AuditAction;

  /** `failure`: it did not work out; `denied`: it was not allowed. */
  @ApiProperty({ enum: auditOutcomes })
  outcome: AuditOutcome;

  /** Who acted; null: nobody known. */
  @ApiProperty({ format: 'uuid', type: String, nullable: true })
  actorId: string | null;

  /** Who or what was acted on. */
  @ApiProperty({ type: AuditSubjectResponse, nullable: true })
  subject: AuditSubjectResponse | null;

  requestId: string | null;
  address: string | null;
  userAgent: string | null;

  /** The changed fields as they were. */
  @ApiProperty({ ...VALUES, nullable: true })
  before: AuditValues | null;

  /** The same fields as they were then. */
  @ApiProperty({ ...VALUES, nullable: true })
  after: AuditValues | null;

  @ApiProperty(VALUES)
  details: AuditValues;

  /** A person whom it concerns was erased: address, userAgent, before and after may be gone. */
  isErased: boolean;
}

export class AuditLogPageResponse extends PageResponse {
  items: AuditEventResponse[];
}

export const toAuditEventResponse = (event: AuditEvent): AuditEventResponse => ({
  sequence: event.sequence,
  occurredAt: event.occurredAt,
  action: event.action,
  outcome: event.outcome,
  actorId: event.actorId,
  subject: event.subjectType && event.subjectId ? { type: event.subjectType, id: event.subjectId } : null,
  requestId: event.requestId,
  address: event.origin?.address ?? null,
  userAgent: event.origin?.userAgent ?? null,
  before: event.changes?.before ?? null,
  after: event.changes?.after ?? null,
  details: event.details,
  isErased: event.isErased,
});

export const toAuditLogPage = (
  { events, total, hasMore }: FoundEvents,
  { limit, offset }: AuditLogQuery,
): AuditLogPageResponse => {
  const last = events.at(-1);
  const nextCursor = last && hasMore ? encodeCursor(last.sequence) : null;
  return { items: events.map(toAuditEventResponse), total, limit, offset, nextCursor };
};
