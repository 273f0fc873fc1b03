import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../audit';
import { UsersService } from '../../../users';
import { passwordFingerprint } from '../../domain/password-fingerprint';
import { invalidCredentials, secondFactorNeeded } from '../../domain/auth.errors';
import { PasswordHasher } from '../passwords/password-hasher';
import { SecondFactors } from '../second-factor/second-factors.service';
import { SessionsService, type TokenPair } from './sessions.service';
import { type Attempt, SignInGuard } from './sign-in-guard.service';
import { SECOND_FACTOR_CHALLENGE_SECONDS, TokensService } from './tokens.service';

@Injectable()
export class SignInService {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly secondFactors: SecondFactors,
    private readonly tokens: TokensService,
    private readonly guard: SignInGuard,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Whatever is wrong, the answer is the same and takes as long.
   * @throws DomainError `invalid-credentials`, `mfa-required` with a token for the challenge, `busy`; ThrottledError
   */
  async signIn(email: string, password: string): Promise<TokenPair> {
    this.passwords.refuseWhenBusy();
    const attempt = await this.guard.admit(email);
    const user = await this.users.findForLogin(email);
    const isRight = user
      ? await this.passwords.verify(password, user.passwordHash)
      : await this.passwords.verifyNobody(password);
    if (!user || !isRight || !user.isActive || attempt.isLocked) {
      const reason = attempt.isLocked ? 'locked' : !user ? 'unknown' : isRight ? 'inactive' : 'wrong-password';
      return this.refuse(attempt, reason, user?.id);
    }
    await this.guard.noteSuccess(attempt);
    const passwordHash = await this.upgraded(user.id, password, user.passwordHash);
    if (await this.secondFactors.isRequiredFor(user.id)) {
      const challenge = await this.tokens.signSecondFactorChallenge(user.id, passwordFingerprint(passwordHash));
      throw secondFactorNeeded(challenge, SECOND_FACTOR_CHALLENGE_SECONDS);
    }
    return this.sessions.open(user.id, 'password', passwordHash);
  }

  private async refuse(attempt: Attempt, reason: string, userId: string | undefined): Promise<never> {
    await this.guard.noteFailure(attempt, userId);
    await this.audit.record({
      action: 'sign-in.failed',
      outcome: 'failure',
      actorId: null,
      ...(userId ? { subject: { type: 'user', id: userId } } : {}),
      details: { reason, account: attempt.scope.accountKey },
    });
    throw invalidCredentials();
  }

  /** Hashes made with older parameters are replaced while the password is at hand. */
  private async upgraded(userId: string, password: string, stored: string): Promise<string> {
    if (!this.passwords.needsUpgrade(stored)) return stored;
    const renewed = await this.passwords.hash(password);
    return (await this.users.renewPasswordHash(userId, stored, renewed)) ? renewed : stored;
  }
}
