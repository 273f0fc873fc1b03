import type { INestApplicationContext } from '@nestjs/common';
import { type Configuration, ConfigurationError, readConfiguration, RuntimeConfig } from './config';
import { createPino, JsonLogger } from './infra/logging';

const LONGEST_STOP_MS = 24_000;

/** What every entry does alike: configuration first, one log, and an end to stopping. */
export const startProcess = async (
  run: (configuration: Configuration, logger: JsonLogger) => Promise<INestApplicationContext>,
): Promise<void> => {
  const configuration = readOrExplain();
  const logger = new JsonLogger(createPino(configuration.get(RuntimeConfig).logLevel));
  const failed = (error: unknown): never => {
    logger.fatal(
      error instanceof Error ? error.message : String(error),
      error instanceof Error ? error.stack : undefined,
      'process',
    );
    logger.flush();
    return process.exit(1);
  };
  process.on('uncaughtException', failed).on('unhandledRejection', failed);
  try {
    const app = await run(configuration, logger);
    app.enableShutdownHooks();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => limitStop(logger));
  } catch (error) {
    failed(error);
  }
};

const readOrExplain = (): Configuration => {
  try {
    return readConfiguration();
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigurationError ? error.message : String(error)}\n`);
    return process.exit(78);
  }
};

/** Stopping must not hang on anything: what is not done by now is handed back by locks and rows. */
const limitStop = (logger: JsonLogger): void => {
  setTimeout(() => {
    logger.error('The stop took too long and was cut short.', undefined, 'process');
    logger.flush();
    process.exit(1);
  }, LONGEST_STOP_MS).unref();
};
