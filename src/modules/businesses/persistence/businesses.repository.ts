import { Injectable } from '@nestjs/common';
import { In, MoreThan, type Repository } from 'typeorm';
import { notFound } from '../../../common/errors/domain-error';
import type { ExpectedVersions } from '../../../common/http/entity-tag';
import { UnitOfWork, violatedForeignKey, violatedUniqueConstraint } from '../../../infra/database';
import type { Business } from '../domain/business';
import { businessExists, companyNameTaken } from '../domain/business.errors';
import { BusinessEntity } from './business.entity';
import type { BusinessChanges, BusinessRow, SealedEin } from './business-row';
import { PROFILES_SQL } from './profile.sql';

@Injectable()
export class BusinessesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError `business-exists`, `company-name-taken`, `not-found` for an owner who was deleted meanwhile */
  async insert(row: BusinessRow & SealedEin): Promise<void> {
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

  /** Whole profiles of these ids; ids that are gone are left out. One statement, however many there are. */
  async findMany(ids: readonly string[]): Promise<readonly Business[]> {
    const found: Business[] = await this.unitOfWork.manager.query(PROFILES_SQL, [ids]);
    return found;
  }

  /** The employer number as it is sealed in the row; undefined without such a profile. */
  async findSealedEin(id: string): Promise<SealedEin | undefined> {
    const rows: SealedEin[] = await this.unitOfWork.manager.query(
      `SELECT ein_key_id AS "einKeyId", ein_sealed AS "einSealed", ein_last_four AS "einLastFour"
         FROM businesses WHERE id = $1`,
      [id],
    );
    return rows[0];
  }

  /** Holds the row until the open transaction ends. False without such a profile. */
  async hold(id: string): Promise<boolean> {
    const rows: unknown[] = await this.unitOfWork.manager.query(
      'SELECT 1 FROM businesses WHERE id = $1 FOR NO KEY UPDATE',
      [id],
    );
    return rows.length > 0;
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
   * Compare-and-set: changes the row only if it is still at one of `expected`; without them it changes the row as it is. Undefined
   * when somebody else was faster. @throws DomainError `company-name-taken`
   */
  async update(
    id: string,
    expected: ExpectedVersions,
    changes: BusinessChanges,
    altersMatches: boolean,
  ): Promise<Pick<Business, 'version' | 'matchRevision'> | undefined> {
    const { affected } = await this.explainingConflicts(() =>
      this.businesses
        .createQueryBuilder()
        .update()
        .set({
          ...changes,
          version: () => 'version + 1',
          matchRevision: () => `match_revision + ${altersMatches ? 1 : 0}`,
        })
        .where('id = :id AND (CAST(:expected AS integer[]) IS NULL OR version = ANY(:expected))', {
          id,
          expected: expected ?? null,
        })
        .execute(),
    );
    if (affected !== 1) return undefined;
    const row = await this.businesses.findOne({ where: { id }, select: { version: true, matchRevision: true } });
    return row ?? undefined;
  }

  /** Whether there was such a profile, at one of these versions where any are given. */
  async delete(id: string, expected: ExpectedVersions): Promise<boolean> {
    const { affected } = await this.businesses.delete({ id, ...(expected && { version: In(expected) }) });
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
