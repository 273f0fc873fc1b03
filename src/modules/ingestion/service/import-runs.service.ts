import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { ImportRun } from '../domain/import-run';
import { rejectionLine, REJECTION_HEADER } from '../domain/rejection-report';
import { ImportRunsRepository } from '../persistence/import-runs.repository';

const REJECTIONS_PER_READ = 5_000;

/** What an import came to, row by row. */
@Injectable()
export class ImportRunsService {
  constructor(private readonly runs: ImportRunsRepository) {}

  /** Writes a CSV file with one line for each rejected row: row number, notice id, code, reason. */
  async writeRejectionReport(run: Pick<ImportRun, 'id'>, path: string): Promise<void> {
    await pipeline(this.reportLines(run.id), createWriteStream(path));
  }

  private async *reportLines(runId: string): AsyncGenerator<string> {
    yield REJECTION_HEADER;
    for (let row = 0; ;) {
      const rejections = await this.runs.rejectionsAfter(runId, row, REJECTIONS_PER_READ);
      if (rejections.length === 0) return;
      for (const rejection of rejections) yield rejectionLine(rejection);
      row = rejections.at(-1)?.rowNumber ?? row;
    }
  }
}
