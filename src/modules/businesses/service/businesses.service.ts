import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { NIL, v7 as uuid } from 'uuid';
import type { Principal } from '../../../common/auth/principal';
import { DomainError, notFound } from '../../../common/errors/domain-error';
import type { Found } from '../../../common/http/paging';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { noteInRequestContext } from '../../../infra/logging';
import type { Business } from '../domain/business';
import { staleBusiness } from '../domain/business.errors';
import { BUSINESS_MATCH_DATA_CHANGED, type BusinessMatchDataChanged } from '../domain/business.events';
import type { NewPart } from '../domain/business-parts';
import type { BusinessSearch, BusinessSummary } from '../domain/business-summary';
import { mayChange } from '../domain/business.policy';
import { type BusinessChanges, BusinessesRepository, type BusinessRow } from '../persistence/businesses.repository';
import { BusinessPartsRepository } from '../persistence/business-parts.repository';
import { BusinessesReadModel } from '../persistence/businesses.read-model';
import { BusinessFactsChecker } from './business-facts.checker';

/** What an owner says about the firm. */
export type BusinessProfile = Omit<
  BusinessRow,
  'id' | 'ownerId' | 'verifiedAt' | 'matchRevision' | 'version' | 'createdAt' | 'updatedAt'
>;

export interface NewBusiness extends BusinessProfile {
  readonly naicsCodes: readonly NewPart<'naics-codes'>[];
  readonly pscCodes: readonly NewPart<'psc-codes'>[];
  readonly certifications: readonly NewPart<'certifications'>[];
  readonly services: readonly NewPart<'services'>[];
  readonly pastPerformance: readonly NewPart<'past-performance'>[];
}

/** Fields of the profile itself that the matching engine reads. */
const MATCHED_FIELDS: readonly (keyof BusinessProfile)[] = ['description', 'employeeCount', 'annualRevenue', 'zipCode'];

@Injectable()
export class BusinessesService {
  constructor(
    private readonly businesses: BusinessesRepository,
    private readonly parts: BusinessPartsRepository,
    private readonly readModel: BusinessesReadModel,
    private readonly facts: BusinessFactsChecker,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventEmitter2,
    private readonly clock: Clock,
  ) {}

  /** One profile per owner; `null` for one that nobody owns yet. @throws DomainError `business-exists`, `company-name-taken`, `validation-failed` */
  async create(
    ownerId: string | null,
    { naicsCodes, pscCodes, certifications, services, pastPerformance, ...profile }: NewBusiness,
  ): Promise<Business> {
    naicsCodes.forEach((part) => this.facts.check('naics-codes', part));
    pscCodes.forEach((part) => this.facts.check('psc-codes', part));
    certifications.forEach((part) => this.facts.check('certifications', part));
    pastPerformance.forEach((part) => this.facts.check('past-performance', part));
    const id = uuid();
    const now = this.clock.now();
    return this.unitOfWork.run(async () => {
      await this.businesses.insert({
        ...profile,
        id,
        ownerId,
        verifiedAt: null,
        matchRevision: 1,
        version: 1,
        createdAt: now,
        updatedAt: now,
      });
      await this.parts.insert('naics-codes', id, naicsCodes);
      await this.parts.insert('psc-codes', id, pscCodes);
      await this.parts.insert('certifications', id, certifications);
      await this.parts.insert('services', id, services);
      await this.parts.insert('past-performance', id, pastPerformance);
      this.announce(id, 1);
      return this.get(id);
    });
  }

  /** @throws DomainError `not-found` */
  async get(id: string): Promise<Business> {
    noteInRequestContext({ businessId: id });
    const business = await this.businesses.find(id);
    if (!business) throw notFound('business');
    return business;
  }

  search(question: BusinessSearch): Promise<Found<BusinessSummary>> {
    return this.readModel.search(question);
  }

  /** Whole profiles, by id; ids that are gone are left out. */
  getMany(ids: readonly string[]): Promise<readonly Business[]> {
    return this.businesses.findMany(ids);
  }

  /** The ids of all profiles in bounded steps. */
  async *walkIds(step: number): AsyncGenerator<readonly string[]> {
    for (let afterId: string = NIL; ;) {
      const ids = await this.businesses.findIdsAfter(afterId, step);
      if (ids.length > 0) yield ids;
      if (ids.length < step) return;
      afterId = ids.at(-1) ?? afterId;
    }
  }

  /** The caller's own profile. @throws DomainError `not-found` when there is none yet */
  async getOwn(ownerId: string): Promise<Business> {
    const id = await this.businesses.findIdByOwner(ownerId);
    if (!id) throw notFound('business profile of this account');
    return this.get(id);
  }

  /**
   * Changes what is given and leaves the rest. `expectedVersion` is the version the caller read, where it said so.
   * @throws DomainError `not-found`, `forbidden`, `stale`, `company-name-taken`
   */
  async update(
    actor: Principal,
    id: string,
    changes: Partial<BusinessProfile>,
    expectedVersion?: number,
  ): Promise<Business> {
    await this.getForChange(actor, id, expectedVersion);
    const altersMatches = MATCHED_FIELDS.some((field) => changes[field] !== undefined);
    await this.unitOfWork.run(() => this.change(id, expectedVersion, changes, altersMatches));
    return this.get(id);
  }

  /** @throws DomainError `not-found`, `forbidden`, `stale` */
  async delete(actor: Principal, id: string, expectedVersion?: number): Promise<void> {
    await this.getForChange(actor, id, expectedVersion);
    if (!(await this.businesses.delete(id, expectedVersion))) throw await this.goneOrStale(id);
  }

  /** The profile of an account that is being deleted, where it has one. */
  async deleteOwned(ownerId: string): Promise<void> {
    const id = await this.businesses.findIdByOwner(ownerId);
    if (id) await this.businesses.delete(id, undefined);
  }

  /** The profile, if this person may change it and it is still as the person read it. */
  async getForChange(actor: Principal, id: string, expectedVersion?: number): Promise<Business> {
    const business = await this.get(id);
    if (!mayChange(actor, business))
      throw new DomainError('forbidden', 'not-owner', 'Only its owner may change this profile.');
    if (expectedVersion !== undefined && expectedVersion !== business.version) throw staleBusiness();
    return business;
  }

  /** One of the profile's lists changes in the open transaction: that is a change of the profile, whatever else changed. */
  async noteChangedList(id: string): Promise<void> {
    await this.change(id, undefined, {}, true);
  }

  private async change(
    id: string,
    version: number | undefined,
    changes: BusinessChanges,
    altersMatches: boolean,
  ): Promise<void> {
    const updated = { ...changes, updatedAt: this.clock.now() };
    const matchRevision = await this.businesses.update(id, version, updated, altersMatches);
    if (matchRevision === undefined) throw await this.goneOrStale(id);
    if (altersMatches) this.announce(id, matchRevision);
  }

  /** Why a write that named a version, or a row, found neither. */
  private async goneOrStale(id: string): Promise<DomainError> {
    return (await this.businesses.find(id)) ? staleBusiness() : notFound('business');
  }

  private announce(businessId: string, matchRevision: number): void {
    const event: BusinessMatchDataChanged = { businessId, matchRevision };
    this.unitOfWork.afterCommit(() => {
      this.events.emit(BUSINESS_MATCH_DATA_CHANGED, event);
    });
  }
}
