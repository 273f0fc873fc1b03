import { Injectable } from '@nestjs/common';
import { NIL, v7 as uuid } from 'uuid';
import type { Principal } from '../../../common/auth/principal';
import { type DomainError, notFound } from '../../../common/errors/domain-error';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { noteInRequestContext } from '../../../infra/logging';
import type { Business } from '../domain/business';
import { notOwner, staleBusiness, valueRange, zipFollowsAddress } from '../domain/business.errors';
import { mayChange, maySee } from '../domain/business.policy';
import { type NewPart, type PartKind, partRules } from '../domain/business-parts';
import type { NewBusiness } from '../domain/new-business';
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
      await this.insert('naics-codes', id, naicsCodes);
      await this.insert('psc-codes', id, pscCodes);
      await this.insert('cage-codes', id, cageCodes);
      await this.insert('certifications', id, certifications);
      await this.insert('licences', id, licences);
      await this.insert('services', id, services);
      await this.insert('past-performance', id, pastPerformance);
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
   * Changes what is given and leaves the rest; what is as wanted already is no change. `expectedVersion` is the version the
   * caller read, where it said so.
   * @throws DomainError `not-found`, `forbidden`, `stale`, `company-name-taken`, `validation-failed`
   */
  async update(actor: Principal, id: string, wanted: WantedProfile, expectedVersion?: number): Promise<Business> {
    return this.unitOfWork.run(async () => {
      const business = await this.holdForChange(actor, id, expectedVersion);
      this.check({ ...business, ...wanted });
      const stated = profileChanges(business, wanted, utahDay(this.clock.now()));
      if (stated.zipCode !== undefined && hasPrincipalAddress(business)) throw zipFollowsAddress();
      const changes: BusinessChanges = { ...stated, ...(await this.eins.changeOf(business, wanted)) };
      if (Object.keys(changes).length === 0) return business;
      await this.change(id, expectedVersion, changes, altersMatches(business, stated));
      if (altersIdentity(stated)) await this.announcer.identityChanged(id);
      return this.get(id);
    });
  }

  /** @throws DomainError `not-found`, `forbidden`, `stale` */
  async delete(actor: Principal, id: string, expectedVersion?: number): Promise<void> {
    await this.getForChange(actor, id, expectedVersion);
    if (!(await this.businesses.delete(id, expectedVersion))) throw await this.goneOrStale(id);
    this.announcer.changed(id);
  }

  /** The profile of an account that is being deleted, where it has one. */
  async deleteOwned(ownerId: string): Promise<void> {
    const id = await this.businesses.findIdByOwner(ownerId);
    if (!id) return;
    await this.businesses.delete(id, undefined);
    this.announcer.changed(id);
  }

  /** The profile, if this person may change it and it is still as the person read it. */
  async getForChange(actor: Principal, id: string, expectedVersion?: number): Promise<Business> {
    const business = await this.getVisible(actor, id);
    if (!mayChange(actor, business)) throw notOwner();
    if (expectedVersion !== undefined && expectedVersion !== business.version) throw staleBusiness();
    return business;
  }

  /**
   * As `getForChange`, in the open transaction, and nobody else changes the profile until it ends. Whoever names a version needs
   * no lock: the change itself compares it.
   */
  async holdForChange(actor: Principal, id: string, expectedVersion?: number): Promise<Business> {
    if (expectedVersion === undefined) await this.businesses.hold(id);
    return this.getForChange(actor, id, expectedVersion);
  }

  /**
   * One of the profile's lists changes in the open transaction: that is a change of the profile. Answers its new version.
   * @throws DomainError `not-found`, `stale`
   */
  noteChangedList(id: string, kind: PartKind, expectedVersion?: number): Promise<number> {
    return this.change(id, expectedVersion, {}, partRules[kind].isMatched);
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

  private async insert<Kind extends PartKind>(kind: Kind, id: string, parts: readonly NewPart<Kind>[]): Promise<void> {
    await this.parts.insert(
      kind,
      id,
      parts.map((part) => this.facts.prepare(kind, part)),
    );
  }

  private async change(
    id: string,
    version: number | undefined,
    changes: BusinessChanges,
    isMatched: boolean,
  ): Promise<number> {
    const updated = { ...changes, updatedAt: this.clock.now() };
    const changed = await this.businesses.update(id, version, updated, isMatched);
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
