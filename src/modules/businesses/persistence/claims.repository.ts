import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { notFound } from '../../../common/errors/domain-error';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork, violatedForeignKey, violatedUniqueConstraint } from '../../../infra/database';
import { claimExists } from '../domain/business.errors';
import type { BusinessClaim, ClaimFilter, ClaimStatus, NewClaim } from '../domain/claim';
import type { Claimant } from '../domain/claim.policy';
import { ClaimEntity } from './claim.entity';

/** How a claim ended, and the mail that says so. */
export interface DecidedClaim {
  readonly status: ClaimStatus;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly mailId: string;
}

const CLAIMS = `
  SELECT claim.id, claim.business_id AS "businessId", claim.company_name AS "companyName",
         CASE WHEN claim.status = 'pending' THEN business.company_name END AS "presentCompanyName",
         CASE WHEN claim.status = 'pending' THEN business.uei_number END AS "presentUeiNumber",
         claim.claimant_id AS "claimantId", claim.status, claim.note, claim.created_at AS "createdAt", claim.reason,
         claim.decided_at AS "decidedAt"
    FROM business_claims claim
    JOIN businesses business ON business.id = claim.business_id`;

const MATCHING = '($1::uuid IS NULL OR claim.claimant_id = $1) AND ($2::text IS NULL OR claim.status = $2)';

/** Whoever writes a claim holds first the claimant, then the business: always in this order, as deletions do. */
@Injectable()
export class ClaimsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Holds the account until the open transaction ends. Undefined without such an account. */
  async holdClaimant(userId: string): Promise<Claimant | undefined> {
    const rows: Claimant[] = await this.unitOfWork.manager.query(
      `SELECT role, is_active AS "isActive", is_verified AS "isVerified" FROM users WHERE id = $1 FOR NO KEY UPDATE`,
      [userId],
    );
    return rows[0];
  }

  /** Keeps the account from being deleted until the open transaction ends; whoever holds it may go on. Whether it exists. */
  async keepClaimant(userId: string): Promise<boolean> {
    const rows: unknown[] = await this.unitOfWork.manager.query('SELECT FROM users WHERE id = $1 FOR KEY SHARE', [
      userId,
    ]);
    return rows.length > 0;
  }

  /** Answers its id. @throws DomainError `claim-exists` */
  async insert(claim: NewClaim, createdAt: Date): Promise<string> {
    const id = uuid();
    try {
      await this.claims.insert({ ...claim, id, createdAt, status: 'pending' });
    } catch (error) {
      throw violatedUniqueConstraint(error) === 'business_claims_pending_key' ? claimExists() : error;
    }
    return id;
  }

  find(id: string): Promise<BusinessClaim | undefined> {
    return this.findBy('claim.id = $1', id);
  }

  /** The claim whose end this mail tells of. */
  findByMail(mailId: string): Promise<BusinessClaim | undefined> {
    return this.findBy('claim.mail_id = $1', mailId);
  }

  findPendingOfClaimant(claimantId: string): Promise<readonly BusinessClaim[]> {
    return this.select(`WHERE claim.claimant_id = $1 AND claim.status = 'pending'`, [claimantId]);
  }

  findPendingOfBusiness(businessId: string): Promise<readonly BusinessClaim[]> {
    return this.select(`WHERE claim.business_id = $1 AND claim.status = 'pending' ORDER BY claim.id`, [businessId]);
  }

  /** The latest first. */
  async search({ claimantId, status }: ClaimFilter, { limit, offset }: Slice): Promise<Found<BusinessClaim>> {
    const filters = [claimantId ?? null, status ?? null];
    const items = await this.select(
      `WHERE ${MATCHING} ORDER BY claim.created_at DESC, claim.id DESC LIMIT $3 OFFSET $4`,
      [...filters, limit, offset],
    );
    const counted: { total: number }[] = await this.unitOfWork.manager.query(
      `SELECT count(*)::integer AS total FROM business_claims claim WHERE ${MATCHING}`,
      filters,
    );
    return [items, counted[0]?.total ?? 0];
  }

  /** @throws DomainError `not-found` for a decider who was deleted meanwhile */
  async decide(id: string, decided: DecidedClaim): Promise<void> {
    try {
      await this.claims.update({ id }, decided);
    } catch (error) {
      throw violatedForeignKey(error) === 'business_claims_decider_fkey' ? notFound('account') : error;
    }
  }

  private async findBy(condition: string, value: string): Promise<BusinessClaim | undefined> {
    const [claim] = await this.select(`WHERE ${condition}`, [value]);
    return claim;
  }

  private select(condition: string, parameters: unknown[]): Promise<readonly BusinessClaim[]> {
    return this.unitOfWork.manager.query(`${CLAIMS} ${condition}`, parameters);
  }

  private get claims(): Repository<ClaimEntity> {
    return this.unitOfWork.manager.getRepository(ClaimEntity);
  }
}
