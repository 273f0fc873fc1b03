import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { UnitOfWork } from '../../../infra/database';
import { FORGET_FAILURES_AFTER_HOURS } from '../domain/sign-in-lock';
import { SignInFailureEntity } from './sign-in-failure.entity';

/** Under which wrong codes of the second factor are counted, apart from wrong passwords. */
export const SECOND_FACTOR_ORIGIN = 'second-factor';

/** Whose failures are counted together. */
export interface FailureScope {
  readonly accountKey: string;
  readonly originKey: string;
}

/** Counts in PostgreSQL, which all processes share and no flush empties. Locks run by the server's time, not by the hub's clock, which may stand still. */
@Injectable()
export class SignInFailuresRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async isLocked({ accountKey, originKey }: FailureScope): Promise<boolean> {
    const rows: unknown[] = await this.unitOfWork.manager.query(
      `SELECT 1 FROM sign_in_failures
        WHERE account_key = $1 AND origin_key = $2 AND locked_until > clock_timestamp()`,
      [accountKey, originKey],
    );
    return rows.length > 0;
  }

  /** Counts one more; answers how many there were in a row. */
  async add({ accountKey, originKey }: FailureScope): Promise<number> {
    const rows: { failures: number }[] = await this.unitOfWork.manager.query(
      `INSERT INTO sign_in_failures AS known (account_key, origin_key, failures, last_failed_at)
       VALUES ($1, $2, 1, clock_timestamp())
       ON CONFLICT (account_key, origin_key) DO UPDATE
         SET failures = CASE WHEN known.last_failed_at < clock_timestamp() - make_interval(hours => $3)
                             THEN 1 ELSE known.failures + 1 END,
             last_failed_at = clock_timestamp()
       RETURNING failures`,
      [accountKey, originKey, FORGET_FAILURES_AFTER_HOURS],
    );
    return rows[0]?.failures ?? 0;
  }

  async lock({ accountKey, originKey }: FailureScope, minutes: number): Promise<void> {
    await this.unitOfWork.manager.query(
      `UPDATE sign_in_failures SET locked_until = clock_timestamp() + make_interval(mins => $3)
        WHERE account_key = $1 AND origin_key = $2`,
      [accountKey, originKey, minutes],
    );
  }

  async clear({ accountKey, originKey }: FailureScope): Promise<void> {
    await this.unitOfWork.manager.getRepository(SignInFailureEntity).delete({ accountKey, originKey });
  }

  /** Wherever they came from. */
  async clearAccount(accountKey: string): Promise<void> {
    await this.unitOfWork.manager.getRepository(SignInFailureEntity).delete({ accountKey });
  }

  /** All but those of the second factor. */
  async clearPasswords(accountKey: string): Promise<void> {
    const originKey = Not(SECOND_FACTOR_ORIGIN);
    await this.unitOfWork.manager.getRepository(SignInFailureEntity).delete({ accountKey, originKey });
  }

  async deleteForgotten(): Promise<void> {
    await this.unitOfWork.manager.query(
      `DELETE FROM sign_in_failures
        WHERE last_failed_at < clock_timestamp() - make_interval(hours => $1)
          AND (locked_until IS NULL OR locked_until < clock_timestamp())`,
      [FORGET_FAILURES_AFTER_HOURS],
    );
  }
}
