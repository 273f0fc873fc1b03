import type { Request } from 'express';
import type { Principal } from './principal';

/** The request after the authentication guard: `user` is the name under which Passport leaves the principal. */
export interface AuthenticatedRequest extends Omit<Request, 'user'> {
  user?: Principal;
}
