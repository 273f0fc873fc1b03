import { Injectable } from '@nestjs/common';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork } from '../../../infra/database';
import type { ImportKind, RecordedImport } from '../domain/recorded-import';

/** What both kinds of runs have. */
const COMMON = `id, file_name AS "fileName", status, rows, created, updated, unchanged, rejected,
                started_at AS "startedAt", finished_at AS "finishedAt", error_code AS "errorCode"`;

/** `$1`: the kind that is asked for; null for all. */
const RUNS = `
  FROM (SELECT ${COMMON}, 'notices' AS kind, source, format, merged, 0 AS skipped,
               NULL::integer AS remarks, opportunities, NULL::integer AS businesses
          FROM import_runs
         UNION ALL
        SELECT ${COMMON}, 'businesses', CASE layout WHEN 'sam-entities' THEN 'sam' END, layout, 0, skipped,
               remarks, NULL, businesses
          FROM business_import_runs) run
 WHERE $1::text IS NULL OR kind = $1`;

/** Imports of the modules below, which each keep their own. */
@Injectable()
export class RecordedImportsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The latest first. */
  async search(kind: ImportKind | undefined, { limit, offset }: Slice): Promise<Found<RecordedImport>> {
    const { manager } = this.unitOfWork;
    const found: RecordedImport[] = await manager.query(
      `SELECT * ${RUNS} ORDER BY "startedAt" DESC, id DESC LIMIT $2 OFFSET $3`,
      [kind ?? null, limit, offset],
    );
    const counted: { total: number }[] = await manager.query(`SELECT count(*)::integer AS total ${RUNS}`, [
      kind ?? null,
    ]);
    return [found, counted[0]?.total ?? 0];
  }
}
