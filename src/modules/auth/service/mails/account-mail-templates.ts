import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MailContent, MailTemplates, type QueuedMail } from '../../../mail';
import { UsersService } from '../../../users';
import { LINK_MINUTES, type LinkPurpose } from '../../domain/mailed-link';
import { AccountMail } from './account-mails.service';
import { MailedLinks } from './mailed-links.service';

const NOT_YOU = 'If this was not you, change your password now and end all other sessions.';

const verification = (url: string): MailContent => ({
  subject: 'Confirm your e-mail address',
  paragraphs: [
    'Please confirm that this address belongs to your account at the Utah Government Contracting Hub.',
    `The link is good once, for ${LINK_MINUTES['verify-email'] / 60} hours. If you did not ask for it, do nothing.`,
  ],
  action: { label: 'Confirm this address', url },
});

const reset = (url: string): MailContent => ({
  subject: 'Choose a new password',
  paragraphs: [
    'Somebody, probably you, asked for a new password for your account at the Utah Government Contracting Hub.',
    `The link is good once, for ${LINK_MINUTES['reset-password']} minutes. If you did not ask for it, do nothing: your password stays as it is.`,
  ],
  action: { label: 'Choose a new password', url },
});

/** Notices have nothing to click: whoever fakes one has nothing to imitate. */
const notice = (subject: string, ...paragraphs: string[]): MailContent => ({ subject, paragraphs });

const notices: readonly (readonly [kind: string, content: MailContent])[] = [
  [
    AccountMail.AddressTaken,
    notice(
      'You have an account already',
      'Somebody wanted to use this address for another account at the Utah Government Contracting Hub, where it has one.',
      'If it was you, sign in, or ask for a new password. If it was not, nothing has changed and there is nothing to do.',
    ),
  ],
  [
    AccountMail.PasswordChanged,
    notice('Your password was changed', 'The password of your account was changed; all other sessions ended.', NOT_YOU),
  ],
  [
    AccountMail.EmailChanged,
    notice(
      'Your e-mail address was changed',
      'Your account at the Utah Government Contracting Hub now has another e-mail address. This is the last mail to this one.',
      'If this was not you, write to the administrators of the hub at once.',
    ),
  ],
  [
    AccountMail.SecondFactorChanged,
    notice(
      'Your second factor was changed',
      'A second factor was set up for your account or removed from it.',
      NOT_YOU,
    ),
  ],
  [
    AccountMail.NewDevice,
    notice(
      'Your account was used from a new device',
      'Somebody signed in to your account from a device that it was never used from before. The list of your sessions says which.',
      NOT_YOU,
    ),
  ],
];

/** What the mails about accounts say. */
@Injectable()
export class AccountMailTemplates implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly users: UsersService,
    private readonly links: MailedLinks,
  ) {}

  onModuleInit(): void {
    for (const [kind, content] of notices) this.templates.register(kind, { compose: async () => content });
    this.templates.register(AccountMail.VerifyEmail, {
      compose: (mail) => this.composeLink(mail, 'verify-email', verification),
    });
    this.templates.register(AccountMail.ResetPassword, {
      compose: (mail) => this.composeLink(mail, 'reset-password', reset),
    });
  }

  /** Nothing for an address that nobody has, or that needs no such link. */
  private async composeLink(
    mail: QueuedMail,
    purpose: LinkPurpose,
    content: (url: string) => MailContent,
  ): Promise<MailContent | undefined> {
    const user = await this.users.findForLogin(mail.recipient);
    if (!user?.isActive || (purpose === 'verify-email' && user.isVerified)) return undefined;
    const url = await this.links.issue({ id: mail.id, userId: user.id, purpose, email: user.email });
    return url === undefined ? undefined : content(url);
  }
}
