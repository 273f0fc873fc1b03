import { Injectable } from '@nestjs/common';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork } from '../../../infra/database';
import { type MatchFilter, UNKNOWN_SET_ASIDE } from '../domain/match-search';
import type { StoredMatch } from '../domain/stored-match';

/**
 * What closed since it was matched is in no list any more, whether or not anybody has swept. `$2` is now; the other
 * conditions are those of `opportunityStatus` that can come true without a change of the opportunity.
 */
const LISTED = `
   FROM matches match JOIN opportunities opportunity ON opportunity.id = match.opportunity_id
  WHERE match.business_id = $1
    AND (opportunity.response_due_at IS NULL OR opportunity.response_due_at > $2::timestamptz)
    AND (opportunity.archive_on IS NULL OR opportunity.archive_on >= ($2::timestamptz AT TIME ZONE 'America/Denver')::date)
    AND opportunity.cancelled_at IS NULL AND opportunity.withdrawn_at IS NULL
    AND opportunity.awarded_at IS NULL AND opportunity.notice_type IN ('o', 'k')
    AND ($3::text IS NULL OR match.eligibility = $3)
    AND ($4::numeric IS NULL OR match.score >= $4)
    AND ($5::text IS NULL OR opportunity.notice_type = $5)
    AND ($6::text[] IS NULL OR EXISTS (SELECT FROM unnest($6) prefix WHERE opportunity.naics_code LIKE prefix || '%'))
    AND ($7::text IS NULL OR coalesce(opportunity.set_aside, '${UNKNOWN_SET_ASIDE}') = $7)`;

@Injectable()
export class MatchesReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Stored matches of a business whose opportunities are still open: best first, then what is due first. */
  async search(
    businessId: string,
    filter: MatchFilter,
    { limit, offset }: Slice,
    now: Date,
  ): Promise<Found<StoredMatch>> {
    const values = [
      businessId,
      now,
      filter.eligibility ?? null,
      filter.minScore ?? null,
      filter.noticeType ?? null,
      filter.naics ?? null,
      filter.setAside ?? null,
    ];
    const items: StoredMatch[] = await this.unitOfWork.manager.query(
      `SELECT match.business_id AS "businessId", match.opportunity_id AS "opportunityId", match.score::float8 AS score,
              match.confidence::float8 AS confidence, match.eligibility, match.gates, match.components,
              match.model_version AS "modelVersion", match.matched_at AS "matchedAt"
       ${LISTED} ORDER BY match.score DESC, opportunity.response_due_at NULLS LAST, match.opportunity_id LIMIT $8 OFFSET $9`,
      [...values, limit, offset],
    );
    const counted: { total: number }[] = await this.unitOfWork.manager.query(
      `SELECT count(*)::integer AS total ${LISTED}`,
      values,
    );
    return [items, counted[0]?.total ?? 0];
  }
}
