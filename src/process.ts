import type { INestApplicationContext } from '@nestjs/common';
import { type Configuration, ConfigurationError, readConfiguration, RuntimeConfig } from './config';
import { isDatabaseUnavailable } from './infra/database';
import { createPino, JsonLogger } from './infra/logging';

const LONGEST_STOP_MS = 24_000;
const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** What every entry does alike: configuration first, one log, and an end to stopping. */
export const startProcess = async (
  run: (configuration: Configuration, logger: JsonLogger) => Promise<INestApplicationContext>,
): Promise<void> => {
  const configuration = readOrExplain();
  const logger = new JsonLogger(createPino(configuration.get(RuntimeConfig).logLevel));
  const failed = (error: unknown): never => {
    logger.fatal(...wordsFor(error), 'process');
    logger.flush();
    return process.exit(1);
  };
  process.on('uncaughtException', failed).on('unhandledRejection', failed);
  try {
    const app = await run(configuration, logger);
    // Not by the signal itself: that would lose the last lines of the log, and does nothing to the first process of a container.
    app.enableShutdownHooks([...STOP_SIGNALS], { useProcessExit: true });
    for (const signal of STOP_SIGNALS) process.once(signal, () => beginStop(signal, logger));
  } catch (error) {
    failed(error);
  }
};

/** A database that does not answer is a state of affairs, which no stack explains. */
const wordsFor = (error: unknown): [message: string, details?: unknown] => {
  const reason = error instanceof Error ? error.message : String(error);
  if (isDatabaseUnavailable(error)) return ['The database is not reachable.', { reason }];
  return [reason, error instanceof Error ? error.stack : undefined];
};

const readOrExplain = (): Configuration => {
  try {
    return readConfiguration();
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigurationError ? error.message : String(error)}\n`);
    return process.exit(78);
  }
};

/** Stopping must not hang on anything: what is not done by its end is handed back by locks and rows. */
const beginStop = (signal: string, logger: JsonLogger): void => {
  logger.log(`Stopping on ${signal}.`, 'process');
  setTimeout(() => {
    logger.error('The stop took too long and was cut short.', undefined, 'process');
    logger.flush();
    process.exit(1);
  }, LONGEST_STOP_MS).unref();
};
