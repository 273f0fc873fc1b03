import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { UnitOfWork, violatedUniqueConstraint } from '../../../infra/database';
import type { NewUser, User } from '../domain/user';
import { emailTaken } from '../domain/user.errors';
import { UserEntity } from './user.entity';

export type UserWithPassword = User & { readonly passwordHash: string };

@Injectable()
export class UsersRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError `email-taken` */
  async insert(user: NewUser, now: Date): Promise<User> {
    const row = { ...user, id: uuid(), createdAt: now, updatedAt: now };
    try {
      await this.users.insert(row);
    } catch (error) {
      if (violatedUniqueConstraint(error) === 'users_email_key') throw emailTaken();
      throw error;
    }
    return row;
  }

  findById(id: string): Promise<User | null> {
    return this.users.findOneBy({ id });
  }

  /** With the password's hash, for signing in alone. */
  findForLogin(email: string): Promise<UserWithPassword | null> {
    return this.users
      .createQueryBuilder('person')
      .addSelect('person.passwordHash')
      .where('person.email = :email', { email })
      .getOne();
  }

  private get users(): Repository<UserEntity> {
    return this.unitOfWork.manager.getRepository(UserEntity);
  }
}
