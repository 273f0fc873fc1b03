import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: nonce, ciphertext and tag in one. `context` is not stored but must be the same to open it (the row it belongs to). */
export const seal = (key: Buffer, text: string, context: string): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
};

/** @throws Error when the key, the context or a single bit is another one */
export const unseal = (key: Buffer, box: Buffer, context: string): string => {
  const tag = box.subarray(box.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
  const opened = decipher.update(box.subarray(NONCE_BYTES, box.length - TAG_BYTES));
  return Buffer.concat([opened, decipher.final()]).toString('utf8');
};
