import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../common/auth/principal';
import { Throttles } from '../../../infra/throttling';
import { AuditLog } from '../../audit';
import { UsersService } from '../../users';
import { currentPasswordRequired, wrongCurrentPassword } from '../domain/auth.errors';
import { PasswordHasher } from './password-hasher';

const ATTEMPTS = { limit: 5, seconds: 60 };

/** Asks again for the password before changes that a stolen access token must not be able to make. */
@Injectable()
export class CurrentPassword {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: PasswordHasher,
    private readonly throttles: Throttles,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError `current-password-required`, `wrong-password`; ThrottledError after five tries within a minute */
  async require({ userId }: Pick<Principal, 'userId'>, given: string | undefined): Promise<void> {
    if (given === undefined) throw currentPasswordRequired();
    await this.throttles.consume('current-password', userId, ATTEMPTS);
    const stored = await this.users.findPasswordHash(userId);
    if (stored === undefined || !(await this.passwords.verify(given, stored))) {
      await this.audit.record({
        action: 'sign-in.failed',
        outcome: 'failure',
        subject: { type: 'user', id: userId },
        details: { reason: 'wrong-current-password' },
      });
      throw wrongCurrentPassword();
    }
    await this.throttles.forgive('current-password', userId);
  }
}
