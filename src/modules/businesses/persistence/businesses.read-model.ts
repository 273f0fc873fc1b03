import { Injectable } from '@nestjs/common';
import type { Found } from '../../../common/http/paging';
import { escapeLike, UnitOfWork } from '../../../infra/database';
import type { BusinessSearch, BusinessSummary } from '../domain/business-summary';

const MATCHING = `
  FROM businesses business
 WHERE ($1::text IS NULL OR business.company_name ILIKE $1 OR business.dba_name ILIKE $1)
   AND ($2::text IS NULL OR EXISTS (
         SELECT FROM business_naics_codes listed WHERE listed.business_id = business.id AND listed.code LIKE $2))
   AND ($3::text IS NULL OR EXISTS (
         SELECT FROM business_certifications listed
          WHERE listed.business_id = business.id AND listed.program = $3 AND listed.status = 'active'))`;

@Injectable()
export class BusinessesReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By company name. */
  async search({ q, naics, certification, limit, offset }: BusinessSearch): Promise<Found<BusinessSummary>> {
    const filters = [
      q === undefined ? null : `%${escapeLike(q)}%`,
      naics === undefined ? null : `${naics}%`,
      certification ?? null,
    ];
    const items: BusinessSummary[] = await this.unitOfWork.manager.query(
      `SELECT business.id, business.company_name AS "companyName", business.dba_name AS "dbaName", business.description,
              business.website_url AS "websiteUrl", business.zip_code AS "zipCode", business.verified_at AS "verifiedAt",
              (SELECT code FROM business_naics_codes listed
                WHERE listed.business_id = business.id AND listed.is_primary) AS "primaryNaicsCode"
       ${MATCHING} ORDER BY lower(business.company_name), business.id LIMIT $4 OFFSET $5`,
      [...filters, limit, offset],
    );
    const counted: { total: number }[] = await this.unitOfWork.manager.query(
      `SELECT count(*)::integer AS total ${MATCHING}`,
      filters,
    );
    return [items, counted[0]?.total ?? 0];
  }
}
