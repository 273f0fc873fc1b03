import { Injectable } from '@nestjs/common';
import { KeyRing, seal, unseal } from '../../../infra/encryption';
import type { Business } from '../domain/business';
import { otherMask } from '../domain/business.errors';
import { maskedEin } from '../domain/ein';
import type { WantedProfile } from '../domain/profile-input';
import { BusinessesRepository } from '../persistence/businesses.repository';
import type { SealedEin } from '../persistence/business-row';

const PURPOSE = 'business-ein';

export const NO_EIN: SealedEin = { einKeyId: null, einSealed: null, einLastFour: null };

/**
 * Employer identification numbers are Sensitive CUI in SAM.gov's rules: sealed with AES-GCM for their own row, shown by their
 * last four digits, and in no log, cache, export or audit event.
 */
@Injectable()
export class Eins {
  constructor(
    private readonly keys: KeyRing,
    private readonly businesses: BusinessesRepository,
  ) {}

  /** @param digits nine of them */
  seal(businessId: string, digits: string): SealedEin {
    const { id, bytes } = this.keys.current(PURPOSE);
    return { einKeyId: id, einSealed: seal(bytes, digits, businessId), einLastFour: digits.slice(-4) };
  }

  /** The columns that differ from what is wanted. @throws DomainError `validation-failed` for the mask of another number */
  async changeOf(
    { id, einLastFour }: Pick<Business, 'id' | 'einLastFour'>,
    { einNumber, einMask }: WantedProfile,
  ): Promise<Partial<SealedEin>> {
    if (einMask !== undefined && (einLastFour === null || einMask !== maskedEin(einLastFour))) throw otherMask();
    if (einNumber === undefined) return {};
    if (einNumber === null) return einLastFour === null ? {} : NO_EIN;
    const isSame = einNumber.endsWith(einLastFour ?? '-') && (await this.open(id)) === einNumber;
    return isSame ? {} : this.seal(id, einNumber);
  }

  /** Undefined where none is stated, or its key was taken out of the configuration. */
  private async open(businessId: string): Promise<string | undefined> {
    const sealed = await this.businesses.findSealedEin(businessId);
    const key = sealed?.einKeyId ? this.keys.find(PURPOSE, sealed.einKeyId) : undefined;
    return key && sealed?.einSealed ? unseal(key.bytes, sealed.einSealed, businessId) : undefined;
  }
}
