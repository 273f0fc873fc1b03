import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../../../config';
import { BcryptThreads } from './bcrypt-threads';

/** Says how a stored hash was made, so that parameters can be raised and old hashes recognised. */
const MARKER = 'hmac384-bcrypt$';

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

  async hash(password: string): Promise<string> {
    return MARKER + (await this.bcrypt.hash(this.digest(password), this.config.passwordHashCost));
  }

  async verify(password: string, stored: string): Promise<boolean> {
    if (!stored.startsWith(MARKER)) return false;
    return this.bcrypt.compare(this.digest(password), stored.slice(MARKER.length));
  }

  /** Takes as long as `verify`, for an address that nobody has: the time must not tell. */
  async verifyNobody(password: string): Promise<false> {
    const nobodys = `$2b$${String(this.config.passwordHashCost).padStart(2, '0')}$${'.'.repeat(53)}`;
    await this.bcrypt.compare(this.digest(password), nobodys);
    return false;
  }

  private digest(password: string): string {
    return createHmac('sha384', this.config.passwordPepper).update(password.normalize('NFC')).digest('base64');
  }
}
