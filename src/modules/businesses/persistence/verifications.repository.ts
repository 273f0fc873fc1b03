import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { notFound } from '../../../common/errors/domain-error';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork, violatedForeignKey } from '../../../infra/database';
import type { BusinessVerification } from '../domain/verification';
import { VerificationEntity } from './verification.entity';

/** The history of decisions on profiles. Nothing in it changes. */
@Injectable()
export class VerificationsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError `not-found` for a decider who was deleted meanwhile */
  async insert(verification: Omit<BusinessVerification, 'id'>): Promise<BusinessVerification> {
    const row = { ...verification, id: uuid() };
    try {
      await this.verifications.insert(row);
    } catch (error) {
      throw violatedForeignKey(error) === 'business_verifications_decider_fkey' ? notFound('account') : error;
    }
    return row;
  }

  /** The latest first. */
  search(businessId: string, { limit, offset }: Slice): Promise<Found<BusinessVerification>> {
    return this.verifications.findAndCount({
      where: { businessId },
      order: { decidedAt: 'DESC', id: 'DESC' },
      take: limit,
      skip: offset,
    });
  }

  private get verifications(): Repository<VerificationEntity> {
    return this.unitOfWork.manager.getRepository(VerificationEntity);
  }
}
