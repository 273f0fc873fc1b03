import { randomBytes } from 'node:crypto';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../../src/app.module';
import { setUpApplication } from '../../src/app.setup';
import { type Configuration, configClasses, loadConfiguration, RuntimeConfig } from '../../src/config';
import { UnitOfWork } from '../../src/infra/database';
import { JobQueues } from '../../src/infra/queue';
import { type Notice, RecordNoticesService } from '../../src/modules/opportunities';
import { MailSweep } from '../../src/modules/mail/service/mail-sweep.service';
import { MatchingSweep } from '../../src/modules/matching/service/matching-sweep.service';
import { ApiClient } from './api-client';
import { capturingLogger } from './captured-log';
import { refuseLeaks } from './leaks';
import { Mailbox } from './mailbox';
import { patience } from './patience';
import { createTestDatabase } from './template-database';

/** The instant at which the clock of every test hub stands still. */
export const NOW = new Date('2026-04-10T12:00:00Z');

/** The whole API over HTTP, on a database and under a queue prefix of its own. */
export interface TestHub {
  readonly app: NestExpressApplication;
  /** Without an account. */
  readonly anonymous: ApiClient;
  get<T>(type: Type<T>): T;
  query(sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Stores these notices; answers the ids of their opportunities, one for each. */
  publish(...notices: Notice[]): Promise<string[]>;
  /** Does what the sweep of a worker does, here and now. */
  sweep(): Promise<void>;
  /** Does what the sweep of a worker does for mails, here and now. */
  deliverMail(): Promise<void>;
  /** What the mail catcher has received from this hub. */
  readonly mailbox: Mailbox;
  /** A worker of its own in this process, which takes the jobs of this hub until the hub is closed. */
  startWorker(): Promise<void>;
  close(): Promise<void>;
}

const bootApi = async (configuration: Configuration): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for('api', configuration), {
    logger: capturingLogger,
    bodyParser: false,
    abortOnError: false,
    routeConflictPolicy: { duplicate: 'error' },
    routeResolutionStrategy: 'specificity',
  });
  await setUpApplication(app);
  await app.listen(0, '127.0.0.1');
  return app;
};

/** Boots what `main.ts` boots. `environment` replaces settings of the run. */
export async function startHub(environment: Record<string, string> = {}): Promise<TestHub> {
  const database = await createTestDatabase();
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  const configuration = loadConfiguration(configClasses, {
    ...process.env,
    DATABASE_URL: database.url,
    QUEUE_PREFIX: prefix,
    PUBLIC_URL: `http://${prefix}.example.test`,
    PASSWORD_HASH_COST: '4',
    DRAIN_MS: '0',
    HUB_NOW: NOW.toISOString(),
    ...patience,
    ...environment,
  });
  const app = await bootApi(configuration);
  const contexts: INestApplicationContext[] = [app];
  const get = <T>(type: Type<T>): T => app.get(type, { strict: false });
  return {
    app,
    anonymous: new ApiClient(await app.getUrl()),
    get,
    query: (sql, parameters) => get(UnitOfWork).manager.query(sql, parameters),
    publish: async (...notices) => {
      const recorded = await get(RecordNoticesService).recordNotices(notices);
      return recorded.map(({ opportunityId }) => opportunityId);
    },
    sweep: () => get(MatchingSweep).sweep(),
    deliverMail: () => get(MailSweep).sweep(),
    mailbox: new Mailbox(process.env['MAIL_CATCHER_URL'] ?? '', configuration.get(RuntimeConfig).publicUrl),
    startWorker: async () => {
      const worker = AppModule.for('worker', configuration);
      contexts.unshift(
        await NestFactory.createApplicationContext(worker, { logger: capturingLogger, abortOnError: false }),
      );
    },
    close: async () => {
      try {
        await refuseLeaks((sql) => get(UnitOfWork).manager.query(sql), prefix);
        for (const name of ['mail', 'matching']) await get(JobQueues).queue(name).obliterate({ force: true });
      } finally {
        for (const context of contexts) await context.close();
        await database.drop();
      }
    },
  };
}
