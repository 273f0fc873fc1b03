import { DomainError } from '../../common/errors/domain-error';
import { IDEMPOTENCY_KEY } from './idempotent-call';

const REUSED = 'This key was sent with another request; take a new one.';

export const keyInUse = (): DomainError =>
  new DomainError('conflict', 'idempotency-key-in-use', 'A request with this key is not done yet; try again shortly.');

export const keyReused = (): DomainError =>
  new DomainError('invalid', 'idempotency-key-reused', REUSED, [
    { field: IDEMPOTENCY_KEY, code: 'idempotency-key-reused', message: REUSED },
  ]);
