import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import { MOST_MATCHES, type StoredMatch } from '../domain/stored-match';

const COLUMNS = `business_id, opportunity_id, score, confidence, eligibility, gates, components, model_version, matched_at`;

const toRow = (match: StoredMatch): object => ({
  business_id: match.businessId,
  opportunity_id: match.opportunityId,
  score: match.score,
  confidence: match.confidence,
  eligibility: match.eligibility,
  gates: match.gates,
  components: match.components,
  model_version: match.modelVersion,
  matched_at: match.matchedAt,
});

/** A full list, with those of the opportunities in question that it holds. */
export interface FullList {
  readonly businessId: string;
  /** Score of its last place. */
  readonly leastScore: number;
  readonly opportunityIds: readonly string[];
}

/** Who writes holds the states of the businesses concerned (`MatchStatesRepository.lock`) in the same transaction. */
@Injectable()
export class MatchesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The given matches are all that these businesses have. */
  async replaceOf(businessIds: readonly string[], matches: readonly StoredMatch[]): Promise<void> {
    await this.unitOfWork.manager.query(`DELETE FROM matches WHERE business_id = ANY($1)`, [businessIds]);
    await this.insert(matches);
  }

  /** Takes these pairs away, whatever they were, and puts the given ones in their place. */
  async replacePairs(
    businessIds: readonly string[],
    opportunityIds: readonly string[],
    matches: readonly StoredMatch[],
  ): Promise<void> {
    await this.unitOfWork.manager.query(
      `DELETE FROM matches WHERE business_id = ANY($1) AND opportunity_id = ANY($2)`,
      [businessIds, opportunityIds],
    );
    await this.insert(matches);
  }

  /** Businesses with one of these in their lists, in order of their ids. */
  async findHolders(opportunityIds: readonly string[]): Promise<readonly string[]> {
    const rows: { business_id: string }[] = await this.unitOfWork.manager.query(
      `SELECT DISTINCT business_id FROM matches WHERE opportunity_id = ANY($1) ORDER BY business_id`,
      [opportunityIds],
    );
    return rows.map(({ business_id }) => business_id);
  }

  /** Leaves each business its best ones, in the order of `rankOpportunities`. */
  async trim(businessIds: readonly string[]): Promise<void> {
    await this.unitOfWork.manager.query(
      `DELETE FROM matches surplus USING (
         SELECT match.business_id, match.opportunity_id,
                row_number() OVER (PARTITION BY match.business_id
                                   ORDER BY match.score DESC, opportunity.response_due_at NULLS LAST, opportunity.id) AS place
           FROM matches match JOIN opportunities opportunity ON opportunity.id = match.opportunity_id
          WHERE match.business_id = ANY($1)) ranked
        WHERE ranked.place > $2
          AND surplus.business_id = ranked.business_id AND surplus.opportunity_id = ranked.opportunity_id`,
      [businessIds, MOST_MATCHES],
    );
  }

  /** The full ones among the lists of these businesses that hold any of these opportunities. */
  async findFullListsWith(
    businessIds: readonly string[],
    opportunityIds: readonly string[],
  ): Promise<readonly FullList[]> {
    return this.unitOfWork.manager.query(
      `SELECT business_id AS "businessId", min(score)::float8 AS "leastScore",
              array_agg(opportunity_id) FILTER (WHERE opportunity_id = ANY($2)) AS "opportunityIds"
         FROM matches WHERE business_id = ANY($1)
        GROUP BY business_id HAVING count(*) >= $3 AND bool_or(opportunity_id = ANY($2))`,
      [businessIds, opportunityIds, MOST_MATCHES],
    );
  }

  private async insert(matches: readonly StoredMatch[]): Promise<void> {
    if (matches.length === 0) return;
    await this.unitOfWork.manager.query(
      `INSERT INTO matches (${COLUMNS}) SELECT ${COLUMNS} FROM jsonb_to_recordset($1::jsonb) AS given (
         business_id uuid, opportunity_id uuid, score numeric, confidence numeric, eligibility text, gates jsonb,
         components jsonb, model_version text, matched_at timestamptz)
        WHERE EXISTS (SELECT FROM opportunities WHERE id = given.opportunity_id)`,
      [JSON.stringify(matches.map(toRow))],
    );
  }
}
