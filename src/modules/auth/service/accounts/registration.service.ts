import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../common/errors/domain-error';
import { UnitOfWork } from '../../../../infra/database';
import { AuditLog } from '../../../audit';
import { type NewUser, type User, UsersService } from '../../../users';
import { AccountMails } from '../mails/account-mails.service';
import { PasswordHasher } from '../passwords/password-hasher';
import { PasswordPolicy } from '../passwords/password-policy.service';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone?: string | null;
  readonly companyName?: string | null;
}

/** Opens accounts. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly users: UsersService,
    private readonly policy: PasswordPolicy,
    private readonly passwords: PasswordHasher,
    private readonly mails: AccountMails,
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
      if (error instanceof DomainError && error.code === 'email-taken')
        await this.mails.tellOfTakenAddress(person.email);
      throw error;
    }
  }

  /** An account with any role, for the command line and the demo: never reachable over HTTP. */
  async createAccount(account: Omit<NewUser, 'passwordHash'>, password: string): Promise<User> {
    const passwordHash = await this.passwords.hash(password);
    return this.unitOfWork.run(async () => {
      const user = await this.users.create({ ...account, passwordHash });
      const subject = { type: 'user', id: user.id } as const;
      await this.audit.record({ action: 'account.registered', actorId: null, subject, details: { role: user.role } });
      return user;
    });
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
}
