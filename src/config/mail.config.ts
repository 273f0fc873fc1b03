import { IsEmail, Matches } from 'class-validator';
import { FromEnvironment } from './variable.decorator';

/** Outgoing mail. */
export class MailConfig {
  @FromEnvironment({ name: 'SMTP_URL', about: 'Mail server that delivers for the hub', secret: true })
  @Matches(/^smtps?:\/\/\S+$/, { message: 'must look like smtp://user:password@host:587' })
  readonly smtpUrl: string;

  @FromEnvironment({ name: 'MAIL_FROM', about: 'Sender address of all mail', default: 'no-reply@hub.example' })
  @IsEmail({ require_tld: false })
  readonly from: string;
}
