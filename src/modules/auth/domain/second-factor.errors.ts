import { DomainError, invalidField } from '../../../common/errors/domain-error';

/** One answer for a wrong, used or locked out code and for a challenge that is unknown, too old or overtaken by a new password. */
export const secondFactorRefused = (): DomainError =>
  new DomainError('unauthenticated', 'invalid-code', 'The code is not right, or it is too late: sign in again.');

/** For somebody who is signed in and sets a factor up. */
export const invalidCode = (): DomainError =>
  invalidField('code', 'invalid-code', 'This is not the code that the app shows now.');

export const secondFactorExists = (): DomainError =>
  new DomainError('conflict', 'second-factor-exists', 'There is a second factor; remove it before you set up another.');

export const noSecondFactor = (): DomainError =>
  new DomainError('conflict', 'no-second-factor', 'There is no second factor yet; set one up first.');

export const ownSecondFactor = (): DomainError =>
  new DomainError('conflict', 'own-second-factor', 'This is for other people; remove your own with your password.');
