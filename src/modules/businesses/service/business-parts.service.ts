import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../common/auth/principal';
import { notFound } from '../../../common/errors/domain-error';
import type { ExpectedVersions } from '../../../common/http/entity-tag';
import type { Found, Slice } from '../../../common/http/paging';
import { withoutUndefined } from '../../../common/without-undefined';
import { UnitOfWork } from '../../../infra/database';
import { privatePart } from '../domain/business.errors';
import { maySeePrivateFields } from '../domain/business.policy';
import { type BusinessParts, type NewPart, type PartKind, partRules } from '../domain/business-parts';
import { BusinessPartsRepository } from '../persistence/business-parts.repository';
import { BusinessesService } from './businesses.service';
import { BusinessFactsChecker } from './business-facts.checker';

/** An entry with the version of the profile that it is part of. */
export interface VersionedPart<Kind extends PartKind> {
  readonly part: BusinessParts[Kind];
  readonly version: number;
}

/** Entries as they are stored, with the version of the profile that they are part of. */
interface AddedParts<Kind extends PartKind> {
  readonly parts: readonly BusinessParts[Kind][];
  readonly version: number;
}

export interface PartChange<Kind extends PartKind> {
  readonly partId: string;
  /** Absent fields stay as they are. */
  readonly changes: Partial<NewPart<Kind>>;
}

/** Entries as a request lists them. */
export interface GivenParts<Kind extends PartKind> {
  /** What the request calls the list: what is wrong with an entry is named by it. */
  readonly list: string;
  readonly parts: readonly NewPart<Kind>[];
}

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
    await this.requireReadable(reader, businessId, kind);
    return this.parts.search(kind, businessId, slice);
  }

  /** @throws DomainError `not-found`, `forbidden` where the list is private and the reader is not the owner */
  async get<Kind extends PartKind>(
    reader: Principal,
    businessId: string,
    kind: Kind,
    partId: string,
  ): Promise<VersionedPart<Kind>> {
    const version = await this.requireReadable(reader, businessId, kind);
    return { part: await this.find(businessId, kind, partId), version };
  }

  /** @throws DomainError `not-found`, `forbidden`, `stale`, `validation-failed`, `already-listed`, `too-many-entries` */
  async add<Kind extends PartKind>(
    actor: Principal,
    businessId: string,
    kind: Kind,
    part: NewPart<Kind>,
    expected?: ExpectedVersions,
  ): Promise<VersionedPart<Kind>> {
    const prepared = [this.facts.prepare(kind, part)];
    const { parts, version } = await this.addPrepared(actor, businessId, kind, prepared, expected);
    const [added] = parts;
    if (!added) throw notFound('entry');
    return { part: added, version };
  }

  /** All of them or none. @throws DomainError as `add` */
  async addAll<Kind extends PartKind>(
    actor: Principal,
    businessId: string,
    kind: Kind,
    { list, parts }: GivenParts<Kind>,
    expected?: ExpectedVersions,
  ): Promise<AddedParts<Kind>> {
    const prepared = this.facts.prepareAll(kind, parts, list);
    return this.addPrepared(actor, businessId, kind, prepared, expected);
  }

  /** Changes what is given; the same again changes nothing. @throws DomainError as `add` */
  async change<Kind extends PartKind>(
    actor: Principal,
    businessId: string,
    kind: Kind,
    { partId, changes }: PartChange<Kind>,
    expected?: ExpectedVersions,
  ): Promise<VersionedPart<Kind>> {
    return this.unitOfWork.run(async () => {
      const { version } = await this.businesses.holdForChange(actor, businessId, expected);
      const before = await this.find(businessId, kind, partId);
      const prepared = this.facts.prepare(kind, { ...before, ...withoutUndefined(changes) }, before);
      if (isSame(before, prepared)) return { part: before, version };
      const changedVersion = await this.businesses.noteChangedList(businessId, kind, expected);
      await this.makeRoomForPrimary(kind, businessId, prepared);
      if (!(await this.parts.update(kind, businessId, partId, prepared))) throw notFound('entry');
      const part = await this.find(businessId, kind, partId);
      return { part, version: await this.follow(kind, businessId, changedVersion) };
    });
  }

  /** @throws DomainError `not-found`, `forbidden`, `stale` */
  async remove(
    actor: Principal,
    businessId: string,
    kind: PartKind,
    partId: string,
    expected?: ExpectedVersions,
  ): Promise<void> {
    await this.businesses.getForChange(actor, businessId, expected);
    await this.unitOfWork.run(async () => {
      await this.businesses.noteChangedList(businessId, kind, expected);
      if (!(await this.parts.delete(kind, businessId, partId))) throw notFound('entry');
    });
  }

  private async addPrepared<Kind extends PartKind>(
    actor: Principal,
    businessId: string,
    kind: Kind,
    prepared: readonly NewPart<Kind>[],
    expected?: ExpectedVersions,
  ): Promise<AddedParts<Kind>> {
    await this.businesses.getForChange(actor, businessId, expected);
    return this.unitOfWork.run(async () => {
      const version = await this.businesses.noteChangedList(businessId, kind, expected);
      for (const part of prepared) await this.makeRoomForPrimary(kind, businessId, part);
      const added = await this.parts.insert(kind, businessId, prepared);
      return { parts: added, version: await this.follow(kind, businessId, version) };
    });
  }

  /** Answers the version of the profile. */
  private async requireReadable(reader: Principal, businessId: string, kind: PartKind): Promise<number> {
    const business = await this.businesses.getVisible(reader, businessId);
    if (partRules[kind].isPrivate && !maySeePrivateFields(reader, business)) throw privatePart();
    return business.version;
  }

  private async find<Kind extends PartKind>(
    businessId: string,
    kind: Kind,
    partId: string,
  ): Promise<BusinessParts[Kind]> {
    const part = await this.parts.find(kind, businessId, partId);
    if (!part) throw notFound('entry');
    return part;
  }

  /** There is one primary entry: a new one takes the place of the one before. */
  private async makeRoomForPrimary(kind: PartKind, businessId: string, part: object): Promise<void> {
    if ('isPrimary' in part && part.isPrimary === true) await this.parts.demotePrimary(kind, businessId);
  }

  /** The profile's ZIP code is that of the principal place of business. Answers the version after that. */
  private async follow(kind: PartKind, businessId: string, version: number): Promise<number> {
    return kind === 'addresses' ? this.businesses.followPrincipalAddress(businessId) : version;
  }
}

const isSame = (before: object, after: object): boolean => JSON.stringify(before) === JSON.stringify(after);
