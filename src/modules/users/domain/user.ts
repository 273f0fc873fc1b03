import type { Role } from '../../../common/auth/role';

/** A person with an account. The e-mail address is stored in lower case: two spellings are one person. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly companyName: string | null;
  readonly role: Role;
  /** The agency that a government official works for; null for all others, and until an administrator names one. */
  readonly agencyId: string | null;
  readonly isActive: boolean;
  readonly isVerified: boolean;
  /** Grows with every change that the API shows; the ETag is made of it. */
  readonly version: number;
  readonly createdAt: Date;
}

export type NewUser = Omit<User, 'id' | 'version' | 'createdAt'> & { readonly passwordHash: string };

/** What people may change of their own account without proving anything. */
export type UserProfile = Pick<User, 'firstName' | 'lastName' | 'phone' | 'companyName'>;

export const normaliseEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();
