import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { RuntimeConfig } from '../../../config';
import { DeliveryError, Mailer } from '../../../infra/mail';
import type { ClaimedMail, MailContent, MailOutcome } from '../domain/outgoing-mail';
import { renderMail } from '../domain/render-mail';
import { pauseAfter } from '../domain/retry-schedule';
import { LEASE_SECONDS, OutgoingMailsRepository } from '../persistence/outgoing-mails.repository';
import { MailTemplates } from './mail-templates.service';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;

/** `outage`: no mail gets through now, so that there is no use in trying the next one. */
export type Attempt = 'sent' | 'dropped' | 'failed' | 'outage';

/**
 * Sends mails from rows. A mail is claimed before it is sent and closed afterwards, so that of many processes one sends it.
 * Whoever dies in between leaves it unknown whether the mail server took the mail: it is sent again, with the same
 * Message-ID, when the claim runs out.
 */
@Injectable()
export class MailDelivery implements OnModuleDestroy {
  private isStopping = false;
  private readonly logger = new Logger(MailDelivery.name);

  constructor(
    private readonly mails: OutgoingMailsRepository,
    private readonly templates: MailTemplates,
    private readonly mailer: Mailer,
    private readonly runtime: RuntimeConfig,
  ) {}

  /** Sends this mail, unless it is not due or somebody else is at it. */
  async deliver(mailId: string): Promise<void> {
    const leaseEnd = endOfLease();
    const mail = await this.mails.claim(mailId);
    if (mail) await this.attempt(mail, leaseEnd);
  }

  /** Sends the mail that is due for the longest time; undefined when none is due. */
  async deliverNext(): Promise<Attempt | undefined> {
    const leaseEnd = endOfLease();
    const mail = await this.mails.claimNext();
    return mail && this.attempt(mail, leaseEnd);
  }

  private async attempt(mail: ClaimedMail, leaseEnd: number): Promise<Attempt> {
    let content: MailContent | undefined;
    try {
      content = await this.templates.compose(mail);
      if (content) await this.send(mail, content);
    } catch (error) {
      return this.fail(mail, error);
    }
    await this.close(mail, content ? 'delivered' : 'dropped', leaseEnd);
    return content ? 'sent' : 'dropped';
  }

  onModuleDestroy(): void {
    this.isStopping = true;
  }

  /**
   * The mail server has the mail, so it must not be tried again: as long as nobody else can take it, this is; but no process
   * stays for that which is asked to stop.
   */
  private async close(mail: ClaimedMail, outcome: MailOutcome, leaseEnd: number): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        return await this.mails.close(mail, outcome);
      } catch (error) {
        if (this.isStopping || performance.now() + pauseMs >= leaseEnd) throw error;
        await pause(pauseMs);
      }
    }
  }

  private async send({ id, recipient }: ClaimedMail, content: MailContent): Promise<void> {
    const { publicUrl } = this.runtime;
    const messageId = `<${id}@${new URL(publicUrl).hostname}>`;
    await this.mailer.send({ to: recipient, messageId, ...renderMail(content, publicUrl) });
  }

  private async fail(mail: ClaimedMail, error: unknown): Promise<Attempt> {
    const failure = failureOf(error);
    const isOutage = failure.kind === 'outage';
    const seconds = failure.kind === 'rejected' ? undefined : pauseAfter({ ...mail, isOutage });
    if (seconds === undefined) await this.mails.close(mail, 'abandoned', failure.code);
    else await this.mails.postpone(mail, seconds, failure.code);
    this.logger.warn(seconds === undefined ? 'A mail was given up.' : 'A mail could not be sent; it is tried again.', {
      mailId: mail.id,
      kind: mail.kind,
      attempts: mail.attempts,
      reason: failure.code,
    });
    return isOutage ? 'outage' : 'failed';
  }
}

/** Taken before the claim, so that it lies before the database's. */
const endOfLease = (): number => performance.now() + LEASE_SECONDS * 1_000;

/** Whatever else goes wrong than the sending itself may go right the next time, and concerns this mail alone. */
const failureOf = (error: unknown): Pick<DeliveryError, 'kind' | 'code'> =>
  error instanceof DeliveryError
    ? error
    : { kind: 'deferred', code: `not composed: ${error instanceof Error ? error.name : typeof error}` };
