import { DomainError } from '../../common/errors/domain-error';

/** A limit is used up: 429 with `Retry-After`. */
export class ThrottledError extends DomainError {
  constructor(
    /** Name of the limit, for the audit log. */
    readonly throttle: string,
    /** Whole seconds until the window ends, at least 1. */
    readonly retryAfterSeconds: number,
    /** The first refusal of its window: later ones tell nothing new. */
    readonly isFirst: boolean,
  ) {
    super('too-many', 'too-many', `Too many requests; try again in ${retryAfterSeconds} s.`);
    this.name = 'ThrottledError';
  }
}
