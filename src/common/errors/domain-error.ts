/** What went wrong, in words of the domain. The HTTP status follows from the kind, in one place: the problem-details filter. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unsupported-type'
  | 'invalid'
  | 'too-many'
  | 'unavailable';

/** One rejected field of a request: its path (`services.0.title`), a stable code and a sentence for people. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** The only error that modules throw on purpose; `code` is stable and part of the API, `message` is shown to the client. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly fields: readonly FieldError[] = [],
    /** Further members of the problem details, where a client can use them. */
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

export const notFound = (what: string): DomainError =>
  new DomainError('not-found', 'not-found', `There is no such ${what}, or it is not yours to see.`);

/** A value that could be read but is not allowed: 422 with the field named. */
export const invalidField = (field: string, code: string, message: string): DomainError =>
  invalidFields([{ field, code, message }]);

/** The same for several at once. */
export const invalidFields = (fields: readonly FieldError[]): DomainError =>
  new DomainError('invalid', 'validation-failed', 'One or more values are not allowed.', fields);

/** Does a part of a request's work: a field that is wrong in the part is named as a field of the whole. */
export const within = <T>(place: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { kind, code, message, fields, extensions } = error;
    const placed = fields.map((wrong) => ({ ...wrong, field: `${place}.${wrong.field}` }));
    throw new DomainError(kind, code, message, placed, extensions);
  }
};
