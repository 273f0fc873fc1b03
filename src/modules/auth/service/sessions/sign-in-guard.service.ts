import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../common/time/clock';
import { UnitOfWork } from '../../../../infra/database';
import { currentRequestOrigin } from '../../../../infra/logging';
import { groupOf, Throttles } from '../../../../infra/throttling';
import { AuditLog } from '../../../audit';
import { normaliseEmail } from '../../../users';
import { lockMinutesAfter } from '../../domain/sign-in-lock';
import { SessionsRepository } from '../../persistence/sessions.repository';
import { type FailureScope, SignInFailuresRepository } from '../../persistence/sign-in-failures.repository';
import { AccountPseudonyms } from '../accounts/account-pseudonyms';

const ATTEMPTS = { limit: 5, seconds: 60 };
const REMEMBER_ADDRESS_MS = 30 * 24 * 60 * 60 * 1000;

/** One attempt to sign in, and whose earlier attempts count with it. */
export interface Attempt {
  readonly scope: FailureScope;
  readonly isLocked: boolean;
}

/**
 * Slows guessing down: five attempts a minute for each account, and a lock after ten failures in a row. Attempts from an IP
 * address that the account was signed in to from lately are counted apart from everybody else's, so that nobody can keep
 * the owner out by guessing. Addresses that nobody has are treated alike.
 */
@Injectable()
export class SignInGuard {
  constructor(
    private readonly failures: SignInFailuresRepository,
    private readonly sessions: SessionsRepository,
    private readonly pseudonyms: AccountPseudonyms,
    private readonly throttles: Throttles,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Before the password is looked at. @throws ThrottledError */
  async admit(email: string): Promise<Attempt> {
    const scope = await this.scopeOf(email);
    await this.throttles.consume('sign-in', keyOf(scope), ATTEMPTS);
    return { scope, isLocked: await this.failures.isLocked(scope) };
  }

  /** @param userId the account's person, where there is one */
  async noteFailure({ scope, isLocked }: Attempt, userId: string | undefined): Promise<void> {
    if (isLocked) return;
    await this.unitOfWork.run(async () => {
      const minutes = lockMinutesAfter(await this.failures.add(scope));
      if (minutes === 0) return;
      await this.failures.lock(scope, minutes);
      await this.audit.record({
        action: 'account.locked',
        actorId: null,
        ...(userId ? { subject: { type: 'user', id: userId } } : {}),
        details: { account: scope.accountKey, minutes },
      });
    });
  }

  async noteSuccess({ scope }: Attempt): Promise<void> {
    await this.failures.clear(scope);
    await this.throttles.forgive('sign-in', keyOf(scope));
  }

  /** Lifts every lock of the account, that of the second factor too. */
  async unlock(email: string): Promise<void> {
    await this.failures.clearAccount(this.pseudonyms.ofEmail(email));
    await this.forgivePasswords(email);
  }

  /** Lifts the locks that wrong passwords made. That of the second factor stays: whoever reads the mail proves one factor only. */
  async forgivePasswords(email: string): Promise<void> {
    const accountKey = this.pseudonyms.ofEmail(email);
    await this.failures.clearPasswords(accountKey);
    await this.throttles.forgive('sign-in', keyOf({ accountKey, originKey: '' }));
  }

  /** Names an account in the audit log, whether anybody has it or not. */
  accountKeyOf(email: string): string {
    return this.pseudonyms.ofEmail(email);
  }

  private async scopeOf(email: string): Promise<FailureScope> {
    const subscriber = groupOf(currentRequestOrigin()?.address ?? '', 'address');
    const since = new Date(this.clock.now().getTime() - REMEMBER_ADDRESS_MS);
    const known = await this.sessions.findAddresses(normaliseEmail(email), since);
    const isKnown = known.some((address) => groupOf(address, 'address') === subscriber);
    const originKey = isKnown ? this.pseudonyms.ofAddress(subscriber) : '';
    return { accountKey: this.pseudonyms.ofEmail(email), originKey };
  }
}

const keyOf = ({ accountKey, originKey }: FailureScope): string => `${accountKey}:${originKey}`;
