import { Injectable } from '@nestjs/common';
import { SqlConditions, UnitOfWork } from '../../../infra/database';
import type {
  BusinessFacets,
  BusinessFilter,
  BusinessSlice,
  BusinessSort,
  FoundBusinesses,
  Sight,
} from '../domain/business-search';
import type { BusinessSummary } from '../domain/business-summary';
import { facetColumns, isInForce } from './business-search-facets.sql';
import { sourceOf } from './business-search-filter.sql';

/** One entry of a page. */
interface Hit {
  readonly id: string;
  /** Statute miles; null where the search is not about a place. */
  readonly miles: number | null;
}

interface SearchRow extends Omit<BusinessFacets, 'verified'> {
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly verified: number;
}

const orders: Readonly<Record<BusinessSort, string>> = {
  name: 'found.name, found.id',
  distance: 'found.miles, found.name, found.id',
  newest: 'found.created_at DESC, found.id',
};

const NOTHING: SearchRow = { hits: [], total: 0, verified: 0, certifications: [], naicsSectors: [], counties: [] };

@Injectable()
export class BusinessesReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Two statements, whatever is asked. Sorting by distance needs a filter with `near`. */
  async search(filter: BusinessFilter, slice: BusinessSlice, sight: Sight): Promise<FoundBusinesses> {
    const { hits, total, verified, ...facets } = await this.find(filter, slice, sight);
    const items = hits.length === 0 ? [] : await this.readSummaries(hits, filter.day);
    return { items, total, facets: { ...facets, verified: { yes: verified, no: total - verified } } };
  }

  private async find(filter: BusinessFilter, { sort, limit, offset }: BusinessSlice, sight: Sight): Promise<SearchRow> {
    const conditions = new SqlConditions();
    const day = conditions.parameter(filter.day);
    const source = sourceOf(filter, sight, day, conditions);
    const rows: SearchRow[] = await this.unitOfWork.manager.query(
      `WITH found AS MATERIALIZED (
         SELECT business.id, lower(business.company_name) AS name, business.created_at, business.zip_code,
                business.service_area, business.verified_at, ${filter.near ? 'near.miles' : 'NULL::float8 AS miles'}
         ${source}
       )
       SELECT (SELECT coalesce(json_agg(json_build_object('id', hit.id, 'miles', hit.miles)), '[]')
                 FROM (SELECT found.id, found.miles FROM found ORDER BY ${orders[sort]}
                        LIMIT ${conditions.parameter(limit)} OFFSET ${conditions.parameter(offset)}) hit) AS hits,
              ${facetColumns(day)}`,
      conditions.values,
    );
    return rows[0] ?? NOTHING;
  }

  /** In the order of the hits. */
  private readSummaries(hits: readonly Hit[], day: string): Promise<BusinessSummary[]> {
    return this.unitOfWork.manager.query(
      `SELECT business.id, business.company_name AS "companyName", business.dba_name AS "dbaName", business.description,
              business.website_url AS "websiteUrl", business.zip_code AS "zipCode", home.county, home.state,
              (SELECT code FROM business_naics_codes listed
                WHERE listed.business_id = business.id AND listed.is_primary) AS "primaryNaicsCode",
              ARRAY(SELECT held.program FROM business_certifications held
                     WHERE held.business_id = business.id AND ${isInForce('held', '$3')}
                     ORDER BY held.program) AS certifications,
              business.owner_id IS NOT NULL AS "isClaimed", business.verified_at AS "verifiedAt",
              round(hit.miles::numeric, 1)::float8 AS "distanceMiles"
         FROM unnest($1::uuid[], $2::float8[]) WITH ORDINALITY AS hit(id, miles, place)
         JOIN businesses business ON business.id = hit.id
         LEFT JOIN zip_codes home ON home.zip = business.zip_code
        ORDER BY hit.place`,
      [hits.map(({ id }) => id), hits.map(({ miles }) => miles), day],
    );
  }
}
