import type { Role } from '../../../common/auth/role';

/** Which accounts are wanted: all conditions hold together, an absent one selects everything. */
export interface UserFilter {
  /** Part of the e-mail address or of the name. */
  readonly q?: string;
  readonly role?: Role;
  readonly isActive?: boolean;
  readonly agencyId?: string;
}
