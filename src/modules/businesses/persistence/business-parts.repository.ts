import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork, violatedUniqueConstraint } from '../../../infra/database';
import { partExists, tooManyParts } from '../domain/business.errors';
import { type BusinessParts, MOST_PARTS_PER_KIND, type NewPart, type PartKind } from '../domain/business-parts';
import { partEntities, type PartRow } from './part-entities';

/** Unique index → what people call the thing that is listed twice. */
const whatIsListedTwice: Readonly<Record<string, string>> = {
  business_naics_codes_code_key: 'NAICS code',
  business_naics_codes_primary_key: 'primary NAICS code (there is one)',
  business_psc_codes_code_key: 'PSC code',
  business_certifications_program_key: 'certification program',
};

/** The lists of a profile. Changing one is a change of the profile: the service moves its version in the same transaction. */
@Injectable()
export class BusinessPartsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError `already-listed`, `too-many-entries` */
  async insert<Kind extends PartKind>(
    kind: Kind,
    businessId: string,
    parts: readonly NewPart<Kind>[],
  ): Promise<readonly BusinessParts[Kind][]> {
    if (parts.length === 0) return [];
    const listed = await this.ofBusiness(kind, businessId).getCount();
    if (listed + parts.length > MOST_PARTS_PER_KIND) throw tooManyParts(MOST_PARTS_PER_KIND);
    const rows = parts.map((part) => ({ ...part, id: uuid(), businessId }));
    try {
      await this.unitOfWork.manager.getRepository<ObjectLiteral>(partEntities[kind]).insert(rows);
    } catch (error) {
      const what = whatIsListedTwice[violatedUniqueConstraint(error) ?? ''];
      throw what === undefined ? error : partExists(what);
    }
    const ids = rows.map(({ id }) => id);
    return this.ofBusiness(kind, businessId).andWhere('part.id = ANY(:ids)', { ids }).orderBy('part.id').getMany();
  }

  search<Kind extends PartKind>(
    kind: Kind,
    businessId: string,
    { limit, offset }: Slice,
  ): Promise<Found<BusinessParts[Kind]>> {
    return this.ofBusiness(kind, businessId).orderBy('part.id').take(limit).skip(offset).getManyAndCount();
  }

  /** Whether there was such an entry. */
  async delete(kind: PartKind, businessId: string, id: string): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager
      .getRepository<ObjectLiteral>(partEntities[kind])
      .delete({ id, businessId });
    return affected === 1;
  }

  private ofBusiness<Kind extends PartKind>(kind: Kind, businessId: string): SelectQueryBuilder<PartRow<Kind>> {
    return this.unitOfWork.manager
      .getRepository(partEntities[kind])
      .createQueryBuilder('part')
      .where('part.businessId = :businessId', { businessId });
  }
}
