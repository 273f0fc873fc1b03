import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/errors/domain-error';
import { UnitOfWork, violatedForeignKey } from '../database';
import type { IdempotentCall } from './idempotent-call';

/** An answer as it is sent. */
export interface Answer {
  readonly status: number;
  readonly entityTag: string | null;
  /** JSON; null where there is nothing to send. */
  readonly body: string | null;
}

/** Answers that requests got, for those who ask again. */
@Injectable()
export class IdempotencyKeysRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Takes the key until the open transaction ends; false when another transaction has it. */
  async tryHold({ userId, keyHash }: IdempotentCall): Promise<boolean> {
    const rows: { isHeld: boolean }[] = await this.unitOfWork.manager.query(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS "isHeld"',
      [`idempotency-key:${userId}:${keyHash}`],
    );
    return rows[0]?.isHeld === true;
  }

  /** The answer to the first request with this key, if that came after this instant. */
  async find(
    { userId, keyHash }: IdempotentCall,
    after: Date,
  ): Promise<(Answer & { readonly requestHash: string }) | undefined> {
    const rows: (Answer & { requestHash: string })[] = await this.unitOfWork.manager.query(
      `SELECT request_hash AS "requestHash", status, entity_tag AS "entityTag", body
         FROM idempotency_keys
        WHERE user_id = $1 AND key_hash = $2 AND created_at > $3`,
      [userId, keyHash, after],
    );
    return rows[0];
  }

  /** Takes the place of an older answer, which nobody gets any more. @throws DomainError `not-found` for an account that is gone */
  async save({ userId, keyHash, requestHash }: IdempotentCall, answer: Answer, createdAt: Date): Promise<void> {
    const { status, entityTag, body } = answer;
    try {
      await this.unitOfWork.manager.query(
        `INSERT INTO idempotency_keys (user_id, key_hash, request_hash, status, entity_tag, body, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (user_id, key_hash) DO UPDATE
           SET request_hash = excluded.request_hash, status = excluded.status, entity_tag = excluded.entity_tag,
               body = excluded.body, created_at = excluded.created_at`,
        [userId, keyHash, requestHash, status, entityTag, body, createdAt],
      );
    } catch (error) {
      if (violatedForeignKey(error) === 'idempotency_keys_user_fkey') throw notFound('account');
      throw error;
    }
  }

  /** Forgets all answers up to this instant. */
  async deleteUntil(instant: Date): Promise<void> {
    await this.unitOfWork.manager.query('DELETE FROM idempotency_keys WHERE created_at <= $1', [instant]);
  }
}
