import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import { MOST_MATCHES } from '../domain/stored-match';

const NEVER = '-infinity';

/** A full list, an hour old, of which a member has closed by the clock: something better may be waiting for its place. */
const HAS_THINNED_OUT = `
  state.matched_at < $2::timestamptz - interval '1 hour'
  AND (SELECT count(*) >= ${MOST_MATCHES} AND bool_or(opportunity.response_due_at <= $2)
         FROM matches match JOIN opportunities opportunity ON opportunity.id = match.opportunity_id
        WHERE match.business_id = business.id)`;

/** Which businesses are matched as they are now, and which are not. All background matching is derived from this. */
@Injectable()
export class MatchStatesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Holds these businesses for the open transaction, in order of their ids: whoever else matches one waits, and reads what
   * is there afterwards. Answers the ids that exist.
   */
  async lock(businessIds: readonly string[]): Promise<readonly string[]> {
    // In the order of whoever deletes a profile: the business first, then what hangs on it.
    await this.unitOfWork.manager.query(`SELECT id FROM businesses WHERE id = ANY($1) ORDER BY id FOR KEY SHARE`, [
      businessIds,
    ]);
    await this.unitOfWork.manager.query(
      `INSERT INTO match_states (business_id, matched_revision, model_version, matched_at)
       SELECT id, 0, '', '${NEVER}' FROM businesses WHERE id = ANY($1) ORDER BY id
       ON CONFLICT (business_id) DO NOTHING`,
      [businessIds],
    );
    const rows: { business_id: string }[] = await this.unitOfWork.manager.query(
      `SELECT business_id FROM match_states WHERE business_id = ANY($1) ORDER BY business_id FOR UPDATE`,
      [businessIds],
    );
    return rows.map(({ business_id }) => business_id);
  }

  /**
   * Those whose profile, model or day has changed since they were matched, or that were matched by a clock that ran ahead;
   * the longest unmatched first.
   */
  async findStale(
    modelVersion: string,
    now: Date,
    limit: number,
    except: readonly string[] = [],
  ): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.unitOfWork.manager.query(
      `SELECT business.id
         FROM businesses business LEFT JOIN match_states state ON state.business_id = business.id
        WHERE business.id <> ALL($4::uuid[])
          AND (state.business_id IS NULL OR state.matched_revision <> business.match_revision
               OR state.model_version <> $1 OR state.matched_at < $2::timestamptz - interval '1 day'
               OR state.matched_at > $2::timestamptz + interval '1 minute' OR (${HAS_THINNED_OUT}))
        ORDER BY state.matched_at NULLS FIRST, business.id
        LIMIT $3`,
      [modelVersion, now, limit, except],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the profile has changed since it was matched last, or never was. False for one that is gone. */
  async isBehind(businessId: string): Promise<boolean> {
    const rows: unknown[] = await this.unitOfWork.manager.query(
      `SELECT 1 FROM businesses business LEFT JOIN match_states state ON state.business_id = business.id
        WHERE business.id = $1 AND state.matched_revision IS DISTINCT FROM business.match_revision`,
      [businessId],
    );
    return rows.length > 0;
  }

  async save(revisions: ReadonlyMap<string, number>, modelVersion: string, now: Date): Promise<void> {
    await this.unitOfWork.manager.query(
      `UPDATE match_states state SET matched_revision = given.revision, model_version = $3, matched_at = $4
         FROM unnest($1::uuid[], $2::integer[]) AS given (business_id, revision)
        WHERE state.business_id = given.business_id`,
      [[...revisions.keys()], [...revisions.values()], modelVersion, now],
    );
  }

  /** These, or all, are to be matched again. Answers how many. */
  async invalidate(businessIds?: readonly string[]): Promise<number> {
    const rows: { affected: number }[] = await this.unitOfWork.manager.query(
      `WITH invalidated AS (
         UPDATE match_states SET matched_revision = 0, matched_at = '${NEVER}'
          WHERE ($1::uuid[] IS NULL OR business_id = ANY($1)) RETURNING 1)
       SELECT count(*)::integer AS affected FROM invalidated`,
      [businessIds ?? null],
    );
    return rows[0]?.affected ?? 0;
  }

  async countBusinesses(): Promise<number> {
    const rows: { total: number }[] = await this.unitOfWork.manager.query(
      `SELECT count(*)::integer AS total FROM businesses`,
    );
    return rows[0]?.total ?? 0;
  }
}
