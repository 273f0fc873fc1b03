import { randomBytes } from 'node:crypto';
import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { type Configuration, configClasses, ConfigModule, loadConfiguration } from '../../src/config';
import { DatabaseModule, UnitOfWork } from '../../src/infra/database';
import { MailerModule } from '../../src/infra/mail';
import { JobQueues, QueueModule } from '../../src/infra/queue';
import {
  type MailContent,
  MailModule,
  type MailTemplate,
  MailTemplates,
  type NewMail,
  OutgoingMails,
} from '../../src/modules/mail';
import { OutgoingMailsRepository } from '../../src/modules/mail/persistence/outgoing-mails.repository';
import { MailDelivery } from '../../src/modules/mail/service/mail-delivery.service';
import { MailSweep } from '../../src/modules/mail/service/mail-sweep.service';
import { capturingLogger } from './captured-log';
import { testEnvironment } from './environment';
import { Mailbox } from './mailbox';
import { createTestDatabase, type TestDatabase } from './template-database';

export const A_TEST: MailContent = { subject: 'A test', paragraphs: ['Hello.'] };

/** One process of the hub as mails see it. */
export interface MailProcess {
  readonly mails: OutgoingMails;
  readonly rows: OutgoingMailsRepository;
  readonly delivery: MailDelivery;
  readonly sweep: MailSweep;
  readonly unitOfWork: UnitOfWork;
}

/** Mails on a database and a queue of their own, in as many processes as a test wants. */
export class MailContext {
  /** What mails of the kind `test` say. */
  compose: MailTemplate['compose'] = async () => A_TEST;
  private readonly contexts: INestApplicationContext[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly environment: NodeJS.ProcessEnv,
    readonly mailbox: Mailbox,
  ) {}

  static async open(): Promise<MailContext> {
    const database = await createTestDatabase();
    const name = `mail-${randomBytes(6).toString('hex')}`;
    const own = { DATABASE_URL: database.url, QUEUE_PREFIX: name, PUBLIC_URL: `http://${name}.example.test` };
    const mailbox = new Mailbox(testEnvironment['MAIL_CATCHER_URL'] ?? '', own.PUBLIC_URL);
    return new MailContext(database, { ...testEnvironment, ...own, HUB_NOW: '2026-04-10T12:00:00Z' }, mailbox);
  }

  /** @param smtpUrl the mail catcher of the run unless it says otherwise; workers take jobs, but no sweep runs by itself */
  async start({ smtpUrl, isWorker = false }: { smtpUrl?: string; isWorker?: boolean } = {}): Promise<MailProcess> {
    const context = await NestFactory.createApplicationContext(
      { module: class {}, imports: modules(this.configuration(smtpUrl), isWorker) },
      { logger: capturingLogger, abortOnError: false },
    );
    this.contexts.push(context);
    const get = <T>(type: abstract new (...given: never[]) => T): T => context.get<T>(type, { strict: false });
    get(MailTemplates).register('test', { compose: (mail) => this.compose(mail) });
    return {
      mails: get(OutgoingMails),
      rows: get(OutgoingMailsRepository),
      delivery: get(MailDelivery),
      sweep: get(MailSweep),
      unitOfWork: get(UnitOfWork),
    };
  }

  /** As if all pauses and leases were over. */
  async skipPauses(process: MailProcess): Promise<void> {
    await process.unitOfWork.manager.query(
      'UPDATE outgoing_mails SET next_attempt_at = statement_timestamp() WHERE closed_at IS NULL',
    );
  }

  /** As the owner of the tables. */
  async asOwner(sql: string): Promise<void> {
    const client = new Client({ connectionString: this.database.ownerUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  async close(): Promise<void> {
    await this.contexts[0]?.get(JobQueues, { strict: false }).queue('mail').obliterate({ force: true });
    for (const context of this.contexts) await context.close();
    await this.database.drop();
  }

  private configuration(smtpUrl?: string): Configuration {
    return loadConfiguration(configClasses, { ...this.environment, ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}) });
  }
}

let people = 0;

/** To somebody whom no other mail of this file goes to. */
export const aMail = (given: Partial<NewMail> = {}): NewMail => ({
  kind: 'test',
  recipient: `reader-${(people += 1)}@example.test`,
  userId: null,
  ...given,
});

const modules = (configuration: Configuration, isWorker: boolean): NonNullable<ModuleMetadata['imports']> => [
  ConfigModule.from(configuration),
  DatabaseModule.forProfile('background'),
  QueueModule.register({ queues: ['mail'], isWorker }),
  MailerModule,
  MailModule,
];
