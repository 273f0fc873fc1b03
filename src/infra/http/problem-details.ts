import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorKind, type FieldError } from '../../common/errors/domain-error';
import { isDatabaseUnavailable } from '../database';

/** RFC 9457. `code` is stable; `errors` names the rejected fields of a 422. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly FieldError[];
  readonly [extension: string]: unknown;
}

const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'unsupported-type': 415,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
};

/** What strangers are told about errors that did not come from our own modules: never the library's own words. */
const neutralByStatus: ReadonlyMap<number, { code: string; detail: string }> = new Map([
  [400, { code: 'malformed', detail: 'The request cannot be read.' }],
  [401, { code: 'unauthenticated', detail: 'Sign in to use this.' }],
  [403, { code: 'forbidden', detail: 'Your role does not allow this.' }],
  [404, { code: 'not-found', detail: 'There is nothing at this address, or it is not yours to see.' }],
  [405, { code: 'method-not-allowed', detail: 'This address does not take this method.' }],
  [408, { code: 'request-timeout', detail: 'The request did not arrive in time.' }],
  [413, { code: 'too-large', detail: 'The request is larger than allowed.' }],
  [415, { code: 'unsupported-type', detail: 'The request has a content type or encoding that is not taken here.' }],
  [417, { code: 'unmet-expectation', detail: 'The Expect header demands what is not known here.' }],
  [429, { code: 'too-many', detail: 'Too many requests; wait a little.' }],
  [431, { code: 'headers-too-large', detail: 'The headers of the request are larger than allowed.' }],
  [503, { code: 'unavailable', detail: 'A service below is down; try again shortly.' }],
]);

const internal = { code: 'internal', detail: 'Something went wrong on our side; it has been recorded.' };

const problem = (
  status: number,
  { code, detail }: { code: string; detail: string },
  instance: string,
  errors: readonly FieldError[] = [],
): ProblemDetails => ({
  type: `urn:hub:problem:${code}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  instance,
  code,
  ...(errors.length > 0 ? { errors } : {}),
});

/** Status that Express and body-parser put on their errors. */
const statusOfForeignError = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : undefined;
};

/** The answer to any error. Whatever is not known is a 500 without details. */
export const toProblemDetails = (error: unknown, instance: string): ProblemDetails => {
  if (error instanceof DomainError) {
    const details = problem(
      statusOfKind[error.kind],
      { code: error.code, detail: error.message },
      instance,
      error.fields,
    );
    return { ...error.extensions, ...details };
  }
  if (isDatabaseUnavailable(error)) {
    return problem(
      503,
      { code: 'database-unavailable', detail: 'The database is not reachable or too busy; try again shortly.' },
      instance,
    );
  }
  const status = statusOfForeignError(error) ?? 500;
  const neutral = neutralByStatus.get(status);
  if (neutral) return problem(status, neutral, instance);
  return status < 500
    ? problem(status, { code: 'refused', detail: 'The request was refused.' }, instance)
    : problem(500, internal, instance);
};
