import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../../../../config';
import { BcryptThreads } from './bcrypt-threads';

/** Says how a stored hash was made. Another scheme gets another marker, and hashes of this one are upgraded as people sign in. */
const MARKER = 'hmac384-bcrypt$';

/** bcrypt's own form, with a cost that can be configured: a higher one is not ours, and would keep a thread busy for hours. */
const BCRYPT = /^\$2b\$(?<cost>0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}$/;

/**
 * Stores passwords as bcrypt(base64(HMAC-SHA-384(NFC(password), pepper))): 64 bytes go into bcrypt whatever the password's
 * length, so its limit of 72 bytes never cuts anything, and a stolen table is worth nothing without the pepper.
 */
@Injectable()
export class PasswordHasher {
  constructor(
    private readonly config: AuthConfig,
    private readonly bcrypt: BcryptThreads,
  ) {}

  /** Before any other work is done for somebody who would be turned away. @throws DomainError `busy` */
  refuseWhenBusy(): void {
    this.bcrypt.refuseWhenBusy();
  }

  /** @throws DomainError `busy` */
  async hash(password: string): Promise<string> {
    return MARKER + (await this.bcrypt.hash(this.digest(password), this.config.passwordHashCost));
  }

  /**
   * No password fits what is not a hash of ours. Takes as long for a hash of a lower cost as for one of the present cost,
   * also when the password is right: the account may be locked, and then the time must not tell. @throws DomainError `busy`
   */
  async verify(password: string, stored: string): Promise<boolean> {
    const known = read(stored);
    if (!known) return this.verifyNobody(password);
    return this.bcrypt.compare(this.digest(password), known.hash, ...this.differenceTo(known.cost));
  }

  /** Takes as long as `verify`, for an address that nobody has: the time must not tell. @throws DomainError `busy` */
  async verifyNobody(password: string): Promise<false> {
    await this.bcrypt.compare(this.digest(password), nobodys(this.config.passwordHashCost));
    return false;
  }

  /** Whether a hash was made in an older way or at a lower cost than new ones; it can be renewed while the password is known. */
  needsUpgrade(stored: string): boolean {
    const known = read(stored);
    return !known || known.cost < this.config.passwordHashCost;
  }

  /** Work doubles with each cost: one hash of each from the lower cost on is what a hash of the present cost takes more. */
  private differenceTo(cost: number): readonly string[] {
    const missing = Math.max(0, this.config.passwordHashCost - cost);
    return Array.from({ length: missing }, (_, index) => nobodys(cost + index));
  }

  private digest(password: string): string {
    return createHmac('sha384', this.config.passwordPepper).update(password.normalize('NFC')).digest('base64');
  }
}

/** A hash of this cost that no password has. */
const nobodys = (cost: number): string => `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(53)}`;

const read = (stored: string): { readonly hash: string; readonly cost: number } | undefined => {
  const hash = stored.startsWith(MARKER) ? stored.slice(MARKER.length) : '';
  const cost = BCRYPT.exec(hash)?.groups?.['cost'];
  return cost === undefined ? undefined : { hash, cost: Number(cost) };
};
