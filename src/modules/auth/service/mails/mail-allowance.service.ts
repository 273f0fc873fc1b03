import { Injectable } from '@nestjs/common';
import { type Limit, ThrottledError, Throttles } from '../../../../infra/throttling';
import { AccountPseudonyms } from '../accounts/account-pseudonyms';

/** What strangers can have sent to an address. */
const ALLOWANCES = {
  link: { limit: 5, seconds: 60 * 60 },
  'second-registration': { limit: 1, seconds: 24 * 60 * 60 },
} as const satisfies Record<string, Limit>;
export type MailAllowanceKind = keyof typeof ALLOWANCES;

/** Nobody's mailbox is filled by strangers who ask for mails again and again. */
@Injectable()
export class MailAllowance {
  constructor(
    private readonly throttles: Throttles,
    private readonly pseudonyms: AccountPseudonyms,
  ) {}

  /** Takes one mail for this address; false when there is none left. A transaction that is tried again takes twice, which only makes it stricter. */
  async take(kind: MailAllowanceKind, email: string): Promise<boolean> {
    try {
      await this.throttles.consume(`mail-${kind}`, this.pseudonyms.ofEmail(email), ALLOWANCES[kind]);
      return true;
    } catch (error) {
      if (error instanceof ThrottledError) return false;
      throw error;
    }
  }
}
