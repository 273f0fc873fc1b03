import { Injectable } from '@nestjs/common';
import { Raw, type Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork, violatedForeignKey, violatedUniqueConstraint } from '../../../infra/database';
import type { Agency, AgencyFacts } from '../domain/agency';
import { agencyInUse, agencyNameTaken } from '../domain/agency.errors';
import { AgencyEntity } from './agency.entity';

@Injectable()
export class AgenciesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError `agency-name-taken` */
  async insert(facts: AgencyFacts, now: Date): Promise<Agency> {
    const row = { ...facts, id: uuid(), version: 1, createdAt: now, updatedAt: now };
    await this.explainingConflicts(() => this.agencies.insert(row));
    return row;
  }

  findById(id: string): Promise<Agency | null> {
    return this.agencies.findOneBy({ id });
  }

  findByName(name: string): Promise<Agency | null> {
    return this.agencies.findOneBy({ name: Raw((column) => `lower(${column}) = lower(:name)`, { name }) });
  }

  /** Holds the row until the open transaction ends, so that what is read stays true. */
  hold(id: string): Promise<Agency | null> {
    return this.agencies.findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** By name. */
  search({ limit, offset }: Slice): Promise<Found<Agency>> {
    return this.agencies
      .createQueryBuilder('agency')
      .orderBy('lower(agency.name)')
      .addOrderBy('agency.id')
      .limit(limit)
      .offset(offset)
      .getManyAndCount();
  }

  /** @throws DomainError `agency-name-taken` */
  async update(id: string, changes: Partial<AgencyFacts>, now: Date): Promise<void> {
    await this.explainingConflicts(() =>
      this.agencies
        .createQueryBuilder()
        .update()
        .set({ ...changes, version: () => 'version + 1', updatedAt: now })
        .where({ id })
        .execute(),
    );
  }

  /** @throws DomainError `agency-in-use` */
  async delete(id: string): Promise<void> {
    await this.explainingConflicts(() => this.agencies.delete({ id }));
  }

  private async explainingConflicts<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (violatedUniqueConstraint(error) === 'agencies_name_key') throw agencyNameTaken();
      if (violatedForeignKey(error) === 'users_agency_fkey') throw agencyInUse();
      throw error;
    }
  }

  private get agencies(): Repository<AgencyEntity> {
    return this.unitOfWork.manager.getRepository(AgencyEntity);
  }
}
