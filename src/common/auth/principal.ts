import type { Role } from './role';

/** Who is asking: read from PostgreSQL on every request, so a role change or a logout acts on the next one. */
export interface Principal {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly isVerified: boolean;
  /** The agency that an official works for; null for everybody else, and for officials who were given none yet. */
  readonly agencyId: string | null;
  /** The role demands a second factor and this person has none yet. */
  readonly mustEnrolSecondFactor: boolean;
}
