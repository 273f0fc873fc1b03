import { Injectable } from '@nestjs/common';
import { KeyRing, seal } from '../../../infra/encryption';
import type { SealedEin } from '../persistence/business-row';

const PURPOSE = 'business-ein';

export const NO_EIN: SealedEin = { einKeyId: null, einSealed: null, einLastFour: null };

/**
 * Employer identification numbers are Sensitive CUI in SAM.gov's rules: sealed with AES-GCM for their own row, shown by their
 * last four digits, and in no log, cache, export or audit event.
 */
@Injectable()
export class Eins {
  constructor(private readonly keys: KeyRing) {}

  /** @param digits nine of them */
  seal(businessId: string, digits: string): SealedEin {
    const { id, bytes } = this.keys.current(PURPOSE);
    return { einKeyId: id, einSealed: seal(bytes, digits, businessId), einLastFour: digits.slice(-4) };
  }
}
