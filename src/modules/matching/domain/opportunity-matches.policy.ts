import type { Principal } from '../../../common/auth/principal';
import { DomainError } from '../../../common/errors/domain-error';
import { type Agency, isOfAgency, type NamedBuyer } from '../../agencies';

/** Whoever sees who could serve an opportunity: administrators, and the officials of the agency that buys. */
export const maySeeMatches = (
  { role }: Pick<Principal, 'role'>,
  agency: Pick<Agency, 'department' | 'subTier' | 'officeCode'> | null,
  buyer: NamedBuyer,
): boolean => role === 'admin' || (role === 'government_official' && agency !== null && isOfAgency(agency, buyer));

export const noAgency = (): DomainError =>
  new DomainError('forbidden', 'no-agency', 'Your account belongs to no agency yet; ask an administrator for it.');

export const otherAgency = (): DomainError =>
  new DomainError('forbidden', 'other-agency', 'This opportunity belongs to another agency than yours.');
