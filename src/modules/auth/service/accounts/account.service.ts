import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../common/auth/principal';
import type { ExpectedVersions } from '../../../../common/http/entity-tag';
import { UnitOfWork } from '../../../../infra/database';
import { AuditLog } from '../../../audit';
import { normaliseEmail, type ProfileChanges, type User, UsersService } from '../../../users';
import { AddressChange } from './address-change.service';
import { CurrentPassword } from '../passwords/current-password.service';
import { PasswordsService } from '../passwords/passwords.service';

export interface AccountChanges extends ProfileChanges {
  readonly email?: string;
  readonly currentPassword?: string;
}

/** What people do with their own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly users: UsersService,
    private readonly currentPassword: CurrentPassword,
    private readonly passwords: PasswordsService,
    private readonly addressChange: AddressChange,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError `not-found` */
  get(userId: string): Promise<User> {
    return this.users.get(userId);
  }

  /**
   * A new e-mail address needs the current password, has to be verified, ends all other sessions, and is told to the old one.
   * One that somebody has is refused, and told to its owner.
   * @throws DomainError `stale`, `email-taken`, `current-password-required`, `wrong-password`; ThrottledError
   */
  async update(
    principal: Principal,
    { email, currentPassword, ...profile }: AccountChanges,
    expected?: ExpectedVersions,
  ): Promise<User> {
    const { userId } = principal;
    const before = await this.users.get(userId);
    const newEmail = email === undefined ? before.email : normaliseEmail(email);
    const isMoving = newEmail !== before.email;
    const passwordHash = isMoving ? await this.currentPassword.require(principal, currentPassword) : undefined;
    const change = (): Promise<User> =>
      this.unitOfWork.run(async () => {
        await this.currentPassword.holdSame(principal, passwordHash);
        await this.users.changeProfile(userId, profile, expected);
        if (isMoving) await this.addressChange.move(principal, before, newEmail);
        return this.users.get(userId);
      });
    return isMoving ? this.addressChange.attempt(userId, newEmail, change) : change();
  }

  /** Ends all other sessions. @throws DomainError `validation-failed`, `current-password-required`, `wrong-password`; ThrottledError */
  async changePassword(principal: Principal, currentPassword: string | undefined, newPassword: string): Promise<void> {
    const passwordHash = await this.currentPassword.require(principal, currentPassword);
    const user = await this.users.get(principal.userId);
    const change = { password: newPassword, field: 'newPassword', keepSessionId: principal.sessionId };
    await this.passwords.replace(user, change, async () => {
      await this.currentPassword.holdSame(principal, passwordHash);
      await this.audit.record({ action: 'password.changed', subject: { type: 'user', id: user.id } });
    });
  }

  /**
   * Removes the person with everything that is theirs alone; the audit log keeps what happened, under a name that leads to
   * nobody. @throws DomainError `stale`, `last-admin`, `current-password-required`, `wrong-password`; ThrottledError
   */
  async delete(principal: Principal, currentPassword: string | undefined, expected?: ExpectedVersions): Promise<void> {
    const passwordHash = await this.currentPassword.require(principal, currentPassword);
    await this.unitOfWork.run(async () => {
      await this.currentPassword.holdSame(principal, passwordHash);
      await this.users.delete(principal.userId, expected);
    });
  }
}
