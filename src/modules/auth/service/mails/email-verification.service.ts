import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../infra/database';
import { AuditLog } from '../../../audit';
import { UsersService } from '../../../users';
import { invalidMailedLink } from '../../domain/auth.errors';
import { SecondFactorsRepository } from '../../persistence/second-factors.repository';
import { AccountMails } from './account-mails.service';
import { MailedLinks } from './mailed-links.service';

/** Proves that an e-mail address belongs to its account. */
@Injectable()
export class EmailVerification {
  constructor(
    private readonly users: UsersService,
    private readonly links: MailedLinks,
    private readonly mails: AccountMails,
    private readonly factors: SecondFactorsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /** Sends the mail again. Answers alike whether the address has an account, needs the mail, or had too many of them. */
  async resend(email: string): Promise<void> {
    await this.mails.sendVerificationAgain(email);
  }

  /** Good once; signs nobody in. @throws DomainError `validation-failed` */
  async verify(token: string): Promise<{ isVerified: true }> {
    const link = await this.links.read('verify-email', token);
    await this.unitOfWork.run(async () => {
      const user = await this.users.find(link.userId);
      // The person before the link, as every change of credentials holds them.
      if (!user?.isActive || !(await this.users.markVerified(link.userId, link.email))) throw invalidMailedLink();
      await this.factors.markAddressVerified(link.userId);
      await this.links.use(link);
      const subject = { type: 'user', id: link.userId } as const;
      await this.audit.record({ action: 'account.email-verified', actorId: link.userId, subject });
    });
    return { isVerified: true };
  }
}
