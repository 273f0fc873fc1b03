import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, Repository, SelectQueryBuilder } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork, violatedUniqueConstraint } from '../../../infra/database';
import { partExists, tooManyParts } from '../domain/business.errors';
import { type BusinessParts, type NewPart, type PartKind, partRules } from '../domain/business-parts';
import { partEntities, type PartRow } from './part-entities';

/** Unique index → what people call the thing that is listed twice. */
const whatIsListedTwice: Readonly<Record<string, string>> = {
  business_naics_codes_code_key: 'NAICS code',
  business_naics_codes_primary_key: 'primary NAICS code (there is one)',
  business_psc_codes_code_key: 'PSC code',
  business_certifications_program_key: 'certification program',
  business_cage_codes_code_key: 'CAGE code',
  business_cage_codes_primary_key: 'primary CAGE code (there is one)',
  business_licences_class_key: 'class of licence',
  business_addresses_principal_key: 'principal address (there is one)',
  business_size_records_period_key: 'period',
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
    const { most } = partRules[kind];
    if (listed + parts.length > most) throw tooManyParts(most);
    const rows = parts.map((part) => ({ ...part, id: uuid(), businessId }));
    await this.explainingConflicts(() => this.rowsOf(kind).insert(rows));
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

  find<Kind extends PartKind>(kind: Kind, businessId: string, id: string): Promise<BusinessParts[Kind] | null> {
    return this.ofBusiness(kind, businessId).andWhere('part.id = :id', { id }).getOne();
  }

  /** Whether there was such an entry. @throws DomainError `already-listed` */
  async update<Kind extends PartKind>(
    kind: Kind,
    businessId: string,
    id: string,
    part: NewPart<Kind>,
  ): Promise<boolean> {
    const { affected } = await this.explainingConflicts(() =>
      this.rowsOf(kind).update({ id, businessId }, { ...part, id, businessId }),
    );
    return affected === 1;
  }

  /** For lists with one primary entry: from now on there is none. */
  async demotePrimary(kind: PartKind, businessId: string): Promise<void> {
    await this.rowsOf(kind).update({ businessId, isPrimary: true }, { isPrimary: false });
  }

  /** ZIP code of the principal place of business; undefined where none is listed. */
  async findPrincipalZipCode(businessId: string): Promise<string | undefined> {
    const rows: { zipCode: string }[] = await this.unitOfWork.manager.query(
      `SELECT zip_code AS "zipCode" FROM business_addresses WHERE business_id = $1 AND kind = 'principal'`,
      [businessId],
    );
    return rows[0]?.zipCode;
  }

  /** Whether there was such an entry. */
  async delete(kind: PartKind, businessId: string, id: string): Promise<boolean> {
    const { affected } = await this.rowsOf(kind).delete({ id, businessId });
    return affected === 1;
  }

  private rowsOf(kind: PartKind): Repository<ObjectLiteral> {
    return this.unitOfWork.manager.getRepository<ObjectLiteral>(partEntities[kind]);
  }

  private async explainingConflicts<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      const what = whatIsListedTwice[violatedUniqueConstraint(error) ?? ''];
      throw what === undefined ? error : partExists(what);
    }
  }

  private ofBusiness<Kind extends PartKind>(kind: Kind, businessId: string): SelectQueryBuilder<PartRow<Kind>> {
    return this.unitOfWork.manager
      .getRepository(partEntities[kind])
      .createQueryBuilder('part')
      .where('part.businessId = :businessId', { businessId });
  }
}
