import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { startProcess } from './process';

/** Takes jobs and sweeps for what no job reached. */
void startProcess(async (configuration, logger) => {
  const app = await NestFactory.createApplicationContext(AppModule.for('worker', configuration), {
    logger,
    abortOnError: false,
  });
  logger.log('The worker takes jobs.', 'process');
  return app;
});
