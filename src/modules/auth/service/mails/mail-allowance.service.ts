import { Injectable } from '@nestjs/common';
import { type Limit, ThrottledError, Throttles } from '../../../../infra/throttling';
import { AccountPseudonyms } from '../accounts/account-pseudonyms';

const HOUR = 60 * 60;

/**
 * What an address gets at most. Each kind that strangers can ask for has an allowance of its own, apart from what its owner
 * needs: nobody can use up the reset by asking for verification, nor the mail that follows registering by either.
 */
const ALLOWANCES = {
  reset: { limit: 5, seconds: HOUR },
  'verification-again': { limit: 5, seconds: HOUR },
  verification: { limit: 5, seconds: HOUR },
  notice: { limit: 10, seconds: HOUR },
  'address-taken': { limit: 1, seconds: 24 * HOUR },
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
