import { Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { MailConfig } from '../../config';
import { DeliveryError } from './delivery-error';

export interface Mail {
  /** One address. */
  readonly to: string;
  /** The same for each attempt, so that a second copy can be recognised. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * How long to wait for whom. A server that takes its time over a mail which it has received is waited for, because hanging
 * up would have the mail sent twice; one that does not even greet is not.
 */
const UNTIL_GREETED_MS = 10_000;
const SILENCE_MS = 45_000;
const LONGEST_MS = 75_000;
const LONGEST_WHEN_STOPPING_MS = 10_000;

/** Hands mails to the mail server, one by one. Waits for it up to 75 s, so no request should wait for this. */
@Injectable()
export class Mailer implements OnModuleDestroy, OnApplicationShutdown {
  private readonly transport;
  private readonly stopping = new AbortController();

  constructor(private readonly config: MailConfig) {
    this.transport = createTransport({
      url: config.smtpUrl,
      connectionTimeout: UNTIL_GREETED_MS,
      greetingTimeout: UNTIL_GREETED_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Resolves when the server has taken the mail. @throws DeliveryError */
  async send({ to, messageId, subject, text, html }: Mail): Promise<void> {
    try {
      await this.transport.sendMail({
        from: this.config.from,
        // As an object it is one address, whatever is in it.
        to: { name: '', address: to },
        messageId,
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.any([this.stopping.signal, AbortSignal.timeout(LONGEST_MS)]),
      });
    } catch (error) {
      throw DeliveryError.from(error);
    }
  }

  /** What is on its way gets a little time to arrive. */
  onModuleDestroy(): void {
    setTimeout(() => this.stopping.abort(), LONGEST_WHEN_STOPPING_MS).unref();
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
