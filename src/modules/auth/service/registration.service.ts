import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../common/errors/domain-error';
import { UnitOfWork } from '../../../infra/database';
import { ThrottledError, Throttles } from '../../../infra/throttling';
import { AuditLog } from '../../audit';
import { type NewUser, type User, UsersService } from '../../users';
import { AccountMails } from './account-mails.service';
import { PasswordHasher } from './password-hasher';
import { PasswordPolicy } from './password-policy.service';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone?: string | null;
  readonly companyName?: string | null;
}

/** One notice a day is enough for the owner of an address. */
const SECOND_REGISTRATION_NOTICES = { limit: 1, seconds: 24 * 60 * 60 };

/** Opens accounts. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly users: UsersService,
    private readonly policy: PasswordPolicy,
    private readonly passwords: PasswordHasher,
    private readonly mails: AccountMails,
    private readonly throttles: Throttles,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Everybody starts as an unverified business owner; only administrators give other roles. A mail asks to confirm the
   * address. @throws DomainError `email-taken` (its owner is told), `validation-failed` for a password that is refused
   */
  async register({ password, ...person }: Registration): Promise<User> {
    const profile = { ...person, phone: person.phone ?? null, companyName: person.companyName ?? null };
    this.passwords.refuseWhenBusy();
    this.policy.check(password, profile, 'password');
    const passwordHash = await this.passwords.hash(password);
    const account = { ...profile, passwordHash, agencyId: null, isActive: true, isVerified: false } as const;
    try {
      return await this.open({ ...account, role: 'business_owner' });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'email-taken') await this.tellOwner(person.email);
      throw error;
    }
  }

  /** An account with any role, for the command line and the demo: never reachable over HTTP. */
  async createAccount(account: Omit<NewUser, 'passwordHash'>, password: string): Promise<User> {
    return this.users.create({ ...account, passwordHash: await this.passwords.hash(password) });
  }

  private open(account: NewUser): Promise<User> {
    return this.unitOfWork.run(async () => {
      const user = await this.users.create(account);
      await this.mails.sendVerification(user.email);
      await this.audit.record({
        action: 'account.registered',
        actorId: user.id,
        subject: { type: 'user', id: user.id },
      });
      return user;
    });
  }

  private async tellOwner(email: string): Promise<void> {
    try {
      await this.throttles.consume('second-registration', email.toLowerCase(), SECOND_REGISTRATION_NOTICES);
    } catch (error) {
      if (error instanceof ThrottledError) return;
      throw error;
    }
    await this.mails.tellOfSecondRegistration(email);
  }
}
