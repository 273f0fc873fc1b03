import { DomainError, invalidField } from '../../../common/errors/domain-error';
import { RefusedTokenError } from '../../../common/errors/refused-token-error';

/** One answer for an unknown address, a wrong password, a locked and an inactive account: nobody learns which. */
export const invalidCredentials = (): DomainError =>
  new DomainError('unauthenticated', 'invalid-credentials', 'The e-mail address or the password is not right.');

/** The session or the password is not what it was when the request began. */
export const signInAgain = (): DomainError => new DomainError('unauthenticated', 'unauthenticated', 'Sign in again.');

/** Answers like any other refresh token that is not good; the reuse is an event of its own. */
export const reusedRefreshToken = (): DomainError =>
  new DomainError('unauthenticated', 'invalid-refresh-token', 'Sign in again.');

export const invalidRefreshToken = (): DomainError => new RefusedTokenError('refresh', reusedRefreshToken());

/** The password was right; `POST /auth/mfa/challenge` takes the token and a code. */
export const secondFactorNeeded = (challenge: string, seconds: number): DomainError =>
  new DomainError('unauthenticated', 'mfa-required', 'Enter a code of your second factor.', [], {
    mfa_token: challenge,
    expires_in: seconds,
  });

/** One answer for links that are unknown, used, too old, replaced by a newer one, or of somebody who has no account any more. */
export const invalidMailedLink = (): DomainError =>
  new RefusedTokenError(
    'mailed-link',
    invalidField('token', 'invalid-token', 'This link is no longer good; ask for a new one.'),
  );

export const currentPasswordRequired = (): DomainError =>
  new DomainError('forbidden', 'current-password-required', 'This change needs currentPassword.');

/** An access token alone must not be enough to do away with the account that it is of. */
export const ownAccount = (): DomainError =>
  new DomainError('forbidden', 'own-account', 'This is for other people; delete your own account with your password.');

export const wrongCurrentPassword = (): DomainError =>
  new DomainError('forbidden', 'wrong-password', 'The current password is not right.');
