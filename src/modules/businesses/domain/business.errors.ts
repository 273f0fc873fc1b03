import { DomainError, invalidField } from '../../../common/errors/domain-error';

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

export const notOwner = (): DomainError =>
  new DomainError('forbidden', 'not-owner', 'Only its owner may change this profile.');

export const zipFollowsAddress = (): DomainError =>
  invalidField('zipCode', 'follows-address', 'The ZIP code is that of the principal address; change the address.');

export const otherSamDay = (): DomainError =>
  invalidField('samRegistration.statedOn', 'read-only', 'The hub keeps the day on which this was said; leave it out.');

export const valueRange = (): DomainError =>
  invalidField('contractValueMaxUsd', 'below-minimum', 'The largest contract cannot be smaller than the smallest.');

export const emailUnverified = (): DomainError =>
  new DomainError('forbidden', 'email-unverified', 'Confirm your e-mail address first.');

export const businessClaimed = (): DomainError =>
  new DomainError('conflict', 'business-claimed', 'Somebody owns this profile already.');

export const claimExists = (): DomainError =>
  new DomainError('conflict', 'claim-exists', 'You have claimed this profile already; the claim waits to be decided.');

export const tooManyClaims = (most: number): DomainError =>
  new DomainError('conflict', 'too-many-claims', `At most ${most} claims of one person may wait to be decided.`);

export const claimDecided = (): DomainError =>
  new DomainError('conflict', 'claim-decided', 'This claim was decided already.');

export const claimantUnfit = (): DomainError =>
  new DomainError(
    'conflict',
    'claimant-unfit',
    'The claimant can own no profile now: the account is not active, its address is unverified, or its role does not allow it.',
  );

export const otherMask = (): DomainError =>
  invalidField('einNumber', 'masked', 'This is no mask of the stored number; send the whole number or leave it out.');
