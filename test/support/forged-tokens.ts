import { createHmac } from 'node:crypto';

type Claims = Readonly<Record<string, unknown>>;

export const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

const HASHES: Readonly<Record<string, string>> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

/** A token with this header and these claims; the signature is empty for algorithms that are not HMAC. */
export const forgeToken = (claims: unknown, secret: string, header: Claims = { alg: 'HS256', typ: 'JWT' }): string => {
  const signed = `${encode(header)}.${encode(claims)}`;
  const hash = HASHES[String(header['alg'])];
  return `${signed}.${hash === undefined ? '' : createHmac(hash, secret).update(signed).digest('base64url')}`;
};
