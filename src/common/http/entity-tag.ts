import type { Response } from 'express';

/** Puts the version of what is answered into the `ETag` header. */
export const withEntityTag = <T>(response: Response, version: number, body: T): T => {
  response.setHeader('ETag', `"${version}"`);
  return body;
};

/** The versions that a client is content with; undefined: any. */
export type ExpectedVersions = readonly number[] | undefined;

/**
 * The versions that `If-Match` names; undefined where the header is absent or `*`. Weak tags, and those that were never given
 * out, name none: what they refuse is for the service to say, which first sees whether there is a row to know of.
 */
export const versionsOf = (ifMatch: string | undefined): ExpectedVersions =>
  ifMatch === undefined || ifMatch.trim() === '*' ? undefined : ifMatch.split(',').flatMap(versionIn);

const versionIn = (tag: string): readonly number[] => {
  const version = /^"([1-9]\d{0,8})"$/.exec(tag.trim())?.[1];
  return version === undefined ? [] : [Number(version)];
};

export const isStale = (version: number, expected: ExpectedVersions): boolean =>
  expected !== undefined && !expected.includes(version);
