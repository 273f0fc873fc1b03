import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../audit';
import { UsersService } from '../../../users';
import { invalidMailedLink } from '../../domain/auth.errors';
import { AccountMails } from '../mails/account-mails.service';
import { MailedLinks } from '../mails/mailed-links.service';
import { PasswordsService } from './passwords.service';
import { SecondFactors } from '../second-factor/second-factors.service';
import { SignInGuard } from '../sessions/sign-in-guard.service';

/** A new password for whoever reads the account's mail. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly users: UsersService,
    private readonly links: MailedLinks,
    private readonly mails: AccountMails,
    private readonly passwords: PasswordsService,
    private readonly secondFactors: SecondFactors,
    private readonly guard: SignInGuard,
    private readonly audit: AuditLog,
  ) {}

  /** Does the same for every address; whether it has an account is found out when the mail is put together. */
  async request(email: string): Promise<void> {
    const details = { account: this.guard.accountKeyOf(email) };
    await this.audit.record({ action: 'password.reset-requested', actorId: null, details });
    await this.mails.sendReset(email);
  }

  /**
   * Sets the password, ends all sessions, lifts locks, and takes the address for verified: the link was mailed there. The
   * second factor stays, because this proves one factor only, unless it was set up before anybody had proved the mailbox.
   * @throws DomainError `validation-failed` for the token or for the password; a refused password leaves the token good
   */
  async reset(token: string, password: string): Promise<void> {
    const link = await this.links.read('reset-password', token);
    const user = await this.users.find(link.userId);
    if (!user?.isActive || user.email !== link.email) throw invalidMailedLink();
    await this.passwords.replace(user, { password, field: 'password' }, async () => {
      // The person before the link, as every change of credentials holds them.
      await this.secondFactors.removeUnproved(user.id);
      if (!(await this.users.markVerified(user.id, link.email))) throw invalidMailedLink();
      await this.links.use(link);
      const subject = { type: 'user', id: user.id } as const;
      await this.audit.record({ action: 'password.reset', actorId: user.id, subject });
    });
    await this.guard.forgivePasswords(user.email);
  }
}
