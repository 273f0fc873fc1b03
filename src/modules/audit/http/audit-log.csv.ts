import { type CsvCell, toCsv } from '../../../common/text/csv';
import type { AuditEvent, AuditValues } from '../domain/audit-event';

const columns = [
  'sequence',
  'occurredAt',
  'action',
  'outcome',
  'actorId',
  'subjectType',
  'subjectId',
  'requestId',
  'address',
  'userAgent',
  'before',
  'after',
  'details',
  'isErased',
] as const;

/** One line for each event; objects as JSON. */
export const toAuditCsv = (events: readonly AuditEvent[]): string => toCsv(columns, events.map(toRow));

const toRow = (event: AuditEvent): Record<(typeof columns)[number], CsvCell> => ({
  sequence: event.sequence,
  occurredAt: event.occurredAt,
  action: event.action,
  outcome: event.outcome,
  actorId: event.actorId,
  subjectType: event.subjectType,
  subjectId: event.subjectId,
  requestId: event.requestId,
  address: event.origin?.address,
  userAgent: event.origin?.userAgent,
  before: jsonOf(event.changes?.before),
  after: jsonOf(event.changes?.after),
  details: jsonOf(event.details),
  isErased: event.isErased,
});

const jsonOf = (values: AuditValues | null | undefined): CsvCell => values && JSON.stringify(values);
