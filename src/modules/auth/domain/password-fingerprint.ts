import { createHash } from 'node:crypto';

/** Tells one stored password hash from another and nothing more: a challenge of the second factor dies with the password that it followed. */
export const passwordFingerprint = (passwordHash: string): string =>
  createHash('sha256').update(passwordHash).digest('base64url').slice(0, 16);
