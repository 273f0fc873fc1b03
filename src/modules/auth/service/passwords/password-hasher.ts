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

  /** No password fits what is not a hash of ours. @throws DomainError `busy` */
  async verify(password: string, stored: string): Promise<boolean> {
    const known = read(stored);
    return known ? this.bcrypt.compare(this.digest(password), known.hash) : this.verifyNobody(password);
  }

  /** Takes as long as `verify`, for an address that nobody has: the time must not tell. @throws DomainError `busy` */
  async verifyNobody(password: string): Promise<false> {
    const nobodys = `$2b$${String(this.config.passwordHashCost).padStart(2, '0')}$${'.'.repeat(53)}`;
    await this.bcrypt.compare(this.digest(password), nobodys);
    return false;
  }

  /** Whether a hash was made in an older way or at a lower cost than new ones; it can be renewed while the password is known. */
  needsUpgrade(stored: string): boolean {
    const known = read(stored);
    return !known || known.cost < this.config.passwordHashCost;
  }

  private digest(password: string): string {
    return createHmac('sha384', this.config.passwordPepper).update(password.normalize('NFC')).digest('base64');
  }
}

const read = (stored: string): { readonly hash: string; readonly cost: number } | undefined => {
  const hash = stored.startsWith(MARKER) ? stored.slice(MARKER.length) : '';
  const cost = BCRYPT.exec(hash)?.groups?.['cost'];
  return cost === undefined ? undefined : { hash, cost: Number(cost) };
};
