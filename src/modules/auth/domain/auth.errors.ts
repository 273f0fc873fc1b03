import { DomainError, invalidField } from '../../../common/errors/domain-error';

/** One answer for an unknown address, a wrong password, a locked and an inactive account: nobody learns which. */
export const invalidCredentials = (): DomainError =>
  new DomainError('unauthenticated', 'invalid-credentials', 'The e-mail address or the password is not right.');

/** The session or the password is not what it was when the request began. */
export const signInAgain = (): DomainError => new DomainError('unauthenticated', 'unauthenticated', 'Sign in again.');

export const invalidRefreshToken = (): DomainError =>
  new DomainError('unauthenticated', 'invalid-refresh-token', 'Sign in again.');

/** The password was right; `POST /auth/mfa/challenge` takes the token and a code. */
export const secondFactorNeeded = (challenge: string, seconds: number): DomainError =>
  new DomainError('unauthenticated', 'mfa-required', 'Enter a code of your second factor.', [], {
    mfa_token: challenge,
    expires_in: seconds,
  });

/** One answer for links that are unknown, used, too old, replaced by a newer one, or of somebody who has no account any more. */
export const invalidMailedLink = (): DomainError =>
  invalidField('token', 'invalid-token', 'This link is no longer good; ask for a new one.');

export const currentPasswordRequired = (): DomainError =>
  new DomainError('forbidden', 'current-password-required', 'This change needs currentPassword.');

export const wrongCurrentPassword = (): DomainError =>
  new DomainError('forbidden', 'wrong-password', 'The current password is not right.');
