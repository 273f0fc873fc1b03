import { DomainError } from './domain-error';

/** A token that came in a body is not, or no longer, good. The answer is that of any other error; the event is recorded. */
export class RefusedTokenError extends DomainError {
  constructor(
    /** What kind of token it claimed to be, for the audit log; never the token. */
    readonly token: 'refresh' | 'mailed-link',
    { kind, code, message, fields }: DomainError,
  ) {
    super(kind, code, message, fields);
    this.name = 'RefusedTokenError';
  }
}
