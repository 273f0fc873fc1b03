import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { PageQuery } from '../../../common/http/paging';
import { Length } from '../../../common/validation/text-length';
import {
  type AuditAction,
  auditActions,
  type AuditOutcome,
  auditOutcomes,
  type AuditSubject,
  auditSubjects,
} from '../domain/audit-event';

/** Hours up to 23, so that every text that passes is an instant. */
const INSTANT =
  /^[12]\d{3}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Which events; all that is given holds together. */
export class AuditLogQuery extends PageQuery {
  @ApiProperty({ enum: auditActions, required: false })
  @IsOptional()
  @IsIn(auditActions)
  action?: AuditAction;

  @ApiProperty({ enum: auditOutcomes, required: false })
  @IsOptional()
  @IsIn(auditOutcomes)
  outcome?: AuditOutcome;

  /** Who acted. */
  @IsOptional()
  @IsUUID()
  actorId?: string;

  @ApiProperty({ enum: auditSubjects, required: false })
  @IsOptional()
  @IsIn(auditSubjects)
  subjectType?: AuditSubject;

  /** Who or what was acted on. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  subjectId?: string;

  /** `X-Request-Id` of the answer to what was asked. */
  @IsOptional()
  @Matches(/^[\w.-]{1,64}$/, { message: 'requestId must be the X-Request-Id of an answer' })
  requestId?: string;

  /** Instant with its zone: events at or after it. */
  @ApiProperty({ format: 'date-time', required: false })
  @IsOptional()
  @Matches(INSTANT, { message: 'from must be an instant such as 2026-04-10T12:00:00Z' })
  @IsISO8601({ strict: true })
  from?: string;

  /** Instant with its zone: events before it. */
  @ApiProperty({ format: 'date-time', required: false })
  @IsOptional()
  @Matches(INSTANT, { message: 'to must be an instant such as 2026-04-10T12:00:00Z' })
  @IsISO8601({ strict: true })
  to?: string;

  /** The cursor is a place among the events, not a number of events to pass over: the log grows where the list begins. */
  override resumeAtCursor(): void {
    if (this.cursor !== undefined) this.offset = 0;
  }
}

export class AuditExportQuery extends OmitType(AuditLogQuery, ['limit', 'offset', 'cursor', 'resumeAtCursor']) {}
