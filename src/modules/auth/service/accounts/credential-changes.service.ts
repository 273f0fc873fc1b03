import { Injectable } from '@nestjs/common';
import { MailedLinks } from '../mails/mailed-links.service';
import { SessionsService } from '../sessions/sessions.service';

/** What follows from every change of what somebody signs in with. */
@Injectable()
export class CredentialChanges {
  constructor(
    private readonly sessions: SessionsService,
    private readonly links: MailedLinks,
  ) {}

  /** Ends the sessions that were opened with the old credentials and makes links mailed before void; in the open transaction. */
  async revoke(userId: string, keepSessionId?: string): Promise<void> {
    await this.sessions.endAll(userId, keepSessionId);
    await this.links.void(userId);
  }
}
