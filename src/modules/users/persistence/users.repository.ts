import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { UnitOfWork, violatedForeignKey, violatedUniqueConstraint } from '../../../infra/database';
import type { NewUser, User } from '../domain/user';
import { emailTaken, unknownAgency } from '../domain/user.errors';
import { UserEntity } from './user.entity';

export type UserWithPassword = User & { readonly passwordHash: string };
export type UserChanges = Partial<Omit<User, 'id' | 'version' | 'createdAt'>>;

@Injectable()
export class UsersRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError `email-taken`, `validation-failed` for an agency that does not exist */
  async insert(user: NewUser, now: Date): Promise<User> {
    const row = { ...user, id: uuid(), version: 1, createdAt: now, updatedAt: now };
    await this.explainingConflicts(() => this.users.insert(row));
    return row;
  }

  findById(id: string): Promise<User | null> {
    return this.users.findOneBy({ id });
  }

  /** With the password's hash, for signing in alone. */
  findForLogin(email: string): Promise<UserWithPassword | null> {
    return this.withPassword().where('person.email = :email', { email }).getOne();
  }

  async findPasswordHash(id: string): Promise<string | undefined> {
    const user = await this.withPassword().where('person.id = :id', { id }).getOne();
    return user?.passwordHash;
  }

  /** Holds the row until the open transaction ends, so that what is read stays true. */
  hold(id: string): Promise<User | null> {
    return this.users.findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** As `hold`; beside that nobody can begin to refer to the row any more. */
  holdForDeletion(id: string): Promise<User | null> {
    return this.users.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Ids of all active administrators, held until the open transaction ends. Always in the same order and before any other
   * account is held: of two that would take each other's place away the second one sees what the first one did.
   */
  async holdActiveAdmins(): Promise<readonly string[]> {
    const admins = await this.users.find({
      where: { role: 'admin', isActive: true },
      select: { id: true },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return admins.map(({ id }) => id);
  }

  /** @throws DomainError `email-taken`, `validation-failed` for an agency that does not exist */
  async update(id: string, changes: UserChanges, now: Date): Promise<void> {
    await this.explainingConflicts(() =>
      this.users
        .createQueryBuilder()
        .update()
        .set({ ...changes, version: () => 'version + 1', updatedAt: now })
        .where({ id })
        .execute(),
    );
  }

  /** Not shown by the API, so the version stays. Whether there is such an account. */
  async changePasswordHash(id: string, passwordHash: string, now: Date): Promise<boolean> {
    const { affected } = await this.users.update({ id }, { passwordHash, updatedAt: now });
    return affected === 1;
  }

  /** Puts a hash in the place of this one of the same password, and not in the place of a password that was changed meanwhile. */
  async renewPasswordHash(id: string, known: string, renewed: string): Promise<boolean> {
    const { affected } = await this.users.update({ id, passwordHash: known }, { passwordHash: renewed });
    return affected === 1;
  }

  async delete(id: string): Promise<void> {
    await this.users.delete({ id });
  }

  private withPassword(): ReturnType<Repository<UserEntity>['createQueryBuilder']> {
    return this.users.createQueryBuilder('person').addSelect('person.passwordHash');
  }

  private async explainingConflicts<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (violatedUniqueConstraint(error) === 'users_email_key') throw emailTaken();
      if (violatedForeignKey(error) === 'users_agency_fkey') throw unknownAgency();
      throw error;
    }
  }

  private get users(): Repository<UserEntity> {
    return this.unitOfWork.manager.getRepository(UserEntity);
  }
}
