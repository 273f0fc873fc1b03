import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../../common/auth/public.decorator';
import { Throttle } from '../../../infra/throttling';
import { EmailVerification } from '../service/mails/email-verification.service';
import { PasswordReset } from '../service/passwords/password-reset.service';
import { EmailRequest } from './email.request';
import { ResetPasswordRequest } from './reset-password.request';
import { VerifiedResponse } from './verified.response';
import { VerifyEmailRequest } from './verify-email.request';

const ASK = { limit: 1_000, seconds: 3_600, by: 'network' } as const;
const USE = { limit: 100, seconds: 600, by: 'address' } as const;

/** Everything that goes by a link in a mail. */
@ApiTags('auth')
@Controller('auth')
export class MailedLinksController {
  constructor(
    private readonly passwords: PasswordReset,
    private readonly verification: EmailVerification,
  ) {}

  /** Mails a link for a new password, if the address has an account. The answer never tells. */
  @Post('forgot-password')
  @HttpCode(202)
  @Public()
  @Throttle({ name: 'forgot-password', ...ASK })
  async forgotPassword(@Body() { email }: EmailRequest): Promise<void> {
    await this.passwords.request(email);
  }

  /** Sets a new password with a mailed link and ends all sessions. The link is good once. */
  @Post('reset-password')
  @HttpCode(204)
  @Public()
  @Throttle({ name: 'reset-password', ...USE })
  async resetPassword(@Body() { token, password }: ResetPasswordRequest): Promise<void> {
    await this.passwords.reset(token, password);
  }

  /** Confirms an e-mail address with a mailed link. Signs nobody in. The link is good once. */
  @Post('verify-email')
  @HttpCode(200)
  @Public()
  @Throttle({ name: 'verify-email', ...USE })
  async verifyEmail(@Body() { token }: VerifyEmailRequest): Promise<VerifiedResponse> {
    return this.verification.verify(token);
  }

  /** Mails the link again, if the address has an account that needs it. The answer never tells. */
  @Post('resend-verification')
  @HttpCode(202)
  @Public()
  @Throttle({ name: 'resend-verification', ...ASK })
  async resendVerification(@Body() { email }: EmailRequest): Promise<void> {
    await this.verification.resend(email);
  }
}
