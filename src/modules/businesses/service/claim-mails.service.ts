import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MailContent, MailTemplates, OutgoingMails, type QueuedMail } from '../../mail';
import { UsersService } from '../../users';
import type { BusinessClaim } from '../domain/claim';
import { ClaimsRepository } from '../persistence/claims.repository';

const CLAIM_DECIDED = 'business-claim-decided';

const confirmation = ({ companyName, reason }: BusinessClaim): MailContent => ({
  subject: 'Your claim of a profile was confirmed',
  paragraphs: [
    `The profile of ${companyName} at the Utah Government Contracting Hub belongs to your account now.`,
    `What the administrators say: ${reason}`,
  ],
});

const refusal = ({ companyName, reason }: BusinessClaim): MailContent => ({
  subject: 'Your claim of a profile was refused',
  paragraphs: [
    `Your claim of the profile of ${companyName} at the Utah Government Contracting Hub was refused.`,
    `What the administrators say: ${reason}`,
  ],
});

/** Tells people what became of their claims. */
@Injectable()
export class ClaimMails implements OnModuleInit {
  constructor(
    private readonly mails: OutgoingMails,
    private readonly templates: MailTemplates,
    private readonly users: UsersService,
    private readonly claims: ClaimsRepository,
  ) {}

  onModuleInit(): void {
    this.templates.register(CLAIM_DECIDED, { compose: (mail) => this.compose(mail) });
  }

  /** In the open transaction. Answers the id of the mail: the claim keeps it, and the mail finds the claim by it. */
  async tell(claimantId: string): Promise<string> {
    const { email } = await this.users.get(claimantId);
    return this.mails.enqueue({ kind: CLAIM_DECIDED, recipient: email, userId: claimantId });
  }

  /** Nothing to an address that may be a stranger's. */
  private async compose({ id, userId }: QueuedMail): Promise<MailContent | undefined> {
    const claim = await this.claims.findByMail(id);
    const claimant = userId === null ? null : await this.users.find(userId);
    if (!claim || !claimant?.isActive || !claimant.isVerified) return undefined;
    return claim.status === 'confirmed' ? confirmation(claim) : refusal(claim);
  }
}
