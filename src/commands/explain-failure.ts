import { ConfigurationError } from '../config';
import { isDatabaseUnavailable } from '../infra/database';

/** Says in one line what went wrong and ends with a non-zero code. */
export const explainFailure = (error: unknown): void => {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exitCode = error instanceof ConfigurationError ? 78 : 1;
};

const wordsFor = (error: unknown): string => {
  if (isDatabaseUnavailable(error)) return 'The database is not reachable.';
  return error instanceof Error ? error.message : String(error);
};
