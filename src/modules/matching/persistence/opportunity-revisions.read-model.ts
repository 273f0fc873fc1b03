import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';

export interface UnmatchedOpportunity {
  readonly id: string;
  readonly matchRevision: number;
}

/** What changed among the opportunities since somebody looked. */
@Injectable()
export class OpportunityRevisionsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Grows with every change of any opportunity that matters to matching: opportunities are never deleted. */
  async sum(): Promise<string> {
    const rows: { sum: string }[] = await this.unitOfWork.manager.query(
      `SELECT coalesce(sum(match_revision), 0)::text AS sum FROM opportunities`,
    );
    return rows[0]?.sum ?? '0';
  }

  /** Opportunities whose present revision nobody matched yet. */
  async findUnmatchedIds(limit: number, except: readonly string[] = []): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.unitOfWork.manager.query(
      `SELECT id FROM opportunities
        WHERE matched_revision <> match_revision AND id <> ALL($2::uuid[]) ORDER BY id LIMIT $1`,
      [limit, except],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of these that nobody can bid on and nobody has in a list: most of what is published, and nothing to match. */
  async findOutOfReach(ids: readonly string[]): Promise<readonly UnmatchedOpportunity[]> {
    return this.unitOfWork.manager.query(
      `SELECT id, match_revision AS "matchRevision" FROM opportunities opportunity
        WHERE id = ANY($1) AND matched_revision <> match_revision AND notice_type NOT IN ('o', 'k')
          AND NOT EXISTS (SELECT FROM matches WHERE matches.opportunity_id = opportunity.id)`,
      [ids],
    );
  }
}
