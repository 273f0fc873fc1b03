import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../../../common/time/clock';
import { MailedLinksRepository } from '../../persistence/mailed-links.repository';
import { SessionsRepository } from '../../persistence/sessions.repository';
import { SignInFailuresRepository } from '../../persistence/sign-in-failures.repository';

const EVERY_HOUR = '17 * * * *';
const DAY_MS = 24 * 60 * 60 * 1000;
/** For so long an ended sign-in still tells which devices and addresses are known. */
const KEEP_SESSIONS_DAYS = 90;
const KEEP_LINKS_DAYS = 30;

/** Forgets what nobody needs any more. Every worker may do it: the second one finds nothing. */
@Injectable()
export class CredentialSweep {
  private readonly logger = new Logger(CredentialSweep.name);

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly links: MailedLinksRepository,
    private readonly failures: SignInFailuresRepository,
    private readonly clock: Clock,
  ) {}

  @Cron(EVERY_HOUR, { name: 'credential-sweep', timeZone: 'UTC', waitForCompletion: true })
  async sweepRegularly(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.logger.warn('Old sessions and links stay until the next sweep.', {
        reason: error instanceof Error ? error.message : '',
      });
    }
  }

  async sweep(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.sessions.deleteExpired(new Date(now - KEEP_SESSIONS_DAYS * DAY_MS));
    await this.links.deleteExpired(new Date(now - KEEP_LINKS_DAYS * DAY_MS));
    await this.failures.deleteForgotten();
  }
}
