import type { Response } from 'express';
import { DomainError } from '../errors/domain-error';

/** Puts the version of what is answered into the `ETag` header. */
export const withEntityTag = <T>(response: Response, version: number, body: T): T => {
  response.setHeader('ETag', `"${version}"`);
  return body;
};

/**
 * The version that `If-Match` demands; undefined where the header is absent or `*`. A tag that we never gave out cannot be
 * the present one. @throws DomainError `stale`
 */
export const versionOf = (ifMatch: string | undefined): number | undefined => {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new DomainError('stale', 'stale', 'The If-Match header names no version of this.');
  return Number(version);
};
