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

  /** To an address that an account has just got. Silently not at all when it had its mails of this hour, as all below. */
  async sendVerification(email: string): Promise<void> {
    await this.send(email, AccountMail.VerifyEmail, 'verification');
  }

  /**
   * To whatever address was given, as anybody may ask: whether it has an account is looked up when the mail is put together,
   * so that the answer takes as long.
   */
  async sendVerificationAgain(email: string): Promise<void> {
    await this.send(email, AccountMail.VerifyEmail, 'verification-again');
  }

  /** As `sendVerificationAgain`. */
  async sendReset(email: string): Promise<void> {
    await this.send(email, AccountMail.ResetPassword, 'reset');
  }

  /** Somebody wanted an address that has an account, by registering or by moving there: told once a day. */
  async tellOfTakenAddress(email: string): Promise<void> {
    await this.send(email, AccountMail.AddressTaken, 'address-taken');
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

  /** An address need not be its account's: whoever registers somebody else's cannot fill that mailbox with notices either. */
  private async tell(userId: string, kind: string): Promise<void> {
    const { email } = await this.users.get(userId);
    await this.send(email, kind, 'notice', userId);
  }

  private async send(
    email: string,
    kind: string,
    allowance: MailAllowanceKind,
    userId: string | null = null,
  ): Promise<void> {
    if (!(await this.allowance.take(allowance, email))) return;
    await this.mails.enqueue({ kind, recipient: normaliseEmail(email), userId });
  }
}
