import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { DomainError } from '../../../common/errors/domain-error';
import { oneAhead } from '../../../common/one-ahead';
import { shownFileName } from '../../../common/text/shown-file-name';
import { Clock } from '../../../common/time/clock';
import { AdvisoryLocks, UnitOfWork } from '../../../infra/database';
import { laneKey } from '../../opportunities';
import { parseNoticeType, parseSetAside } from '../../reference';
import { type ImportRun, type ImportSource, READER_VERSION } from '../domain/import-run';
import type { NoticeVocabulary } from '../domain/published-notice';
import type { ReadRow } from '../domain/read-row';
import { lanesOf, windowsOf } from '../domain/windows';
import { NoticeFile } from '../formats/notice-file';
import { type FileIdentity, ImportRunsRepository } from '../persistence/import-runs.repository';
import { LaneRecorder } from './lane-recorder.service';

/** How far an import is; the share of the bytes tells the remaining time. */
export interface ImportProgress {
  readonly rows: number;
  readonly bytesRead: number;
  readonly totalBytes: number;
}

export interface ImportOptions {
  readonly source: ImportSource;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Rows from anywhere; the same rows in the same order whenever the identity is the same. */
export interface NoticeFeed extends FileIdentity {
  readonly name: string;
  readonly rows: AsyncIterable<ReadRow>;
  /** Called after each window with the number of rows recorded so far. */
  readonly onRecorded?: (rows: number) => void;
}

const vocabulary: NoticeVocabulary = { noticeType: parseNoticeType, setAside: parseSetAside };

/**
 * Takes published notices in: window by window, the two lanes of a window at the same time, while the next window is
 * being read. What is recorded stays recorded: an import that was cut off goes on where it stopped.
 */
@Injectable()
export class ImportNoticesService {
  private readonly logger = new Logger(ImportNoticesService.name);

  constructor(
    private readonly lanes: LaneRecorder,
    private readonly runs: ImportRunsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: AdvisoryLocks,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError when the file is missing, damaged or none of the source's, or the source is being imported already */
  async importFile(path: string, { source, onProgress }: ImportOptions): Promise<ImportRun> {
    const file = await NoticeFile.open(path);
    return this.importFeed({
      source,
      format: file.format,
      fileSha256: file.sha256,
      name: file.name,
      rows: file.rows(vocabulary),
      onRecorded: (rows) => onProgress?.({ rows, bytesRead: file.bytesRead, totalBytes: file.totalBytes }),
    });
  }

  /** @throws DomainError when the source is being imported already, and whatever reading the rows throws */
  async importFeed(feed: NoticeFeed): Promise<ImportRun> {
    const run = await this.locks.tryWith(`import-${feed.source}`, async () => this.runToEnd(feed));
    if (run) return run;
    throw new DomainError('conflict', 'import-running', 'Notices of this source are being imported already.');
  }

  private async runToEnd(feed: NoticeFeed): Promise<ImportRun> {
    const id = await this.startOrResume(feed);
    try {
      await this.recordAll(id, feed);
      await this.unitOfWork.run(async () => this.runs.complete(id, this.clock.now()));
    } catch (error) {
      await this.fail(id, error);
      throw error;
    }
    const run = await this.runs.find(id);
    if (!run) throw new Error(`The import run ${id} has vanished.`);
    return run;
  }

  private async startOrResume(feed: NoticeFeed): Promise<string> {
    const { source, format, fileSha256 } = feed;
    return this.unitOfWork.run(async () => {
      await this.runs.failAbandoned(source, this.clock.now());
      const unfinished = await this.runs.findUnfinished(feed);
      if (unfinished) {
        await this.runs.resume(unfinished.id);
        return unfinished.id;
      }
      const id = uuid();
      await this.runs.insert({ ...newRun(feed.name, this.clock.now()), id, source, format, fileSha256 });
      return id;
    });
  }

  private async recordAll(runId: string, feed: NoticeFeed): Promise<void> {
    const batches = await this.runs.recordedBatches(runId);
    const done = new Set(batches.map(({ window, lane }) => `${window}/${lane}`));
    let rows = 0;
    for await (const window of oneAhead(windowsOf(feed.rows))) {
      const open = lanesOf(window, laneKey).filter(({ lane }) => !done.has(`${window.number}/${lane}`));
      await allSettledOrThrow(open.map(async (lane) => this.lanes.record(runId, window.number, lane)));
      rows += window.rows.length;
      feed.onRecorded?.(rows);
    }
  }

  /** The error that ended the import matters more than one in writing it down. */
  private async fail(id: string, error: unknown): Promise<void> {
    const code = error instanceof DomainError ? error.code : 'import-failed';
    try {
      await this.runs.fail(id, this.clock.now(), code);
    } catch {
      this.logger.warn(`The end of the import run ${id} could not be recorded; the next import will do it.`);
    }
  }
}

const newRun = (name: string, startedAt: Date): Omit<ImportRun, 'id' | keyof FileIdentity> => ({
  fileName: shownFileName(name),
  readerVersion: READER_VERSION,
  status: 'running',
  ...{ rows: 0, created: 0, updated: 0, unchanged: 0, merged: 0, rejected: 0 },
  opportunities: null,
  startedAt,
  finishedAt: null,
  errorCode: null,
});

/** Waits for all, so that no transaction is still open when the import reports its failure. */
const allSettledOrThrow = async (work: readonly Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
};
