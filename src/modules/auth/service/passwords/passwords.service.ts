import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../infra/database';
import { type User, UsersService } from '../../../users';
import { AccountMails } from '../mails/account-mails.service';
import { CredentialChanges } from '../accounts/credential-changes.service';
import { PasswordHasher } from './password-hasher';
import { PasswordPolicy } from './password-policy.service';

export interface NewPassword {
  readonly password: string;
  /** Field of the request, for the error. */
  readonly field: string;
  /** Goes on; all other sessions end. */
  readonly keepSessionId?: string;
}

/** Puts a new password in the place of the old one. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly users: UsersService,
    private readonly policy: PasswordPolicy,
    private readonly hasher: PasswordHasher,
    private readonly changes: CredentialChanges,
    private readonly mails: AccountMails,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @param alongside done in the same transaction; when it fails, the old password stays. @throws DomainError `validation-failed` */
  async replace(
    user: User,
    { password, field, keepSessionId }: NewPassword,
    alongside: () => Promise<void>,
  ): Promise<void> {
    this.policy.check(password, user, field);
    const hash = await this.hasher.hash(password);
    await this.unitOfWork.run(async () => {
      await alongside();
      await this.users.changePasswordHash(user.id, hash);
      await this.changes.revoke(user.id, keepSessionId);
      await this.mails.tellOfChangedPassword(user.id);
    });
  }
}
