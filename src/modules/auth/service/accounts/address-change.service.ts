import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../common/auth/principal';
import { DomainError } from '../../../../common/errors/domain-error';
import { UnitOfWork } from '../../../../infra/database';
import { Throttles } from '../../../../infra/throttling';
import { AuditLog } from '../../../audit';
import { type User, UsersService } from '../../../users';
import { AccountMails } from '../mails/account-mails.service';
import { CredentialChanges } from './credential-changes.service';

const ATTEMPTS = { limit: 5, seconds: 60 * 60 };

/** Moves accounts to other e-mail addresses. */
@Injectable()
export class AddressChange {
  constructor(
    private readonly users: UsersService,
    private readonly changes: CredentialChanges,
    private readonly mails: AccountMails,
    private readonly throttles: Throttles,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Around the transaction of the change. Its refusal tells that the address has an account: that is noted and told to its
   * owner, and every attempt counts, because a success tells as much.
   * @throws ThrottledError after five attempts within an hour; whatever `change` throws
   */
  async attempt<T>(userId: string, newEmail: string, change: () => Promise<T>): Promise<T> {
    await this.throttles.consume('address-change', userId, ATTEMPTS);
    try {
      return await change();
    } catch (error) {
      if (error instanceof DomainError && error.code === 'email-taken') await this.noteTaken(userId, newEmail);
      throw error;
    }
  }

  /** In the open transaction. The old address is told only if it was proved to be this person's: it may be a stranger's. */
  async move(
    { userId, sessionId }: Principal,
    { email: oldEmail, isVerified: isOldVerified }: User,
    newEmail: string,
  ): Promise<void> {
    await this.users.changeEmail(userId, newEmail);
    await this.changes.revoke(userId, sessionId);
    await this.mails.forgetAddress(oldEmail);
    if (isOldVerified) await this.mails.tellOfChangedEmail(userId, oldEmail);
    await this.mails.sendVerification(newEmail);
    await this.audit.record({
      action: 'account.email-changed',
      subject: { type: 'user', id: userId },
      before: { email: oldEmail },
      after: { email: newEmail },
    });
  }

  private async noteTaken(userId: string, email: string): Promise<void> {
    const subject = { type: 'user', id: userId } as const;
    const details = { reason: 'email-taken' };
    await this.unitOfWork.run(async () => {
      await this.mails.tellOfTakenAddress(email);
      await this.audit.record({ action: 'account.email-changed', outcome: 'failure', subject, details });
    });
  }
}
