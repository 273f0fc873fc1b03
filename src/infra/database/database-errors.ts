import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

const UNAVAILABLE_CODES = [
  /^08/, // connection exceptions
  /^57P0/, // the server is shutting down or starting
  /^53[1-4]00$/, // disk full, out of memory, too many connections, limit exceeded
  /^25006$/, // read-only transaction
  /^57014$/, // statement timeout
  /^55P03$/, // lock timeout
  /^40(001|P01)$/, // somebody else's transaction stood in the way, several times
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/,
];

/** Messages of `pg` and `pg-pool` for which there is no code. */
const UNAVAILABLE_MESSAGES = [
  /^Query read timeout/,
  /^timeout exceeded when trying to connect/,
  /^Connection terminated/,
  /^Client has encountered a connection error/,
  /^Client was closed/,
  /^Driver not Connected/i,
];

/** What TypeORM says of a transaction whose connection broke between two statements. */
const isBrokenTransaction = (error: unknown): boolean =>
  error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError;

const codeOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
};

const causeOf = (error: unknown): unknown => (error instanceof QueryFailedError ? error.driverError : error);

/** PostgreSQL cannot be asked now, but may well answer later. */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  const cause = causeOf(error);
  if (cause instanceof AggregateError) return cause.errors.some(isDatabaseUnavailable);
  const code = codeOf(cause);
  if (code !== undefined && UNAVAILABLE_CODES.some((pattern) => pattern.test(code))) return true;
  if (isBrokenTransaction(cause)) return true;
  return cause instanceof Error && UNAVAILABLE_MESSAGES.some((pattern) => pattern.test(cause.message));
};

/** Two transactions stood in each other's way; the same work may succeed when tried again. */
export const isTransactionConflict = (error: unknown): boolean =>
  ['40001', '40P01'].includes(codeOf(causeOf(error)) ?? '');

const violatedConstraint = (sqlStates: readonly string[], error: unknown): string | undefined => {
  const cause = causeOf(error);
  if (!sqlStates.includes(codeOf(cause) ?? '')) return undefined;
  if (typeof cause !== 'object' || cause === null || !('constraint' in cause)) return undefined;
  return typeof cause.constraint === 'string' ? cause.constraint : undefined;
};

/** Name of the unique constraint or index that a write ran into, if that is what happened. */
export const violatedUniqueConstraint = (error: unknown): string | undefined => violatedConstraint(['23505'], error);

/**
 * Name of the foreign key that a write ran into: what it points at is not there, or is still pointed at. From PostgreSQL 18 on
 * `ON DELETE RESTRICT` has a code of its own.
 */
export const violatedForeignKey = (error: unknown): string | undefined => violatedConstraint(['23503', '23001'], error);
