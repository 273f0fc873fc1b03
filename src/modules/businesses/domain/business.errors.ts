import { DomainError } from '../../../common/errors/domain-error';

export const businessExists = (): DomainError =>
  new DomainError('conflict', 'business-exists', 'This account owns a business profile already.');

export const companyNameTaken = (): DomainError =>
  new DomainError('conflict', 'company-name-taken', 'Another account owns a profile of this company name.');

export const partExists = (what: string): DomainError =>
  new DomainError('conflict', 'already-listed', `The profile lists this ${what} already.`);

export const staleBusiness = (): DomainError =>
  new DomainError('stale', 'stale', 'The profile was changed in the meantime; read it again.');

export const tooManyParts = (most: number): DomainError =>
  new DomainError('conflict', 'too-many-entries', `A profile lists at most ${most} entries of each kind.`);

export const privatePart = (): DomainError =>
  new DomainError('forbidden', 'not-owner', 'Only the owner of the profile sees this list.');
