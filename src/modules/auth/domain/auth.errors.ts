import { DomainError } from '../../../common/errors/domain-error';

/** One answer for an unknown address, a wrong password and an inactive account: nobody learns which. */
export const invalidCredentials = (): DomainError =>
  new DomainError('unauthenticated', 'invalid-credentials', 'The e-mail address or the password is not right.');

export const invalidRefreshToken = (): DomainError =>
  new DomainError('unauthenticated', 'invalid-refresh-token', 'Sign in again.');
