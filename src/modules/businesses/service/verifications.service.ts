import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../common/auth/principal';
import { notFound } from '../../../common/errors/domain-error';
import { type ExpectedVersions, isStale } from '../../../common/http/entity-tag';
import type { Found, Slice } from '../../../common/http/paging';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { AuditLog } from '../../audit';
import type { Business } from '../domain/business';
import { staleBusiness } from '../domain/business.errors';
import { type BusinessVerification, IDENTITY_CHANGED, type VerificationDecision } from '../domain/verification';
import { BusinessesRepository } from '../persistence/businesses.repository';
import { VerificationsRepository } from '../persistence/verifications.repository';
import { BusinessAnnouncer } from './business-announcer.service';

/** A decision with the version of the profile that it made. */
export interface VersionedVerification {
  readonly verification: BusinessVerification;
  readonly version: number;
}

/** Whether profiles describe the firms that they name: administrators decide, and every decision is kept. */
@Injectable()
export class VerificationsService {
  constructor(
    private readonly businesses: BusinessesRepository,
    private readonly verifications: VerificationsRepository,
    private readonly announcer: BusinessAnnouncer,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Every decision counts, also one that confirms the one before: then the profile was verified anew. `expected` are
   * the versions of the profile that were looked at, where the administrator said so. Audited.
   * @throws DomainError `not-found`, `stale`
   */
  decide(
    actor: Principal,
    businessId: string,
    decision: VerificationDecision,
    expected?: ExpectedVersions,
  ): Promise<VersionedVerification> {
    return this.unitOfWork.run(async () => {
      const business = await this.hold(businessId);
      if (isStale(business.version, expected)) throw staleBusiness();
      return this.record(business, decision, actor.userId);
    });
  }

  /** In the open transaction: what was verified is another firm now. */
  async withdrawAfterIdentityChange(businessId: string): Promise<void> {
    const business = await this.hold(businessId);
    if (business.verifiedAt === null) return;
    await this.record(business, { verified: false, reason: IDENTITY_CHANGED }, null);
  }

  /** All decisions on a profile, the latest first. @throws DomainError `not-found` */
  async search(businessId: string, slice: Slice): Promise<Found<BusinessVerification>> {
    if (!(await this.businesses.find(businessId))) throw notFound('business');
    return this.verifications.search(businessId, slice);
  }

  private async hold(id: string): Promise<Business> {
    const business = (await this.businesses.hold(id)) ? await this.businesses.find(id) : undefined;
    if (!business) throw notFound('business');
    return business;
  }

  private async record(
    { id: businessId, version, verifiedAt: before }: Business,
    { verified, reason }: VerificationDecision,
    decidedBy: string | null,
  ): Promise<VersionedVerification> {
    const decidedAt = this.clock.now();
    const verifiedAt = verified ? decidedAt : null;
    const changed = await this.businesses.update(businessId, [version], { verifiedAt, updatedAt: decidedAt }, false);
    if (!changed) throw staleBusiness();
    const verification = await this.verifications.insert({ businessId, verified, reason, decidedBy, decidedAt });
    await this.audit.record({
      action: verified ? 'business.verified' : 'business.verification-withdrawn',
      subject: { type: 'business', id: businessId },
      before: { verifiedAt: before && before.toISOString() },
      after: { verifiedAt: verifiedAt && verifiedAt.toISOString(), reason },
      details: { verificationId: verification.id },
    });
    this.announcer.changed(businessId);
    return { verification, version: changed.version };
  }
}
