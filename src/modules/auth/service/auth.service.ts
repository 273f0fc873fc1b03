import { Injectable } from '@nestjs/common';
import { type NewUser, type User, UsersService } from '../../users';
import { invalidCredentials } from '../domain/auth.errors';
import { PasswordHasher } from './password-hasher';
import { SessionsService, type TokenPair } from './sessions.service';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone?: string | null;
  readonly companyName?: string | null;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: PasswordHasher,
    private readonly sessions: SessionsService,
  ) {}

  /** Everybody starts as an unverified business owner; only administrators give other roles. @throws DomainError `email-taken` */
  async register({ email, password, firstName, lastName, phone, companyName }: Registration): Promise<User> {
    return this.users.create({
      email,
      firstName,
      lastName,
      phone: phone ?? null,
      companyName: companyName ?? null,
      passwordHash: await this.passwords.hash(password),
      role: 'business_owner',
      isActive: true,
      isVerified: false,
    });
  }

  /** An account with any role, for the command line and the demo: never reachable over HTTP. */
  async createAccount(account: Omit<NewUser, 'passwordHash'>, password: string): Promise<User> {
    return this.users.create({ ...account, passwordHash: await this.passwords.hash(password) });
  }

  /** @throws DomainError `invalid-credentials` */
  async login(email: string, password: string): Promise<TokenPair> {
    const user = await this.users.findForLogin(email);
    const isRight = user
      ? await this.passwords.verify(password, user.passwordHash)
      : await this.passwords.verifyNobody(password);
    if (!user?.isActive || !isRight) throw invalidCredentials();
    return this.sessions.open(user.id);
  }

  /** @throws DomainError `invalid-refresh-token` */
  refresh(refreshToken: string): Promise<TokenPair> {
    return this.sessions.refresh(refreshToken);
  }

  logout(refreshToken: string): Promise<void> {
    return this.sessions.end(refreshToken);
  }

  get(userId: string): Promise<User> {
    return this.users.get(userId);
  }
}
