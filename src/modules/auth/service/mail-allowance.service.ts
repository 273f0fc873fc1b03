import { Injectable } from '@nestjs/common';
import { ThrottledError, Throttles } from '../../../infra/throttling';
import { AccountPseudonyms } from './account-pseudonyms';

const MAILS = { limit: 5, seconds: 60 * 60 };

/** Nobody's mailbox is filled by strangers who ask for links again and again. */
@Injectable()
export class MailAllowance {
  constructor(
    private readonly throttles: Throttles,
    private readonly pseudonyms: AccountPseudonyms,
  ) {}

  /** Counts one mail for this address; true when it had its five of this hour. The caller answers as if the mail were sent. */
  async isSpent(email: string): Promise<boolean> {
    try {
      await this.throttles.consume('mailed-links', this.pseudonyms.ofEmail(email), MAILS);
      return false;
    } catch (error) {
      if (error instanceof ThrottledError) return true;
      throw error;
    }
  }
}
