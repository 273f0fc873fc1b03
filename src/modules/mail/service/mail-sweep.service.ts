import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { OutgoingMailsRepository } from '../persistence/outgoing-mails.repository';
import { MailDelivery } from './mail-delivery.service';

const EVERY_TEN_SECONDS = '*/10 * * * * *';
/** Conversations with the mail server at a time: most of one is waiting for the other side. */
const LANES = 5;
const MOST_OF_A_LANE = 100;
const MOST_FORGOTTEN = 500;

/** Sends whatever no job reached: mails that wait for another attempt, or whose job was lost. Any number may run at once. */
@Injectable()
export class MailSweep implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(MailSweep.name);
  private isStopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly mails: OutgoingMailsRepository,
    private readonly delivery: MailDelivery,
  ) {}

  @Cron(EVERY_TEN_SECONDS, { name: 'mail-sweep', timeZone: 'UTC', waitForCompletion: true })
  async sweepRegularly(): Promise<void> {
    if (this.isStopping) return;
    this.running = this.sweep().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : '';
      this.logger.warn('The sweep was cut off; the next one goes on.', { reason });
    });
    await this.running;
  }

  /** Sends what is due, the oldest first; forgets what ended long ago. */
  async sweep(): Promise<void> {
    await Promise.all(Array.from({ length: LANES }, () => this.sendSome()));
    await this.mails.deleteOld(MOST_FORGOTTEN);
  }

  /** Until nothing is due, or the mail server is away. */
  private async sendSome(): Promise<void> {
    for (let tried = 0; tried < MOST_OF_A_LANE && !this.isStopping; tried += 1) {
      const attempt = await this.delivery.deliverNext();
      if (attempt === undefined || attempt === 'outage') return;
    }
  }

  onModuleDestroy(): void {
    this.isStopping = true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running;
  }
}
