import { Injectable } from '@nestjs/common';
import { In, MoreThan, type Repository } from 'typeorm';
import { notFound } from '../../../common/errors/domain-error';
import { UnitOfWork, violatedForeignKey, violatedUniqueConstraint } from '../../../infra/database';
import type { Business } from '../domain/business';
import { businessExists, companyNameTaken } from '../domain/business.errors';
import { BusinessEntity } from './business.entity';

/** The columns of the profile itself, without its lists. */
export type BusinessRow = Omit<Business, 'naicsCodes' | 'pscCodes' | 'certifications' | 'services' | 'pastPerformance'>;
export type BusinessChanges = Partial<Omit<BusinessRow, 'id' | 'version' | 'matchRevision' | 'createdAt'>>;

const lists = {
  naicsCodes: true,
  pscCodes: true,
  certifications: true,
  services: true,
  pastPerformance: true,
} as const;

const by =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;

/** The same profile always comes in the same order: the primary code first, the rest by code, program or age. */
const inOrder = (business: BusinessEntity): Business => ({
  ...business,
  naicsCodes: [...business.naicsCodes].sort(by(({ isPrimary, code }) => `${isPrimary ? 0 : 1}${code}`)),
  pscCodes: [...business.pscCodes].sort(by(({ code }) => code)),
  certifications: [...business.certifications].sort(by(({ program }) => program)),
  services: [...business.services].sort(by(({ id }) => id)),
  pastPerformance: [...business.pastPerformance].sort(by(({ id }) => id)),
});

@Injectable()
export class BusinessesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError `business-exists`, `company-name-taken`, `not-found` for an owner who was deleted meanwhile */
  async insert(row: BusinessRow): Promise<void> {
    await this.explainingConflicts(() => this.businesses.insert(row));
  }

  async find(id: string): Promise<Business | undefined> {
    const [business] = await this.findMany([id]);
    return business;
  }

  async findIdByOwner(ownerId: string): Promise<string | undefined> {
    const row = await this.businesses.findOne({ where: { ownerId }, select: { id: true } });
    return row?.id;
  }

  /** Whole profiles of these ids; ids that are gone are left out. */
  async findMany(ids: readonly string[]): Promise<readonly Business[]> {
    const found = await this.businesses.find({
      where: { id: In([...ids]) },
      relations: lists,
      relationLoadStrategy: 'query',
    });
    return found.map(inOrder);
  }

  /** Ids in order, for walking over all profiles in bounded steps. */
  async findIdsAfter(afterId: string, limit: number): Promise<readonly string[]> {
    const rows = await this.businesses.find({
      where: { id: MoreThan(afterId) },
      select: { id: true },
      order: { id: 'ASC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /**
   * Compare-and-set: changes the row only if it is still at `version`; without one it changes the row as it is. Answers the
   * revision for matching, or undefined when somebody else was faster. @throws DomainError `company-name-taken`
   */
  async update(
    id: string,
    version: number | undefined,
    changes: BusinessChanges,
    altersMatches: boolean,
  ): Promise<number | undefined> {
    const { affected } = await this.explainingConflicts(() =>
      this.businesses
        .createQueryBuilder()
        .update()
        .set({
          ...changes,
          version: () => 'version + 1',
          matchRevision: () => `match_revision + ${altersMatches ? 1 : 0}`,
        })
        .where('id = :id AND version = coalesce(:version, version)', { id, version: version ?? null })
        .execute(),
    );
    if (affected !== 1) return undefined;
    const row = await this.businesses.findOne({ where: { id }, select: { id: true, matchRevision: true } });
    return row?.matchRevision;
  }

  /** Whether there was such a profile, at this version where one is given. */
  async delete(id: string, version: number | undefined): Promise<boolean> {
    const { affected } = await this.businesses.delete({ id, ...(version === undefined ? {} : { version }) });
    return affected === 1;
  }

  private async explainingConflicts<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      const constraint = violatedUniqueConstraint(error);
      if (constraint === 'businesses_owner_key') throw businessExists();
      if (constraint === 'businesses_company_name_key') throw companyNameTaken();
      if (violatedForeignKey(error) === 'businesses_owner_fkey') throw notFound('account');
      throw error;
    }
  }

  private get businesses(): Repository<BusinessEntity> {
    return this.unitOfWork.manager.getRepository(BusinessEntity);
  }
}
