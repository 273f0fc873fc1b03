import { decodeCursor } from '../../../common/http/page-cursor';
import type { AuditFilter, AuditSlice } from '../domain/audit-search';
import type { AuditExportQuery, AuditLogQuery } from './audit-log.query';

const instant = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));

export const toAuditFilter = (query: AuditExportQuery): AuditFilter => {
  const { action, outcome, subjectType, requestId, from, to } = query;
  const [actorId, subjectId] = [query.actorId?.toLowerCase(), query.subjectId?.toLowerCase()];
  return { action, outcome, actorId, subjectType, subjectId, requestId, from: instant(from), to: instant(to) };
};

export const toAuditSlice = ({ limit, offset, cursor }: AuditLogQuery): AuditSlice => ({
  limit,
  offset,
  before: cursor === undefined ? undefined : decodeCursor(cursor),
});
