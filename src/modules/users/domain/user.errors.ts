import { DomainError, invalidField } from '../../../common/errors/domain-error';

export const emailTaken = (): DomainError =>
  new DomainError('conflict', 'email-taken', 'There is an account with this e-mail address already.');

export const lastAdmin = (): DomainError =>
  new DomainError('conflict', 'last-admin', 'The hub needs an active administrator; make somebody else one first.');

export const staleUser = (): DomainError =>
  new DomainError('stale', 'stale', 'The account was changed in the meantime; read it again.');

export const noOfficial = (): DomainError =>
  invalidField('agencyId', 'not-an-official', 'Only government officials belong to an agency.');

export const unknownAgency = (): DomainError => invalidField('agencyId', 'unknown-agency', 'There is no such agency.');
