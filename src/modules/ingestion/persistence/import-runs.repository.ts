import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { UnitOfWork } from '../../../infra/database';
import { type Batch, type ImportRun, type ImportSource, READER_VERSION, type RowCounts } from '../domain/import-run';
import { ImportRemarkEntity } from './import-remark.entity';
import { ImportRunBatchEntity } from './import-run-batch.entity';
import { ImportRunEntity } from './import-run.entity';

export type FileIdentity = Pick<ImportRun, 'source' | 'format' | 'fileSha256'>;

/** One rejection or note of a row, as a report lists it. */
export type Remark = Omit<ImportRemarkEntity, 'runId'>;

export interface RecordedBatch extends Batch {
  readonly counts: RowCounts;
  readonly opportunityIds: readonly string[];
  readonly remarks: readonly Remark[];
}

/** How many remarks are written in one statement, far below PostgreSQL's 65,535 parameters. */
const REMARKS_PER_INSERT = 2_000;

@Injectable()
export class ImportRunsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async insert(run: ImportRun): Promise<void> {
    await this.unitOfWork.manager.insert(ImportRunEntity, run);
  }

  async find(id: string): Promise<ImportRun | null> {
    return this.unitOfWork.manager.findOneBy(ImportRunEntity, { id });
  }

  /** The latest run of the same file, read in the same way, that has not come to its end. */
  async findUnfinished({ source, format, fileSha256 }: FileIdentity): Promise<ImportRun | null> {
    return this.unitOfWork.manager.findOne(ImportRunEntity, {
      where: { source, format, fileSha256, readerVersion: READER_VERSION, status: Not('completed') },
      order: { startedAt: 'DESC', id: 'DESC' },
    });
  }

  async resume(id: string): Promise<void> {
    await this.unitOfWork.manager.update(
      ImportRunEntity,
      { id },
      { status: 'running', finishedAt: null, errorCode: null },
    );
  }

  /** For whoever holds the lock of the source: any other run that still calls itself running belongs to a dead process. */
  async failAbandoned(source: ImportSource, finishedAt: Date): Promise<void> {
    await this.unitOfWork.manager.update(
      ImportRunEntity,
      { source, status: 'running' },
      { status: 'failed', finishedAt, errorCode: 'import-interrupted' },
    );
  }

  async recordedBatches(runId: string): Promise<readonly Batch[]> {
    return this.unitOfWork.manager.find(ImportRunBatchEntity, {
      select: { window: true, lane: true },
      where: { runId },
    });
  }

  /** Belongs into the transaction that records the batch's notices, as its last step: it locks the run. */
  async recordBatch(runId: string, { window, lane, counts, opportunityIds, remarks }: RecordedBatch): Promise<void> {
    const { manager } = this.unitOfWork;
    await manager.query(
      `insert into import_run_batches (run_id, window_number, lane, rows, opportunity_ids) values ($1, $2, $3, $4, $5)`,
      [runId, window, lane, counts.rows, opportunityIds],
    );
    for (let from = 0; from < remarks.length; from += REMARKS_PER_INSERT) {
      const part = remarks.slice(from, from + REMARKS_PER_INSERT);
      await manager.insert(
        ImportRemarkEntity,
        part.map((remark) => ({ runId, ...remark })),
      );
    }
    await manager.query(
      `update import_runs
          set rows = rows + $2, created = created + $3, updated = updated + $4,
              unchanged = unchanged + $5, merged = merged + $6, rejected = rejected + $7
        where id = $1`,
      [runId, counts.rows, counts.created, counts.updated, counts.unchanged, counts.merged, counts.rejected],
    );
  }

  /** Counts the distinct opportunities of all batches and drops the lists they were counted from. */
  async complete(runId: string, finishedAt: Date): Promise<void> {
    await this.unitOfWork.manager.query(
      `update import_runs
          set status = 'completed', finished_at = $2,
              opportunities = (select count(distinct id)
                                 from import_run_batches b cross join unnest(b.opportunity_ids) id
                                where b.run_id = $1)
        where id = $1`,
      [runId, finishedAt],
    );
    await this.unitOfWork.manager.query(`update import_run_batches set opportunity_ids = null where run_id = $1`, [
      runId,
    ]);
  }

  async fail(runId: string, finishedAt: Date, errorCode: string): Promise<void> {
    await this.unitOfWork.manager.update(ImportRunEntity, { id: runId }, { status: 'failed', finishedAt, errorCode });
  }

  /** Rejections in the order of the file, after the given row. */
  async rejectionsAfter(runId: string, row: number, limit: number): Promise<readonly Remark[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(ImportRemarkEntity, 'remark')
      .where('remark.runId = :runId and remark.rejected and remark.rowNumber > :row', { runId, row })
      .orderBy('remark.rowNumber')
      .limit(limit)
      .getMany();
  }
}
