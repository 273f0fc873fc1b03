import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import { RecordNoticesService } from '../../opportunities';
import type { RowCounts } from '../domain/import-run';
import { isAccepted, type ReadRow } from '../domain/read-row';
import type { Lane } from '../domain/windows';
import { ImportRunsRepository, type Remark } from '../persistence/import-runs.repository';

/** Records one lane of a window: its notices, its counts and its remarks in one transaction, so all of it or nothing. */
@Injectable()
export class LaneRecorder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordNotices: RecordNoticesService,
    private readonly runs: ImportRunsRepository,
  ) {}

  async record(runId: string, window: number, { lane, rows }: Lane): Promise<void> {
    const accepted = rows.filter(isAccepted);
    const remarks = rows.flatMap(remarksOf);
    await this.unitOfWork.run(async () => {
      const recorded = await this.recordNotices.recordNotices(accepted.map(({ notice }) => notice));
      const opportunityIds = [...new Set(recorded.map(({ opportunityId }) => opportunityId))];
      const counts = countsOf(recorded, rows.length - accepted.length);
      await this.runs.recordBatch(runId, { window, lane, counts, opportunityIds, remarks });
    });
  }
}

const countsOf = (
  recorded: readonly { readonly outcome: keyof Omit<RowCounts, 'rows' | 'rejected'> }[],
  rejected: number,
): RowCounts => {
  const counts = { created: 0, updated: 0, unchanged: 0, merged: 0 };
  for (const { outcome } of recorded) counts[outcome] += 1;
  return { rows: recorded.length + rejected, ...counts, rejected };
};

const remarksOf = (row: ReadRow): readonly Remark[] => {
  if (!isAccepted(row))
    return [{ rowNumber: row.row, position: 0, rejected: true, noticeId: row.noticeId, ...row.rejection }];
  const noticeId = row.notice.sourceNoticeId;
  return row.notes.map((note, position) => ({ rowNumber: row.row, position, rejected: false, noticeId, ...note }));
};
