import { createHash, createHmac } from 'node:crypto';
import { DomainError, invalidField } from '../../common/errors/domain-error';
import type { AuthenticatedRequest } from '../../common/auth/authenticated-request';
import { canonicalJson } from '../../common/canonical-json';

export const IDEMPOTENCY_KEY = 'Idempotency-Key';

/** 1 to 255 visible ASCII characters; two headers arrive as one with a space in it. */
const ACCEPTABLE_KEY = /^[\x21-\x7e]{1,255}$/;

/** A request that its client may send again. */
export interface IdempotentCall {
  readonly userId: string;
  /** Of the operation and the client's key. */
  readonly keyHash: string;
  /** Of what was asked. */
  readonly requestHash: string;
}

/** Undefined without the header. @throws DomainError `validation-failed` for a key that is none, `unauthenticated` */
export const callOf = (request: AuthenticatedRequest): IdempotentCall | undefined => {
  const key = request.header(IDEMPOTENCY_KEY);
  if (key === undefined) return undefined;
  if (!ACCEPTABLE_KEY.test(key)) {
    throw invalidField(IDEMPOTENCY_KEY, 'is-key', `${IDEMPOTENCY_KEY} must be 1 to 255 visible ASCII characters.`);
  }
  const { user, query } = request;
  if (!user) throw new DomainError('unauthenticated', 'unauthenticated', 'Sign in to use this.');
  const body: unknown = request.body;
  return {
    userId: user.userId,
    keyHash: createHash('sha256')
      .update(`${operationOf(request)} ${key}`)
      .digest('hex'),
    // Bodies hold numbers that are sealed elsewhere and few enough to try them all. The key itself is stored nowhere, so
    // whoever reads the rows cannot.
    requestHash: createHmac('sha256', key)
      .update(canonicalJson([query, body]))
      .digest('hex'),
  };
};

/**
 * The operation and what it is done to, however the path is spelt: letter case and a slash at the end lead to the same
 * handler, and ids are UUIDs, which are the same in any letter case.
 */
const operationOf = ({ method, path, route, params }: AuthenticatedRequest): string =>
  `${method} ${patternOf(route) ?? path} ${canonicalJson(params).toLowerCase()}`;

const patternOf = (route: unknown): string | undefined =>
  typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string'
    ? route.path
    : undefined;
