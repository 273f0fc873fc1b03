import { mayDo, Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';

/** Administrators see and decide all claims; everybody else sees their own. */
export const seesAllClaims = (reader: Principal): boolean => mayDo(reader, Permission.BusinessClaimDecide);

/** An account as it is while its claim is decided. */
export type Claimant = Pick<Principal, 'role' | 'isVerified'> & { readonly isActive: boolean };

/** Whether this account could be given a profile now: much may have changed since it claimed one. */
export const mayOwnProfile = ({ role, isActive, isVerified }: Claimant): boolean =>
  isActive && isVerified && mayDo({ role }, Permission.BusinessCreate);
