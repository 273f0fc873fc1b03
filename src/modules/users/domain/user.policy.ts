import type { User } from './user';

/** The hub without this person would have no active administrator left, and nobody who could name another one. */
export const isLastAdmin = (userId: string, activeAdminIds: readonly string[]): boolean =>
  activeAdminIds.includes(userId) && activeAdminIds.every((id) => id === userId);

export const mayHaveAgency = ({ role }: Pick<User, 'role'>): boolean => role === 'government_official';
