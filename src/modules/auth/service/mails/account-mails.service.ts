import { Injectable } from '@nestjs/common';
import { OutgoingMails } from '../../../mail';
import { normaliseEmail, UsersService } from '../../../users';
import { MailAllowance, type MailAllowanceKind } from './mail-allowance.service';

/** Kinds of mails about an account. */
export const AccountMail = {
  VerifyEmail: 'verify-email',
  ResetPassword: 'reset-password',
  AddressTaken: 'address-taken',
  PasswordChanged: 'password-changed',
  EmailChanged: 'email-changed',
  SecondFactorChanged: 'second-factor-changed',
  NewDevice: 'new-device',
} as const;

/** Puts mails about accounts into the outgoing ones, in the open transaction. What they say is made when they are sent. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly mails: OutgoingMails,
    private readonly users: UsersService,
    private readonly allowance: MailAllowance,
  ) {}

  /**
   * To whatever address was given: whether it has an account is looked up when the mail is put together, so that the answer
   * takes as long. Silently not at all when the address had its links of this hour.
   */
  async sendVerification(email: string): Promise<void> {
    await this.sendToStranger(email, AccountMail.VerifyEmail, 'link');
  }

  /** As `sendVerification`. */
  async sendReset(email: string): Promise<void> {
    await this.sendToStranger(email, AccountMail.ResetPassword, 'link');
  }

  /** Somebody tried to register with an address that has an account: told once a day. */
  async tellOfSecondRegistration(email: string): Promise<void> {
    await this.sendToStranger(email, AccountMail.AddressTaken, 'second-registration');
  }

  /** Nothing is kept of an address that its person has given up. */
  async forgetAddress(email: string): Promise<void> {
    await this.mails.forgetAddress(email);
  }

  /** To the address before the change: the new one is asked to verify. */
  async tellOfChangedEmail(userId: string, oldEmail: string): Promise<void> {
    await this.mails.enqueue({ kind: AccountMail.EmailChanged, recipient: oldEmail, userId });
  }

  tellOfChangedPassword(userId: string): Promise<void> {
    return this.tell(userId, AccountMail.PasswordChanged);
  }

  tellOfChangedSecondFactor(userId: string): Promise<void> {
    return this.tell(userId, AccountMail.SecondFactorChanged);
  }

  tellOfNewDevice(userId: string): Promise<void> {
    return this.tell(userId, AccountMail.NewDevice);
  }

  private async sendToStranger(email: string, kind: string, allowance: MailAllowanceKind): Promise<void> {
    if (!(await this.allowance.take(allowance, email))) return;
    await this.mails.enqueue({ kind, recipient: normaliseEmail(email), userId: null });
  }

  private async tell(userId: string, kind: string): Promise<void> {
    const { email } = await this.users.get(userId);
    await this.mails.enqueue({ kind, recipient: email, userId });
  }
}
