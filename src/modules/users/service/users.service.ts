import { Injectable } from '@nestjs/common';
import { notFound } from '../../../common/errors/domain-error';
import { Clock } from '../../../common/time/clock';
import { type NewUser, normaliseEmail, type User } from '../domain/user';
import { UsersRepository, type UserWithPassword } from '../persistence/users.repository';

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `email-taken` when the address, in any letter case, has an account. */
  create(user: NewUser): Promise<User> {
    return this.users.insert({ ...user, email: normaliseEmail(user.email) }, this.clock.now());
  }

  /** @throws DomainError `not-found` */
  async get(id: string): Promise<User> {
    const user = await this.users.findById(id);
    if (!user) throw notFound('user');
    return user;
  }

  findForLogin(email: string): Promise<UserWithPassword | null> {
    return this.users.findForLogin(normaliseEmail(email));
  }
}
