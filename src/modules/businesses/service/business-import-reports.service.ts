import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../../common/errors/domain-error';
import { toCsv } from '../../../common/text/csv';
import type { BusinessImportRun, ImportFinding } from '../domain/import/business-import';
import { BusinessImportRunsRepository } from '../persistence/business-import-runs.repository';

/** An import with the first of what it found. */
export interface ReportedImport {
  readonly run: BusinessImportRun;
  readonly findings: readonly ImportFinding[];
}

const FIRST_FINDINGS = 100;
const FINDINGS_PER_READ = 2_000;
const BEFORE_ALL = { row: 0, position: 0 };

const columns = ['row', 'kind', 'code', 'message'] as const;

const linesOf = (findings: readonly ImportFinding[], header: boolean): string =>
  toCsv(
    columns,
    findings.map(({ row, kind, code, message }) => ({ row, kind, code, message })),
    { header },
  );

/** What the imports of businesses so far came to. */
@Injectable()
export class BusinessImportReports {
  constructor(private readonly runs: BusinessImportRunsRepository) {}

  async report(run: BusinessImportRun): Promise<ReportedImport> {
    return { run, findings: await this.runs.findingsAfter(run.id, BEFORE_ALL, FIRST_FINDINGS) };
  }

  /** Rejected rows and remarks in the order of the file, as CSV. @throws DomainError `not-found` */
  async findingsCsv(id: string): Promise<AsyncIterable<string>> {
    if (!(await this.runs.find(id))) throw notFound('import run');
    const first = await this.runs.findingsAfter(id, BEFORE_ALL, FINDINGS_PER_READ);
    return this.pages(id, first);
  }

  /** Writes the same to a file. */
  async writeReport({ id }: Pick<BusinessImportRun, 'id'>, path: string): Promise<void> {
    await pipeline(await this.findingsCsv(id), createWriteStream(path));
  }

  private async *pages(id: string, first: readonly ImportFinding[]): AsyncGenerator<string> {
    yield linesOf(first, true);
    for (let last = first.at(-1); last !== undefined;) {
      const next = await this.runs.findingsAfter(id, last, FINDINGS_PER_READ);
      if (next.length > 0) yield linesOf(next, false);
      last = next.at(-1);
    }
  }
}
