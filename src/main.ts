import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';
import { setUpApplication } from './app.setup';
import { RuntimeConfig } from './config';
import { startProcess } from './process';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** The API. */
void startProcess(async (configuration, logger) => {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for('api', configuration), {
    logger,
    bodyParser: false,
    abortOnError: false,
    routeConflictPolicy: { duplicate: 'error' },
    routeResolutionStrategy: 'specificity',
  });
  const { port, host, isProduction } = configuration.get(RuntimeConfig);
  await setUpApplication(app);
  await app.listen(port, host);
  logger.log(`The API answers at ${await app.getUrl()}.`, 'process');
  if (!isProduction && !LOOPBACK.includes(host)) {
    logger.warn(
      'NODE_ENV is not production, so secrets that are not set have built-in values known to everybody.',
      'process',
    );
  }
  return app;
});
