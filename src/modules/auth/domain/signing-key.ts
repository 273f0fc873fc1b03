import { createHash } from 'node:crypto';

export interface SigningKey {
  /** Stands in the header of every token (`kid`), so that its key is found again after another one has become the current. */
  readonly id: string;
  readonly secret: string;
}

const ID_BYTES = 8;

/** The id is cut from a hash: the same in every process, and no help in guessing a secret that was made at random. */
export const signingKey = (secret: string): SigningKey => {
  const hash = createHash('sha256').update('token-signing-key-id').update(secret).digest();
  return { id: hash.subarray(0, ID_BYTES).toString('base64url'), secret };
};
