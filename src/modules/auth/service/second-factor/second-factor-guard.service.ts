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
/** Counted apart: a stolen session must not use up the tries that its owner needs to sign in. */
const SET_UP_THROTTLE = 'second-factor-set-up';
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

  /** Before the first code of a new factor is looked at. @throws ThrottledError after five tries within five minutes */
  async admitSetUp(userId: string): Promise<void> {
    await this.throttles.consume(SET_UP_THROTTLE, userId, ATTEMPTS);
  }

  /** Before a code that opens a session is looked at. @throws ThrottledError after five tries within five minutes */
  async admit(user: Account): Promise<Attempt> {
    await this.throttles.consume(THROTTLE, user.id, ATTEMPTS);
    const scope = this.scopeOf(user);
    return { scope, isLocked: await this.failures.isLocked(scope) };
  }

  noteFailure(attempt: Attempt, userId: string): Promise<void> {
    return this.signIns.noteFailure(attempt, userId);
  }

  /** Lifts a lock of signing in, too: somebody who sets up another factor begins anew. */
  async noteSetUp(user: Account): Promise<void> {
    await this.noteSuccess(user);
    await this.throttles.forgive(SET_UP_THROTTLE, user.id);
  }

  async noteSuccess(user: Account): Promise<void> {
    await this.failures.clear(this.scopeOf(user));
    await this.throttles.forgive(THROTTLE, user.id);
  }

  private scopeOf({ email }: Account): FailureScope {
    return { accountKey: this.pseudonyms.ofEmail(email), originKey: SECOND_FACTOR_ORIGIN };
  }
}
