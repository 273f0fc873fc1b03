import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import type { DueReminder, ReminderItem, ReminderWindow } from '../domain/expiry-reminder';
import { DUE_REMINDERS_SQL, NOTE_REMINDERS_SQL, REMINDER_ITEMS_SQL } from './expiry-reminder.sql';

/** Who was told that something ends. */
@Injectable()
export class ExpiryRemindersRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What nobody was told of yet, of the businesses after this one, in the order of their ids. */
  findDue(windows: readonly ReminderWindow[], afterId: string, limit: number): Promise<readonly DueReminder[]> {
    const days = windows.map((window) => window.days);
    const [first, last] = [windows.map((window) => window.first), windows.map((window) => window.last)];
    return this.unitOfWork.manager.query(DUE_REMINDERS_SQL, [afterId, limit, days, first, last]);
  }

  /** Notes what nobody else has noted. Answers the ids of the businesses that something was noted for. */
  async note(due: readonly DueReminder[], now: Date): Promise<ReadonlySet<string>> {
    const column = <Field extends keyof DueReminder>(field: Field): DueReminder[Field][] =>
      due.map((reminder) => reminder[field]);
    const fields = [column('businessId'), column('kind'), column('subject'), column('expiresOn'), column('days')];
    const noted: { businessId: string }[] = await this.unitOfWork.manager.query(NOTE_REMINDERS_SQL, [...fields, now]);
    return new Set(noted.map(({ businessId }) => businessId));
  }

  /** In the transaction that noted them: the mail that tells of what was noted for this business. */
  async attachMail(businessId: string, mailId: string): Promise<void> {
    await this.unitOfWork.manager.query(
      'UPDATE business_expiry_reminders SET mail_id = $2 WHERE business_id = $1 AND mail_id IS NULL',
      [businessId, mailId],
    );
  }

  /** What this mail reminds of, where the profile still says so; nothing of what ended before `today`. */
  findItems(mailId: string, ownerId: string, today: string): Promise<readonly ReminderItem[]> {
    return this.unitOfWork.manager.query(REMINDER_ITEMS_SQL, [mailId, ownerId, today]);
  }
}
