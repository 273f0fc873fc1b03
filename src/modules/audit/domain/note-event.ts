import type { AuditChanges, AuditOrigin, AuditSubject, AuditValues, NewAuditEvent, NotedEvent } from './audit-event';

const LONGEST_TEXT = 500;

/** Who is asking, from where and when. */
export interface Circumstances {
  readonly occurredAt: Date;
  readonly userId: string | null;
  readonly requestId: string | null;
  readonly origin: AuditOrigin | null;
}

/** Fills in what the module that reports an event left to the circumstances. */
export const noteEvent = (event: NewAuditEvent, { userId, ...circumstances }: Circumstances): NotedEvent => {
  const { action, outcome = 'success', subject, actorId = userId, details = {} } = event;
  return {
    ...circumstances,
    action,
    outcome,
    // Ids as PostgreSQL will answer them: the chain covers each letter.
    actorId: actorId?.toLowerCase() ?? null,
    subjectType: subject?.type ?? null,
    subjectId: subject?.id.toLowerCase() ?? null,
    details: storable(details),
    changes: changesOf(event),
  };
};

const changesOf = ({ before, after }: NewAuditEvent): AuditChanges | null =>
  before || after ? { before: before ?? null, after: after ?? null } : null;

/** Texts that a `jsonb` column takes, of bounded length. */
const storable = (values: AuditValues): AuditValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, LONGEST_TEXT).toWellFormed().replaceAll('\u0000', '') : value,
    ]),
  );

type Parties = Pick<NotedEvent, 'actorId' | 'subjectType' | 'subjectId'>;

/** Whose key seals from where somebody acted: the actor's, else that of the person who was acted on. */
export const personOfOrigin = ({ actorId, subjectType, subjectId }: Parties): string | null =>
  actorId ?? (subjectType === 'user' ? subjectId : null);

/**
 * Facts of the hub about nobody: what was done to them must stay readable when whoever did it is erased. All else may hold
 * what people said about themselves or others, such as the profile of a sole proprietor or the reason of a decision.
 */
const OPEN_SUBJECTS: readonly (AuditSubject | null)[] = ['agency'];

/** Whose key seals what was changed: that of the person who was changed, else the actor's. Null: it stays readable. */
export const personOfChanges = ({ actorId, subjectType, subjectId }: Parties): string | null => {
  if (OPEN_SUBJECTS.includes(subjectType)) return null;
  return subjectType === 'user' ? subjectId : actorId;
};
