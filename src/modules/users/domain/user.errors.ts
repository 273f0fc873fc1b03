import { DomainError } from '../../../common/errors/domain-error';

export const emailTaken = (): DomainError =>
  new DomainError('conflict', 'email-taken', 'There is an account with this e-mail address already.');
