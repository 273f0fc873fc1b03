import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import type { ClaimedMail, MailOutcome, QueuedMail } from '../domain/outgoing-mail';

/** Longer than an attempt may take: a mail is sent by one process at a time, and again only after one that died. */
export const LEASE_SECONDS = 90;
const KEEP_DAYS = 30;

const IS_DUE = 'closed_at IS NULL AND next_attempt_at <= statement_timestamp()';

/** Mails and how far they are. Time is the server's: leases and pauses go on where the hub's clock stands still. */
@Injectable()
export class OutgoingMailsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async insert({ id, kind, recipient, userId, createdAt }: QueuedMail): Promise<void> {
    await this.unitOfWork.manager.query(
      `INSERT INTO outgoing_mails (id, kind, recipient, user_id, created_at, next_attempt_at)
       VALUES ($1, $2, $3, $4, $5, statement_timestamp())`,
      [id, kind, recipient, userId, createdAt],
    );
  }

  /** Takes this mail, if it is due: of many at once exactly one gets it. */
  claim(id: string): Promise<ClaimedMail | undefined> {
    return this.take(`id = $2 AND ${IS_DUE}`, id);
  }

  /** Takes the mail that is due for the longest time and that nobody else is taking. */
  claimNext(): Promise<ClaimedMail | undefined> {
    return this.take(
      `id = (SELECT id FROM outgoing_mails WHERE ${IS_DUE} ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)`,
    );
  }

  /** @param error code of what went wrong, for whoever looks after the hub */
  async close(claim: ClaimedMail, outcome: MailOutcome, error: string | null = null): Promise<void> {
    await this.change(claim, 'outcome = $3, last_error = $4, closed_at = statement_timestamp()', [outcome, error]);
  }

  async postpone(claim: ClaimedMail, pauseSeconds: number, error: string): Promise<void> {
    await this.change(claim, 'next_attempt_at = statement_timestamp() + make_interval(secs => $3), last_error = $4', [
      pauseSeconds,
      error,
    ]);
  }

  async isOpen(id: string): Promise<boolean> {
    const sql = 'SELECT 1 FROM outgoing_mails WHERE id = $1 AND closed_at IS NULL';
    const rows: unknown[] = await this.unitOfWork.manager.query(sql, [id]);
    return rows.length > 0;
  }

  /** Claimed ones too: whoever holds the claim cannot close or postpone them any more. */
  async drop(recipient: string, kinds: readonly string[]): Promise<void> {
    await this.unitOfWork.manager.query(
      `UPDATE outgoing_mails SET outcome = 'dropped', closed_at = statement_timestamp()
        WHERE recipient = $1 AND kind = ANY($2) AND closed_at IS NULL`,
      [recipient, kinds],
    );
  }

  /** All of a person, by whichever of the two they are found. */
  async deleteOf(userId: string, recipients: readonly string[]): Promise<void> {
    await this.unitOfWork.manager.query('DELETE FROM outgoing_mails WHERE user_id = $1 OR recipient = ANY($2)', [
      userId,
      recipients,
    ]);
  }

  /** Those to this address that name no person. */
  async deleteUnnamed(recipient: string): Promise<void> {
    await this.unitOfWork.manager.query('DELETE FROM outgoing_mails WHERE user_id IS NULL AND recipient = $1', [
      recipient,
    ]);
  }

  /** Forgets at most `limit` mails that ended a month ago. */
  async deleteOld(limit: number): Promise<void> {
    await this.unitOfWork.manager.query(
      `DELETE FROM outgoing_mails WHERE id IN (
         SELECT id FROM outgoing_mails WHERE closed_at < statement_timestamp() - make_interval(days => $1) LIMIT $2)`,
      [KEEP_DAYS, limit],
    );
  }

  private async take(condition: string, ...parameters: string[]): Promise<ClaimedMail | undefined> {
    const rows: ClaimedMail[] = await this.unitOfWork.manager.query(
      `WITH claimed AS (
         UPDATE outgoing_mails
            SET attempts = attempts + 1,
                first_attempt_at = coalesce(first_attempt_at, statement_timestamp()),
                next_attempt_at = statement_timestamp() + make_interval(secs => $1)
          WHERE ${condition}
         RETURNING *)
       SELECT id, kind, recipient, user_id AS "userId", created_at AS "createdAt", attempts,
              extract(epoch FROM statement_timestamp() - first_attempt_at)::float8 AS "secondsTrying"
         FROM claimed`,
      [LEASE_SECONDS, ...parameters],
    );
    return rows[0];
  }

  /** Only by whoever holds the present claim: one that outlived its lease changes nothing. */
  private async change({ id, attempts }: ClaimedMail, change: string, values: unknown[]): Promise<void> {
    await this.unitOfWork.manager.query(
      `UPDATE outgoing_mails SET ${change} WHERE id = $1 AND attempts = $2 AND closed_at IS NULL`,
      [id, attempts, ...values],
    );
  }
}
