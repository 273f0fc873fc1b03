import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { readConfiguration } from '../config';
import { createPino, JsonLogger } from '../infra/logging';

/** Opens the hub without HTTP and without taking jobs, for as long as `work` runs. Its log goes to stderr, warnings up. */
export const withHub = async <T>(work: (hub: INestApplicationContext) => Promise<T>): Promise<T> => {
  const logger = new JsonLogger(createPino('warn', process.stderr));
  const hub = await NestFactory.createApplicationContext(AppModule.for('cli', readConfiguration()), {
    logger,
    abortOnError: false,
  });
  try {
    return await work(hub);
  } finally {
    await hub.close();
  }
};
