import { Injectable } from '@nestjs/common';
import { generateSecret } from 'otplib';
import type { Principal } from '../../../../common/auth/principal';
import { notFound } from '../../../../common/errors/domain-error';
import { Clock } from '../../../../common/time/clock';
import { UnitOfWork } from '../../../../infra/database';
import { AuditLog, type NewAuditEvent } from '../../../audit';
import { UsersService } from '../../../users';
import { inGroups, RECOVERY_CODE_BYTES, RECOVERY_CODES, recoveryCodeHash } from '../../domain/recovery-code';
import { otpauthUrl, type SecondFactor } from '../../domain/second-factor';
import { invalidCode, noSecondFactor, ownSecondFactor, secondFactorExists } from '../../domain/second-factor.errors';
import { SecondFactorsRepository } from '../../persistence/second-factors.repository';
import { AccountMails } from '../mails/account-mails.service';
import { CurrentPassword } from '../passwords/current-password.service';
import { SecondFactorGuard } from './second-factor-guard.service';
import { SecondFactorSecrets } from './second-factor-secrets.service';
import { SessionsService } from '../sessions/sessions.service';

/** As long as the hash of the codes, which RFC 4226 section 4 advises. */
const SECRET_BYTES = 20;

/** What an authenticator app needs; shown once. */
export interface Enrolment {
  /** Base 32. */
  readonly secret: string;
  readonly otpauthUrl: string;
}

/** Sets second factors up and takes them away again. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly secrets: SecondFactorSecrets,
    private readonly guard: SecondFactorGuard,
    private readonly currentPassword: CurrentPassword,
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
    private readonly mails: AccountMails,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Whether the password alone does not sign this person in. */
  isRequiredFor(userId: string): Promise<boolean> {
    return this.factors.isConfirmed(userId);
  }

  /**
   * A new secret, which does nothing before `confirm`; an earlier unconfirmed one is forgotten. Asks for the password unless
   * it was given a moment ago: a stolen access token must not be able to set up a factor.
   * @throws DomainError `current-password-required`, `wrong-password`, `second-factor-exists`
   */
  async enrol(principal: Principal, currentPassword: string | undefined): Promise<Enrolment> {
    const { userId, sessionId } = principal;
    const isNeeded = currentPassword !== undefined || !(await this.sessions.isFresh(sessionId));
    const passwordHash = isNeeded ? await this.currentPassword.require(principal, currentPassword) : undefined;
    const { email } = await this.users.get(userId);
    const secret = generateSecret({ length: SECRET_BYTES });
    const isBegun = await this.unitOfWork.run(async () => {
      await this.currentPassword.holdSame(principal, passwordHash);
      return this.factors.begin(userId, this.secrets.seal(userId, secret), this.clock.now());
    });
    if (!isBegun) throw secondFactorExists();
    return { secret, otpauthUrl: otpauthUrl(secret, email) };
  }

  /**
   * Turns the factor on with a first code and ends the other sessions; answers the recovery codes.
   * @throws DomainError `no-second-factor`, `second-factor-exists`, `validation-failed` for the code; ThrottledError
   */
  async confirm(principal: Principal, code: string): Promise<readonly string[]> {
    const { userId, sessionId } = principal;
    await this.unitOfWork.run(() => this.holdUnconfirmed(principal));
    await this.guard.admitSetUp(userId);
    const recoveryCodes = await this.unitOfWork.run(async () => {
      const factor = await this.holdUnconfirmed(principal);
      const verified = this.secrets.verify(factor, code, this.clock.now());
      if (!verified) throw invalidCode();
      const { isVerified } = await this.users.get(userId);
      await this.factors.confirm(userId, verified.step, isVerified, this.clock.now());
      await this.sessions.endOthers(userId, sessionId);
      await this.mails.tellOfChangedSecondFactor(userId);
      await this.audit.record({ action: 'second-factor.enrolled', subject: { type: 'user', id: userId } });
      return this.replaceRecoveryCodes(userId);
    });
    await this.guard.noteSetUp(await this.users.get(userId));
    return recoveryCodes;
  }

  /**
   * New recovery codes in place of all older ones.
   * @throws DomainError `current-password-required`, `wrong-password`, `no-second-factor`
   */
  async renewRecoveryCodes(principal: Principal, currentPassword: string | undefined): Promise<readonly string[]> {
    const { userId } = principal;
    const passwordHash = await this.currentPassword.require(principal, currentPassword);
    return this.unitOfWork.run(async () => {
      await this.currentPassword.holdSame(principal, passwordHash);
      const factor = await this.factors.hold(userId);
      if (!factor?.confirmedAt) throw noSecondFactor();
      await this.audit.record({
        action: 'second-factor.recovery-codes-renewed',
        subject: { type: 'user', id: userId },
      });
      return this.replaceRecoveryCodes(userId);
    });
  }

  /**
   * Takes the own factor away and ends the other sessions.
   * @throws DomainError `current-password-required`, `wrong-password`, `not-found`
   */
  async remove(principal: Principal, currentPassword: string | undefined): Promise<void> {
    const { userId, sessionId } = principal;
    const passwordHash = await this.currentPassword.require(principal, currentPassword);
    await this.unitOfWork.run(async () => {
      await this.currentPassword.holdSame(principal, passwordHash);
      await this.removeAndTell(userId, () => this.sessions.endOthers(userId, sessionId));
    });
  }

  /**
   * For a person who lost both the app and the recovery codes; ends all sessions of that person.
   * @throws DomainError `own-second-factor`, `not-found`
   */
  async removeOf(principal: Principal, userId: string): Promise<void> {
    if (principal.userId === userId) throw ownSecondFactor();
    await this.removeAndTell(userId, () => this.sessions.endAll(userId));
  }

  /**
   * A factor that was set up before anybody had proved the mailbox may be that of anybody who typed the address, and would
   * keep its owner out for ever. In the transaction of the first proof, before the address is taken for verified. Any other
   * one stays: an account that moved to a mistyped address is not given to whoever reads mail there.
   */
  async removeUnproved(userId: string): Promise<void> {
    await this.sessions.holdAccount(userId);
    const [user, factor] = [await this.users.find(userId), await this.factors.hold(userId)];
    if (user?.isVerified === false && factor?.addressVerified === false) {
      await this.take(userId, { actorId: userId, details: { reason: 'address-proved' } });
    }
  }

  private async removeAndTell(userId: string, endSessions: () => Promise<void>): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.sessions.holdAccount(userId);
      if (!(await this.take(userId))) throw notFound('second factor');
      await endSessions();
    });
  }

  private async take(userId: string, event: Pick<NewAuditEvent, 'actorId' | 'details'> = {}): Promise<boolean> {
    if (!(await this.factors.remove(userId))) return false;
    await this.mails.tellOfChangedSecondFactor(userId);
    await this.audit.record({ action: 'second-factor.removed', subject: { type: 'user', id: userId }, ...event });
    return true;
  }

  private async holdUnconfirmed(principal: Principal): Promise<SecondFactor> {
    await this.currentPassword.holdSame(principal);
    const factor = await this.factors.hold(principal.userId);
    if (!factor) throw noSecondFactor();
    if (factor.confirmedAt) throw secondFactorExists();
    return factor;
  }

  private async replaceRecoveryCodes(userId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () =>
      inGroups(generateSecret({ length: RECOVERY_CODE_BYTES })),
    );
    await this.factors.replaceRecoveryCodes(userId, codes.map(recoveryCodeHash));
    return codes;
  }
}
