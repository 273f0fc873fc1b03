import type { Role } from './role';

/** Who is asking: read from PostgreSQL on every request, so a role change or a logout acts on the next one. */
export interface Principal {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly isVerified: boolean;
}
