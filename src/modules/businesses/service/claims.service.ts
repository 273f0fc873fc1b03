import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../common/auth/principal';
import { notFound } from '../../../common/errors/domain-error';
import type { Found, Slice } from '../../../common/http/paging';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { AuditLog } from '../../audit';
import {
  businessClaimed,
  businessExists,
  claimExists,
  emailUnverified,
  tooManyClaims,
} from '../domain/business.errors';
import { type BusinessClaim, type ClaimFilter, MOST_PENDING_CLAIMS } from '../domain/claim';
import { seesAllClaims } from '../domain/claim.policy';
import { BusinessesRepository } from '../persistence/businesses.repository';
import { ClaimsRepository } from '../persistence/claims.repository';
import { BusinessesService } from './businesses.service';

/** Profiles that were imported belong to nobody until somebody claims one and an administrator agrees. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly businesses: BusinessesService,
    private readonly rows: BusinessesRepository,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Audited. @throws DomainError `email-unverified`, `not-found`, `business-claimed`, `business-exists`, `claim-exists`,
   * `too-many-claims`
   */
  async make(actor: Principal, businessId: string, note: string | null): Promise<BusinessClaim> {
    if (!actor.isVerified) throw emailUnverified();
    return this.unitOfWork.run(async () => {
      if (!(await this.claims.holdClaimant(actor.userId))) throw notFound('account');
      const companyName = await this.requireClaimable(actor, businessId);
      const pending = await this.claims.findPendingOfClaimant(actor.userId);
      if (pending.some((claim) => claim.businessId === businessId)) throw claimExists();
      if (pending.length >= MOST_PENDING_CLAIMS) throw tooManyClaims(MOST_PENDING_CLAIMS);
      const id = await this.claims.insert(
        { businessId, companyName, claimantId: actor.userId, note },
        this.clock.now(),
      );
      const subject = { type: 'business', id: businessId } as const;
      await this.audit.record({ action: 'business.claim-made', subject, details: { claimId: id } });
      return this.get(id);
    });
  }

  /** The reader's own claims, or everybody's for administrators; the latest first. */
  search(reader: Principal, { status }: ClaimFilter, slice: Slice): Promise<Found<BusinessClaim>> {
    return this.claims.search({ status, claimantId: seesAllClaims(reader) ? undefined : reader.userId }, slice);
  }

  /** Answers the name of the firm. */
  private async requireClaimable(actor: Principal, businessId: string): Promise<string> {
    await this.rows.hold(businessId);
    const { ownerId, companyName } = await this.businesses.getVisible(actor, businessId);
    if (ownerId !== null) throw businessClaimed();
    if (await this.rows.findIdByOwner(actor.userId)) throw businessExists();
    return companyName;
  }

  private async get(id: string): Promise<BusinessClaim> {
    const claim = await this.claims.find(id);
    if (!claim) throw notFound('claim');
    return claim;
  }
}
