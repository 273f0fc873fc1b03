import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing } from '../../../../infra/encryption';
import { normaliseEmail } from '../../../users';

/** Names for accounts and places that lead back to nobody without the hub's key. */
@Injectable()
export class AccountPseudonyms {
  constructor(private readonly keys: KeyRing) {}

  /** The same for every spelling of one address, whether anybody has it or not. */
  ofEmail(email: string): string {
    return this.of(`email:${normaliseEmail(email)}`);
  }

  ofAddress(address: string): string {
    return this.of(`address:${address}`);
  }

  private of(text: string): string {
    const { bytes } = this.keys.current('account-pseudonyms');
    return createHmac('sha256', bytes).update(text).digest('hex').slice(0, 32);
  }
}
