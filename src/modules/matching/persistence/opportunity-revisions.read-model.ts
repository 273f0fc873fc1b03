import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';

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
  async findUnmatchedIds(limit: number): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.unitOfWork.manager.query(
      `SELECT id FROM opportunities WHERE matched_revision <> match_revision ORDER BY id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }
}
