import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/time/clock';
import { UnitOfWork } from '../database';
import { keyInUse, keyReused } from './idempotency.errors';
import { type Answer, IdempotencyKeysRepository } from './idempotency-keys.repository';
import type { IdempotentCall } from './idempotent-call';

const KEEP_MS = 24 * 60 * 60 * 1000;

/** Lets every call have its effect once: what it did and what it was answered are committed together or not at all. */
@Injectable()
export class IdempotentAnswers {
  constructor(
    private readonly keys: IdempotencyKeysRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer that the call got before, or that of `attempt`, which is kept when it tells of success. `attempt` runs in one
   * transaction and may run again when that runs into another one.
   * @throws DomainError `idempotency-key-in-use`, `idempotency-key-reused`
   */
  answerOnce(
    call: IdempotentCall,
    attempt: () => Promise<Answer>,
  ): Promise<{ readonly answer: Answer; readonly isReplay: boolean }> {
    return this.unitOfWork.run(async () => {
      if (!(await this.keys.tryHold(call))) throw keyInUse();
      const now = this.clock.now();
      const known = await this.keys.find(call, expiredAt(now));
      if (known && known.requestHash !== call.requestHash) throw keyReused();
      if (known) return { answer: known, isReplay: true };
      const answer = await attempt();
      if (isSuccess(answer)) await this.keys.save(call, answer, now);
      return { answer, isReplay: false };
    });
  }

  /** Forgets the answers that nobody gets any more. */
  async sweep(): Promise<void> {
    await this.keys.deleteUntil(expiredAt(this.clock.now()));
  }
}

const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** When answers were given that have just run out. */
const expiredAt = (now: Date): Date => new Date(now.getTime() - KEEP_MS);
