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
  readonly isActive: boolean;
  readonly isVerified: boolean;
  readonly createdAt: Date;
}

export type NewUser = Omit<User, 'id' | 'createdAt'> & { readonly passwordHash: string };

export const normaliseEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();
