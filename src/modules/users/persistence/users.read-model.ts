import { Injectable } from '@nestjs/common';
import type { Found, Slice } from '../../../common/http/paging';
import { escapeLike, UnitOfWork } from '../../../infra/database';
import type { User } from '../domain/user';
import type { UserFilter } from '../domain/user-search';
import { UserEntity } from './user.entity';

@Injectable()
export class UsersReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By e-mail address. */
  search({ q, role, isActive, agencyId }: UserFilter, { limit, offset }: Slice): Promise<Found<User>> {
    const found = this.unitOfWork.manager.createQueryBuilder(UserEntity, 'person');
    if (q !== undefined) {
      found.andWhere(`(person.email ILIKE :q OR person.firstName || ' ' || person.lastName ILIKE :q)`, {
        q: `%${escapeLike(q.trim())}%`,
      });
    }
    if (role !== undefined) found.andWhere('person.role = :role', { role });
    if (isActive !== undefined) found.andWhere('person.isActive = :isActive', { isActive });
    if (agencyId !== undefined) found.andWhere('person.agencyId = :agencyId', { agencyId });
    return found.orderBy('person.email').limit(limit).offset(offset).getManyAndCount();
  }
}
