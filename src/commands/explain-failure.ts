import { DomainError } from '../common/errors/domain-error';
import { ConfigurationError } from '../config';
import { isDatabaseUnavailable } from '../infra/database';

/** Says in few words what went wrong and ends with a non-zero code. */
export const explainFailure = (error: unknown): void => {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exitCode = error instanceof ConfigurationError ? 78 : 1;
};

const wordsFor = (error: unknown): string => {
  if (isDatabaseUnavailable(error)) return 'The database is not reachable.';
  if (error instanceof DomainError && error.fields.length > 0)
    return error.fields.map(({ message }) => message).join('\n');
  return error instanceof Error ? error.message : String(error);
};
