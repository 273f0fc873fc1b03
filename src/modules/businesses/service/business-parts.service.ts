import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../common/auth/principal';
import { notFound } from '../../../common/errors/domain-error';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork } from '../../../infra/database';
import { privatePart } from '../domain/business.errors';
import { maySeePrivateFields } from '../domain/business.policy';
import { type BusinessParts, type NewPart, type PartKind, privateParts } from '../domain/business-parts';
import { BusinessPartsRepository } from '../persistence/business-parts.repository';
import { BusinessesService } from './businesses.service';
import { BusinessFactsChecker } from './business-facts.checker';

/** The lists of a profile: codes, certifications, services, past work. Every change of one is a change of the profile. */
@Injectable()
export class BusinessPartsService {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly parts: BusinessPartsRepository,
    private readonly facts: BusinessFactsChecker,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws DomainError `not-found`, `forbidden` where the list is private and the reader is not the owner */
  async list<Kind extends PartKind>(
    reader: Principal,
    businessId: string,
    kind: Kind,
    slice: Slice,
  ): Promise<Found<BusinessParts[Kind]>> {
    const business = await this.businesses.get(businessId);
    if (privateParts.has(kind) && !maySeePrivateFields(reader, business)) throw privatePart();
    return this.parts.search(kind, businessId, slice);
  }

  /** @throws DomainError `not-found`, `forbidden`, `validation-failed`, `already-listed`, `too-many-entries` */
  async add<Kind extends PartKind>(
    actor: Principal,
    businessId: string,
    kind: Kind,
    part: NewPart<Kind>,
  ): Promise<BusinessParts[Kind]> {
    this.facts.check(kind, part);
    await this.businesses.getForChange(actor, businessId);
    return this.unitOfWork.run(async () => {
      await this.businesses.noteChangedList(businessId);
      const [added] = await this.parts.insert(kind, businessId, [part]);
      if (!added) throw notFound('entry');
      return added;
    });
  }

  /** @throws DomainError `not-found`, `forbidden` */
  async remove(actor: Principal, businessId: string, kind: PartKind, partId: string): Promise<void> {
    await this.businesses.getForChange(actor, businessId);
    await this.unitOfWork.run(async () => {
      await this.businesses.noteChangedList(businessId);
      if (!(await this.parts.delete(kind, businessId, partId))) throw notFound('entry');
    });
  }
}
