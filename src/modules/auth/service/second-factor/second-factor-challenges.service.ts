import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../common/time/clock';
import { UnitOfWork } from '../../../../infra/database';
import { AuditLog } from '../../../audit';
import { type User, UsersService } from '../../../users';
import { passwordFingerprint } from '../../domain/password-fingerprint';
import { recoveryCodeHash } from '../../domain/recovery-code';
import type { SecondFactorProof } from '../../domain/second-factor';
import { secondFactorRefused } from '../../domain/second-factor.errors';
import { SecondFactorsRepository } from '../../persistence/second-factors.repository';
import { SecondFactorGuard } from './second-factor-guard.service';
import { SecondFactorSecrets } from './second-factor-secrets.service';
import { SessionsService, type TokenPair } from '../sessions/sessions.service';
import { TokensService } from '../sessions/tokens.service';

interface Challenged {
  readonly user: User;
  readonly passwordHash: string;
  /** Of the one session that the challenge may open. */
  readonly sessionId: string;
}

/** The second half of signing in, for those who have a second factor. */
@Injectable()
export class SecondFactorChallenges {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly secrets: SecondFactorSecrets,
    private readonly guard: SecondFactorGuard,
    private readonly sessions: SessionsService,
    private readonly tokens: TokensService,
    private readonly users: UsersService,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session for the challenge of a sign-in and a code, neither of which was ever used. Whatever is wrong, the answer is the same.
   * @throws DomainError `invalid-code`; ThrottledError
   */
  async meet(challenge: string, proof: SecondFactorProof): Promise<TokenPair> {
    const challenged = await this.challenged(challenge);
    if (!challenged) return this.refuse(null, { reason: 'invalid-challenge', method: proof.method });
    const { user } = challenged;
    const attempt = await this.guard.admit(user);
    const pair = attempt.isLocked ? undefined : await this.open(challenged, proof);
    if (!pair) {
      await this.guard.noteFailure(attempt, user.id);
      return this.refuse(user.id, { reason: attempt.isLocked ? 'locked' : 'wrong-code', method: proof.method });
    }
    await this.guard.noteSuccess(user);
    return pair;
  }

  /** Nobody when the challenge is too old, and when the password or the account is another one since then. */
  private async challenged(challenge: string): Promise<Challenged | undefined> {
    const subject = await this.tokens.verifySecondFactorChallenge(challenge);
    const user = subject && (await this.users.find(subject.userId));
    const passwordHash = user?.isActive ? await this.users.findPasswordHash(user.id) : undefined;
    if (!subject || !user || passwordHash === undefined) return undefined;
    const isSame = passwordFingerprint(passwordHash) === subject.passwordFingerprint;
    return isSame ? { user, passwordHash, sessionId: subject.sessionId } : undefined;
  }

  /** A code and the challenge are used up only together with the session that they open. */
  private open(
    { user, passwordHash, sessionId }: Challenged,
    { method, code }: SecondFactorProof,
  ): Promise<TokenPair | undefined> {
    const userId = user.id;
    return this.unitOfWork.run(async () => {
      await this.sessions.holdAccount(userId);
      if (await this.sessions.wasOpened(sessionId)) return undefined;
      const isGood = method === 'totp' ? await this.useCode(userId, code) : await this.useRecoveryCode(userId, code);
      return isGood ? this.sessions.open(userId, `password+${method}`, passwordHash, sessionId) : undefined;
    });
  }

  private async useCode(userId: string, code: string): Promise<boolean> {
    const factor = await this.factors.hold(userId);
    const verified = factor?.confirmedAt && this.secrets.verify(factor, code, this.clock.now());
    return verified ? this.factors.acceptStep(userId, verified.step, verified.sealed) : false;
  }

  private async useRecoveryCode(userId: string, code: string): Promise<boolean> {
    if (!(await this.factors.useRecoveryCode(userId, recoveryCodeHash(code), this.clock.now()))) return false;
    const left = await this.factors.countUnusedRecoveryCodes(userId);
    await this.audit.record({
      action: 'second-factor.recovery-code-used',
      actorId: userId,
      subject: { type: 'user', id: userId },
      details: { left },
    });
    return true;
  }

  private async refuse(userId: string | null, details: Readonly<Record<string, string>>): Promise<never> {
    await this.audit.record({
      action: 'second-factor.failed',
      outcome: 'failure',
      actorId: null,
      ...(userId ? { subject: { type: 'user', id: userId } } : {}),
      details,
    });
    throw secondFactorRefused();
  }
}
