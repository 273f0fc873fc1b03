import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../common/auth/principal';
import type { ExpectedVersions } from '../../../../common/http/entity-tag';
import { UnitOfWork } from '../../../../infra/database';
import { AuditLog } from '../../../audit';
import { type User, UsersService } from '../../../users';
import { ownAccount } from '../../domain/auth.errors';
import { CredentialChanges } from './credential-changes.service';
import { SignInGuard } from '../sessions/sign-in-guard.service';

/** What administrators do with other people's access. */
@Injectable()
export class AccountAdministration {
  constructor(
    private readonly users: UsersService,
    private readonly changes: CredentialChanges,
    private readonly guard: SignInGuard,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Signs the person out everywhere and lets nobody in until `activate`.
   * @throws DomainError `not-found`, `stale`, `last-admin`, `own-account`
   */
  deactivate(principal: Principal, userId: string, expected?: ExpectedVersions): Promise<User> {
    return this.unitOfWork.run(async () => {
      const user = await this.users.setActive(userId, false, expected);
      refuseOwn(principal, userId);
      await this.changes.revoke(userId);
      return user;
    });
  }

  /** Erases the person: `UsersService.delete`. @throws DomainError `not-found`, `stale`, `last-admin`, `own-account` */
  delete(principal: Principal, userId: string, expected?: ExpectedVersions): Promise<void> {
    return this.unitOfWork.run(async () => {
      await this.users.delete(userId, expected);
      refuseOwn(principal, userId);
    });
  }

  /** Old sessions stay ended. @throws DomainError `not-found`, `stale` */
  activate(userId: string, expected?: ExpectedVersions): Promise<User> {
    return this.users.setActive(userId, true, expected);
  }

  /** Lifts the lock that failed sign-ins put on an account. @throws DomainError `not-found` */
  async unlock(userId: string): Promise<User> {
    const user = await this.users.get(userId);
    await this.guard.unlock(user.email);
    await this.audit.record({ action: 'account.unlocked', subject: { type: 'user', id: userId } });
    return user;
  }
}

/** Last, and undoes the transaction: what the hub cannot do without, its last administrator, is the better answer. */
const refuseOwn = (principal: Principal, userId: string): void => {
  if (principal.userId === userId) throw ownAccount();
};
