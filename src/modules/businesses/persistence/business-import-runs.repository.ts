import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import type { BusinessImportCounts, BusinessImportRun, ImportFinding } from '../domain/import/business-import';
import { BusinessImportRunEntity } from './business-import-run.entity';

/** What a batch adds to a run. */
export interface RecordedBusinessBatch {
  readonly counts: BusinessImportCounts;
  readonly findings: readonly ImportFinding[];
}

const INSERT_FINDINGS = `
  INSERT INTO business_import_findings (run_id, row_number, position, kind, code, message)
  SELECT $1, given.row, given.position, given.kind, given.code, given.message
    FROM json_to_recordset($2::json) AS given (row integer, position integer, kind text, code text, message text)`;

const ADD_COUNTS = `
  UPDATE business_import_runs
     SET rows = rows + $2, created = created + $3, updated = updated + $4, unchanged = unchanged + $5,
         skipped = skipped + $6, rejected = rejected + $7, remarks = remarks + $8
   WHERE id = $1`;

/** Imports of businesses and what they found. */
@Injectable()
export class BusinessImportRunsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async insert(run: BusinessImportRun): Promise<void> {
    await this.unitOfWork.manager.insert(BusinessImportRunEntity, run);
  }

  find(id: string): Promise<BusinessImportRun | null> {
    return this.unitOfWork.manager.findOneBy(BusinessImportRunEntity, { id });
  }

  /** Belongs into the transaction that writes the batch's profiles, so that nothing is counted twice or not at all. */
  async recordBatch(runId: string, { counts, findings }: RecordedBusinessBatch): Promise<void> {
    const { rows, created, updated, unchanged, skipped, rejected, remarks } = counts;
    if (findings.length > 0) {
      await this.unitOfWork.manager.query(INSERT_FINDINGS, [runId, JSON.stringify(findings)]);
    }
    await this.unitOfWork.manager.query(ADD_COUNTS, [
      runId,
      ...[rows, created, updated, unchanged, skipped, rejected, remarks],
    ]);
  }

  /** @param businesses distinct profiles that the rows belong to */
  async complete(id: string, businesses: number, finishedAt: Date): Promise<void> {
    const end = { status: 'completed', businesses, finishedAt } as const;
    await this.unitOfWork.manager.update(BusinessImportRunEntity, { id }, end);
  }

  async fail(id: string, errorCode: string, finishedAt: Date): Promise<void> {
    await this.unitOfWork.manager.update(BusinessImportRunEntity, { id }, { status: 'failed', errorCode, finishedAt });
  }

  /** For whoever holds the lock of imports: any other run that still calls itself running belongs to a dead process. */
  async failAbandoned(finishedAt: Date): Promise<void> {
    const end = { status: 'failed', errorCode: 'import-interrupted', finishedAt } as const;
    await this.unitOfWork.manager.update(BusinessImportRunEntity, { status: 'running' }, end);
  }

  /** In the order of the file, behind the given one. */
  async findingsAfter(
    runId: string,
    { row, position }: Pick<ImportFinding, 'row' | 'position'>,
    limit: number,
  ): Promise<readonly ImportFinding[]> {
    const found: ImportFinding[] = await this.unitOfWork.manager.query(
      `SELECT row_number AS row, position, kind, code, message
         FROM business_import_findings
        WHERE run_id = $1 AND (row_number, position) > ($2, $3)
        ORDER BY row_number, position
        LIMIT $4`,
      [runId, row, position, limit],
    );
    return found;
  }
}
