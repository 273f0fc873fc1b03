import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../common/auth/principal';
import { UnitOfWork } from '../../../../infra/database';
import { Throttles } from '../../../../infra/throttling';
import { AuditLog } from '../../../audit';
import { UsersService } from '../../../users';
import { currentPasswordRequired, signInAgain, wrongCurrentPassword } from '../../domain/auth.errors';
import { FAILURES_UNTIL_LOCK } from '../../domain/sign-in-lock';
import { SignInFailuresRepository } from '../../persistence/sign-in-failures.repository';
import { SessionsService } from '../sessions/sessions.service';
import { PasswordHasher } from './password-hasher';

const ATTEMPTS = { limit: 5, seconds: 60 };

type Session = Pick<Principal, 'userId' | 'sessionId'>;

/** Asks again for the password before changes that a stolen access token must not be able to make. */
@Injectable()
export class CurrentPassword {
  constructor(
    private readonly users: UsersService,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly failures: SignInFailuresRepository,
    private readonly throttles: Throttles,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Answers the hash that the password was right for, for `holdSame`. Ten wrong ones in a row end the session: whoever holds
   * it does not know the password.
   * @throws DomainError `current-password-required`, `wrong-password`; ThrottledError after five tries within a minute
   */
  async require(session: Session, given: string | undefined): Promise<string> {
    if (given === undefined) throw currentPasswordRequired();
    await this.throttles.consume('current-password', session.userId, ATTEMPTS);
    const stored = await this.users.findPasswordHash(session.userId);
    if (stored === undefined || !(await this.hasher.verify(given, stored))) return this.refuse(session);
    await this.throttles.forgive('current-password', session.userId);
    await this.failures.clear(scopeOf(session));
    return stored;
  }

  /**
   * First in the transaction of the change: checking took a while, in which the password may have been reset or the session
   * ended. Nothing of that happens any more until the transaction ends. @throws DomainError `unauthenticated`
   */
  async holdSame(session: Session, passwordHash?: string): Promise<void> {
    if (!(await this.sessions.holdSignedIn(session, passwordHash))) throw signInAgain();
  }

  /** It counts first, whether or not that can be recorded; an ending that could not be is made up for by the next failure. */
  private async refuse(session: Session): Promise<never> {
    const isLast = (await this.failures.add(scopeOf(session))) >= FAILURES_UNTIL_LOCK;
    await this.unitOfWork.run(() => this.recordFailure(session, isLast));
    throw wrongCurrentPassword();
  }

  private async recordFailure(session: Session, isLast: boolean): Promise<void> {
    const { userId, sessionId } = session;
    const subject = { type: 'user', id: userId } as const;
    const details = { reason: 'wrong-current-password', session: sessionId };
    await this.audit.record({ action: 'sign-in.failed', outcome: 'failure', subject, details });
    if (!isLast) return;
    await this.failures.clear(scopeOf(session));
    await this.sessions.endOne(userId, sessionId, 'wrong-current-passwords');
  }
}

const scopeOf = ({ sessionId }: Session): { accountKey: string; originKey: string } => ({
  accountKey: sessionId,
  originKey: 'current-password',
});
