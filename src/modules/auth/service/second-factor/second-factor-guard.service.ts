import { Injectable } from '@nestjs/common';
import { Throttles } from '../../../../infra/throttling';
import type { User } from '../../../users';
import {
  type FailureScope,
  SECOND_FACTOR_ORIGIN,
  SignInFailuresRepository,
} from '../../persistence/sign-in-failures.repository';
import { AccountPseudonyms } from '../accounts/account-pseudonyms';
import { type Attempt, SignInGuard } from '../sessions/sign-in-guard.service';

const THROTTLE = 'second-factor';
const ATTEMPTS = { limit: 5, seconds: 300 };

type Account = Pick<User, 'id' | 'email'>;

/** Slows guessing down for somebody who has the password already: six digits alone would not last. Failures count together wherever they come from; only an administrator lifts the lock, or setting up another factor. */
@Injectable()
export class SecondFactorGuard {
  constructor(
    private readonly signIns: SignInGuard,
    private readonly failures: SignInFailuresRepository,
    private readonly pseudonyms: AccountPseudonyms,
    private readonly throttles: Throttles,
  ) {}

  /** Before a code is looked at. @throws ThrottledError after five tries within five minutes */
  async slowDown(userId: string): Promise<void> {
    await this.throttles.consume(THROTTLE, userId, ATTEMPTS);
  }

  /** Before a code that opens a session is looked at. @throws ThrottledError as `slowDown` */
  async admit(user: Account): Promise<Attempt> {
    await this.slowDown(user.id);
    const scope = this.scopeOf(user);
    return { scope, isLocked: await this.failures.isLocked(scope) };
  }

  noteFailure(attempt: Attempt, userId: string): Promise<void> {
    return this.signIns.noteFailure(attempt, userId);
  }

  /** Lifts a lock, too: somebody who sets up another factor begins anew. */
  async noteSuccess(user: Account): Promise<void> {
    await this.failures.clear(this.scopeOf(user));
    await this.throttles.forgive(THROTTLE, user.id);
  }

  private scopeOf({ email }: Account): FailureScope {
    return { accountKey: this.pseudonyms.ofEmail(email), originKey: SECOND_FACTOR_ORIGIN };
  }
}
