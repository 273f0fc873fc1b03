import { createRequire } from 'node:module';
import { NestFactory } from '@nestjs/core';
import { ensureBuilt, entry } from './build';
import { writeOrCheck } from './generated-file';

/** Values that pass validation and lead nowhere: in preview nothing is opened. */
const ENVIRONMENT = {
  DATABASE_URL: 'postgres://nobody:nothing@localhost:1/none',
  REDIS_URL: 'redis://localhost:1',
  S3_ENDPOINT: 'http://localhost:1',
  S3_ACCESS_KEY_ID: 'none',
  S3_SECRET_ACCESS_KEY: 'none',
  SMTP_URL: 'smtp://localhost:1',
};

/** The document that GET /openapi.json answers, without starting anything: only `nest build` knows types and comments. */
const writeDocument = async (): Promise<void> => {
  ensureBuilt();
  const compiled = createRequire(entry('main'));
  const { AppModule }: typeof import('../src/app.module') = compiled('./app.module');
  const { prefixRoutes }: typeof import('../src/app.setup') = compiled('./app.setup');
  const { configClasses, loadConfiguration }: typeof import('../src/config') = compiled('./config');
  const { buildDocument }: typeof import('../src/openapi/document') = compiled('./openapi/document');
  const app = await NestFactory.create(AppModule.for('api', loadConfiguration(configClasses, ENVIRONMENT)), {
    preview: true,
    abortOnError: false,
    logger: ['error'],
  });
  const document = buildDocument(prefixRoutes(app));
  writeOrCheck('openapi.json', `${JSON.stringify(document, null, 2)}\n`, 'npm run openapi');
};

writeDocument().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
