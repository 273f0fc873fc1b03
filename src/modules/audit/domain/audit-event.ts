export const auditActions = [
  'account.registered',
  'account.updated',
  'account.email-changed',
  'account.email-verified',
  'account.deleted',
  'account.deactivated',
  'account.activated',
  'account.locked',
  'account.unlocked',
  'account.role-changed',
  'password.changed',
  'password.reset-requested',
  'password.reset',
  'sign-in.succeeded',
  'sign-in.failed',
  'session.ended',
  'session.refresh-token-reused',
  'token.refused',
  'second-factor.enrolled',
  'second-factor.removed',
  'second-factor.failed',
  'second-factor.recovery-codes-renewed',
  'second-factor.recovery-code-used',
  'access.denied',
  'request.throttled',
  'error.unexpected',
  'agency.created',
  'agency.updated',
  'agency.deleted',
  'business.verified',
  'business.verification-withdrawn',
  'business.claim-made',
  'business.claim-confirmed',
  'business.claim-refused',
  'businesses.exported',
  'import.started',
  'rematch.started',
  'audit-log.exported',
] as const;
/** What was done or tried. */
export type AuditAction = (typeof auditActions)[number];

export const auditOutcomes = ['success', 'failure', 'denied'] as const;
/** `failure`: it did not work out; `denied`: it was not allowed. */
export type AuditOutcome = (typeof auditOutcomes)[number];

export const auditSubjects = ['user', 'session', 'agency', 'business', 'opportunity', 'import', 'audit-log'] as const;
/** Kinds of things that are acted on. */
export type AuditSubject = (typeof auditSubjects)[number];

export type AuditValue = string | number | boolean | null;
export type AuditValues = Readonly<Record<string, AuditValue>>;

/** What a module has to say about an event. Who, when and from where is filled in from the running request. */
export interface NewAuditEvent {
  readonly action: AuditAction;
  /** Default: success. */
  readonly outcome?: AuditOutcome;
  /** Default: who is signed in. Null: nobody known. */
  readonly actorId?: string | null;
  readonly subject?: { readonly type: AuditSubject; readonly id: string };
  /**
   * The changed fields as they were; never secret. May be personal, and are unreadable once the person is erased, but those
   * of an agency: they stay readable.
   */
  readonly before?: AuditValues;
  /** The same fields as they are now. */
  readonly after?: AuditValues;
  /** What may stay for ever: neither personal nor secret. */
  readonly details?: AuditValues;
}

/** From where somebody acted. */
export interface AuditOrigin {
  readonly address: string;
  readonly userAgent: string;
}

export interface AuditChanges {
  readonly before: AuditValues | null;
  readonly after: AuditValues | null;
}

const hasKeys = (value: unknown, ...keys: readonly string[]): value is object =>
  typeof value === 'object' && value !== null && keys.every((key) => key in value);

export const isAuditOrigin = (value: unknown): value is AuditOrigin => hasKeys(value, 'address', 'userAgent');
export const isAuditChanges = (value: unknown): value is AuditChanges => hasKeys(value, 'before', 'after');

/** An event with its blanks filled in. */
export interface NotedEvent {
  readonly occurredAt: Date;
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  readonly actorId: string | null;
  readonly subjectType: AuditSubject | null;
  readonly subjectId: string | null;
  readonly requestId: string | null;
  readonly details: AuditValues;
  readonly origin: AuditOrigin | null;
  readonly changes: AuditChanges | null;
}

/** An event as administrators read it. */
export interface AuditEvent extends NotedEvent {
  /** 1, 2, 3, … without gaps. */
  readonly sequence: number;
  /** A person whom it concerns was erased, and what was personal in it is gone. */
  readonly isErased: boolean;
}
