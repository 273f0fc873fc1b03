import { Injectable } from '@nestjs/common';
import { NIL, v7 as uuid } from 'uuid';
import type { Principal } from '../../../common/auth/principal';
import { type DomainError, notFound } from '../../../common/errors/domain-error';
import { type ExpectedVersions, isStale } from '../../../common/http/entity-tag';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { noteInRequestContext } from '../../../infra/logging';
import type { Business } from '../domain/business';
import { notOwner, otherSamDay, staleBusiness, valueRange, zipFollowsAddress } from '../domain/business.errors';
import { mayChange, maySee } from '../domain/business.policy';
import { type PartKind, partRules } from '../domain/business-parts';
import type { NewBusiness, NewLists } from '../domain/new-business';
import {
  altersIdentity,
  altersMatches,
  profileChanges,
  type ProfileInput,
  statedProfile,
  type WantedProfile,
} from '../domain/profile-input';
import { utahDay } from '../domain/utah-day';
import { BusinessesRepository } from '../persistence/businesses.repository';
import { BusinessPartsRepository } from '../persistence/business-parts.repository';
import type { BusinessChanges } from '../persistence/business-row';
import { BusinessAnnouncer } from './business-announcer.service';
import { BusinessFactsChecker } from './business-facts.checker';
import { Eins, NO_EIN } from './eins.service';

/** Profiles of firms. Every change joins the open transaction, or has one of its own. */
@Injectable()
export class BusinessesService {
  constructor(
    private readonly businesses: BusinessesRepository,
    private readonly parts: BusinessPartsRepository,
    private readonly facts: BusinessFactsChecker,
    private readonly eins: Eins,
    private readonly announcer: BusinessAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** One profile per owner; `null` for one that nobody owns yet. @throws DomainError `business-exists`, `company-name-taken`, `validation-failed` */
  async create(ownerId: string | null, business: NewBusiness): Promise<Business> {
    const { naicsCodes, pscCodes, cageCodes, certifications, licences, services, pastPerformance, ...profile } =
      business;
    const { einNumber, ...stated } = profile;
    this.check(profile);
    const given = { naicsCodes, pscCodes, cageCodes, certifications, licences, services, pastPerformance };
    const lists = this.facts.prepareLists(given);
    const id = uuid();
    const now = this.clock.now();
    return this.unitOfWork.run(async () => {
      await this.businesses.insert({
        ...statedProfile(stated, utahDay(now)),
        ...(einNumber === null ? NO_EIN : this.eins.seal(id, einNumber)),
        id,
        ownerId,
        origin: 'owner',
        samBusinessTypes: [],
        verifiedAt: null,
        matchRevision: 1,
        version: 1,
        createdAt: now,
        updatedAt: now,
      });
      await this.insertLists(id, lists);
      this.announcer.changed(id, 1);
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

  /** @throws DomainError `not-found`, also for a private profile of somebody else */
  async getVisible(reader: Principal, id: string): Promise<Business> {
    const business = await this.get(id);
    if (!maySee(reader, business)) throw notFound('business');
    return business;
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
   * Changes what is given and leaves the rest; what is as wanted already is no change. `expected` are the versions the
   * caller read, where it said so.
   * @throws DomainError `not-found`, `forbidden`, `stale`, `company-name-taken`, `validation-failed`
   */
  async update(actor: Principal, id: string, wanted: WantedProfile, expected?: ExpectedVersions): Promise<Business> {
    return this.unitOfWork.run(async () => {
      const business = await this.holdForChange(actor, id, expected);
      this.check({ ...business, ...wanted });
      if (wanted.samStatedOn && wanted.samStatedOn !== business.samRegistration?.statedOn) throw otherSamDay();
      const stated = profileChanges(business, wanted, utahDay(this.clock.now()));
      if (stated.zipCode !== undefined && hasPrincipalAddress(business)) throw zipFollowsAddress();
      const changes: BusinessChanges = { ...stated, ...(await this.eins.changeOf(business, wanted)) };
      if (Object.keys(changes).length === 0) return business;
      await this.change(id, expected, changes, altersMatches(business, stated));
      if (altersIdentity(stated)) await this.announcer.identityChanged(id);
      return this.get(id);
    });
  }

  /** @throws DomainError `not-found`, `forbidden`, `stale` */
  async delete(actor: Principal, id: string, expected?: ExpectedVersions): Promise<void> {
    await this.getForChange(actor, id, expected);
    // So that the views are dropped before the answer.
    await this.unitOfWork.run(async () => {
      if (!(await this.businesses.delete(id, expected))) throw await this.goneOrStale(id);
      this.announcer.changed(id);
    });
  }

  /** The profile of an account that is being deleted, where it has one. */
  async deleteOwned(ownerId: string): Promise<void> {
    const id = await this.businesses.findIdByOwner(ownerId);
    if (!id) return;
    await this.businesses.delete(id, undefined);
    this.announcer.changed(id);
  }

  /** The profile, if this person may change it and it is still as the person read it. */
  async getForChange(actor: Principal, id: string, expected?: ExpectedVersions): Promise<Business> {
    const business = await this.getVisible(actor, id);
    if (!mayChange(actor, business)) throw notOwner();
    if (isStale(business.version, expected)) throw staleBusiness();
    return business;
  }

  /**
   * As `getForChange`, in the open transaction, and nobody else changes the profile until it ends. Whoever names one version
   * needs no lock: the change itself compares it.
   */
  async holdForChange(actor: Principal, id: string, expected?: ExpectedVersions): Promise<Business> {
    if (expected?.length !== 1) await this.businesses.hold(id);
    return this.getForChange(actor, id, expected);
  }

  /**
   * One of the profile's lists changes in the open transaction: that is a change of the profile. Answers its new version.
   * @throws DomainError `not-found`, `stale`
   */
  noteChangedList(id: string, kind: PartKind, expected?: ExpectedVersions): Promise<number> {
    return this.change(id, expected, {}, partRules[kind].isMatched);
  }

  /** In the open transaction, after a change of addresses: the ZIP code is the principal one's. Answers the version. */
  async followPrincipalAddress(id: string): Promise<number> {
    const [business, zipCode] = [await this.get(id), await this.parts.findPrincipalZipCode(id)];
    if (zipCode === undefined || zipCode === business.zipCode) return business.version;
    return this.change(id, undefined, { zipCode }, true);
  }

  private check(
    profile: Pick<ProfileInput, 'serviceArea' | 'ownExclusions' | 'contractValueMinUsd' | 'contractValueMaxUsd'>,
  ): void {
    const { serviceArea, ownExclusions, contractValueMinUsd: min, contractValueMaxUsd: max } = profile;
    if (serviceArea) this.facts.checkServiceArea(serviceArea);
    this.facts.checkOwnExclusions(ownExclusions);
    if (min !== null && max !== null && max < min) throw valueRange();
  }

  private async insertLists(id: string, lists: NewLists): Promise<void> {
    await this.parts.insert('naics-codes', id, lists.naicsCodes);
    await this.parts.insert('psc-codes', id, lists.pscCodes);
    await this.parts.insert('cage-codes', id, lists.cageCodes);
    await this.parts.insert('certifications', id, lists.certifications);
    await this.parts.insert('licences', id, lists.licences);
    await this.parts.insert('services', id, lists.services);
    await this.parts.insert('past-performance', id, lists.pastPerformance);
  }

  private async change(
    id: string,
    expected: ExpectedVersions,
    changes: BusinessChanges,
    isMatched: boolean,
  ): Promise<number> {
    const updated = { ...changes, updatedAt: this.clock.now() };
    const changed = await this.businesses.update(id, expected, updated, isMatched);
    if (changed === undefined) throw await this.goneOrStale(id);
    this.announcer.changed(id, isMatched ? changed.matchRevision : undefined);
    return changed.version;
  }

  /** Why a write that named a version, or a row, found neither. */
  private async goneOrStale(id: string): Promise<DomainError> {
    return (await this.businesses.find(id)) ? staleBusiness() : notFound('business');
  }
}

const hasPrincipalAddress = ({ addresses }: Business): boolean => addresses.some(({ kind }) => kind === 'principal');
