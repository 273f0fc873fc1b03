import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../common/auth/principal';
import { notFound } from '../../../common/errors/domain-error';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { AuditLog } from '../../audit';
import { businessClaimed, businessExists, claimantUnfit, claimDecided } from '../domain/business.errors';
import { type BusinessClaim, CLAIMED_BY_ANOTHER, type ClaimDecision } from '../domain/claim';
import { type Claimant, mayOwnProfile } from '../domain/claim.policy';
import { BusinessesRepository } from '../persistence/businesses.repository';
import { ClaimsRepository } from '../persistence/claims.repository';
import { BusinessAnnouncer } from './business-announcer.service';
import { ClaimMails } from './claim-mails.service';

/** Administrators give profiles to whom they belong. */
@Injectable()
export class ClaimDecisions {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly businesses: BusinessesRepository,
    private readonly mails: ClaimMails,
    private readonly announcer: BusinessAnnouncer,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * A confirmed claim makes its claimant the owner and refuses all other claims of the profile. Whoever claimed is told by
   * mail. Audited.
   * @throws DomainError `not-found`, `claim-decided`; to confirm also `claimant-unfit`, `business-claimed`,
   * `business-exists`, `company-name-taken`
   */
  decide(actor: Principal, id: string, { decision, reason }: ClaimDecision): Promise<BusinessClaim> {
    return this.unitOfWork.run(async () => {
      const { claim, claimant } = await this.hold(id);
      if (claim.status !== 'pending') throw claimDecided();
      if (decision === 'confirmed') await this.giveProfile(claim, claimant);
      await this.close(actor, claim, { decision, reason });
      if (decision === 'confirmed') await this.refuseOthers(actor, claim);
      return this.get(id);
    });
  }

  /** Whoever decides holds the business, so that a claim that was read after that stays as it is. */
  private async hold(id: string): Promise<{ readonly claim: BusinessClaim; readonly claimant: Claimant }> {
    const { claimantId, businessId } = await this.get(id);
    const claimant = await this.claims.holdClaimant(claimantId);
    await this.businesses.hold(businessId);
    if (!claimant) throw notFound('claim');
    return { claim: await this.get(id), claimant };
  }

  private async giveProfile({ businessId, claimantId }: BusinessClaim, claimant: Claimant): Promise<void> {
    if (!mayOwnProfile(claimant)) throw claimantUnfit();
    const business = await this.businesses.find(businessId);
    if (!business) throw notFound('business');
    if (business.ownerId !== null) throw businessClaimed();
    if (await this.businesses.findIdByOwner(claimantId)) throw businessExists();
    const changes = { ownerId: claimantId, updatedAt: this.clock.now() };
    if (!(await this.businesses.update(businessId, [business.version], changes, false))) throw notFound('business');
    this.announcer.changed(businessId);
  }

  /** Nobody is written to who is being deleted: the claim goes with the account. */
  private async refuseOthers(actor: Principal, { businessId }: BusinessClaim): Promise<void> {
    for (const claim of await this.claims.findPendingOfBusiness(businessId)) {
      if (!(await this.claims.keepClaimant(claim.claimantId))) continue;
      await this.close(actor, claim, { decision: 'refused', reason: CLAIMED_BY_ANOTHER });
    }
  }

  private async close(actor: Principal, claim: BusinessClaim, { decision, reason }: ClaimDecision): Promise<void> {
    const { id, businessId, claimantId } = claim;
    const mailId = await this.mails.tell(claimantId);
    const decided = { status: decision, reason, decidedBy: actor.userId, decidedAt: this.clock.now(), mailId };
    await this.claims.decide(id, decided);
    const isConfirmed = decision === 'confirmed';
    await this.audit.record({
      action: isConfirmed ? 'business.claim-confirmed' : 'business.claim-refused',
      subject: { type: 'business', id: businessId },
      ...(isConfirmed ? { before: { ownerId: null } } : {}),
      after: isConfirmed ? { ownerId: claimantId, reason } : { reason },
      details: { claimId: id, ...(isConfirmed ? { toOwnerId: claimantId } : {}) },
    });
  }

  private async get(id: string): Promise<BusinessClaim> {
    const claim = await this.claims.find(id);
    if (!claim) throw notFound('claim');
    return claim;
  }
}
