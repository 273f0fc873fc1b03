import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { NIL } from 'uuid';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { OutgoingMails } from '../../mail';
import { type DueReminder, type ReminderWindow, reminderWindows, wholeBusinesses } from '../domain/expiry-reminder';
import { utahDay } from '../domain/utah-day';
import { ExpiryRemindersRepository } from '../persistence/expiry-reminders.repository';
import { EXPIRY_REMINDER } from './expiry-reminder-mail-template';

const EVERY_HOUR = '41 * * * *';
/** Rows of one transaction: more than one business can list. */
const STEP = 500;

/** Reminds owners of what ends soon. Every worker may do it, at the same time too: a reminder is sent by who notes it. */
@Injectable()
export class ExpiryReminders {
  private readonly logger = new Logger(ExpiryReminders.name);

  constructor(
    private readonly reminders: ExpiryRemindersRepository,
    private readonly mails: OutgoingMails,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Cron(EVERY_HOUR, { name: 'expiry-reminders', timeZone: 'UTC', waitForCompletion: true })
  async sweepRegularly(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.logger.warn('Reminders of what ends soon wait for the next sweep.', {
        reason: error instanceof Error ? error.message : '',
      });
    }
  }

  /** One mail for each business that has something to be reminded of. @param step rows of one transaction */
  async sweep(step = STEP): Promise<void> {
    const windows = reminderWindows(utahDay(this.clock.now()));
    for (let afterId: string | undefined = NIL; afterId !== undefined;) {
      afterId = await this.remindSome(windows, afterId, step);
    }
  }

  /** Answers the last business that was looked at; undefined when there are no more. */
  private remindSome(windows: readonly ReminderWindow[], afterId: string, step: number): Promise<string | undefined> {
    return this.unitOfWork.run(async () => {
      const found = await this.reminders.findDue(windows, afterId, step);
      const due = wholeBusinesses(found, step);
      const noted = await this.reminders.note(due, this.clock.now());
      const owners = new Map(due.map((reminder) => [reminder.businessId, reminder]));
      for (const businessId of noted) await this.tell(owners.get(businessId));
      return found.length < step ? undefined : due.at(-1)?.businessId;
    });
  }

  private async tell(reminder: DueReminder | undefined): Promise<void> {
    if (!reminder) return;
    const { businessId, ownerId, email } = reminder;
    const mailId = await this.mails.enqueue({ kind: EXPIRY_REMINDER, recipient: email, userId: ownerId });
    await this.reminders.attachMail(businessId, mailId);
  }
}
