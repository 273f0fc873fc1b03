import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import bcrypt from 'bcryptjs';
import { AuthConfig } from '../../../config';

/** Says how a stored hash was made, so that parameters can be raised and old hashes recognised. */
const MARKER = 'hmac384-bcrypt$';

/**
 * Stores passwords as bcrypt(base64(HMAC-SHA-384(NFC(password), pepper))): 64 bytes go into bcrypt whatever the password's
 * length, so its limit of 72 bytes never cuts anything, and a stolen table is worth nothing without the pepper.
 */
@Injectable()
export class PasswordHasher {
  private decoy: Promise<string> | undefined;

  constructor(private readonly config: AuthConfig) {}

  async hash(password: string): Promise<string> {
    return MARKER + (await bcrypt.hash(this.digest(password), this.config.passwordHashCost));
  }

  async verify(password: string, stored: string): Promise<boolean> {
    if (!stored.startsWith(MARKER)) return false;
    return bcrypt.compare(this.digest(password), stored.slice(MARKER.length));
  }

  /** Takes as long as `verify`, for an address that nobody has: the time must not tell. */
  async verifyNobody(password: string): Promise<false> {
    this.decoy ??= this.hash('nobody');
    await this.verify(password, await this.decoy);
    return false;
  }

  private digest(password: string): string {
    return createHmac('sha384', this.config.passwordPepper).update(password.normalize('NFC')).digest('base64');
  }
}
