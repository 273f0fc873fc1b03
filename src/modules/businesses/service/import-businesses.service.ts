import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setImmediate as others } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { DomainError } from '../../../common/errors/domain-error';
import { oneAhead } from '../../../common/one-ahead';
import { shownFileName } from '../../../common/text/shown-file-name';
import { decodeUtf8 } from '../../../common/text/utf8-decoder';
import { Clock } from '../../../common/time/clock';
import { AdvisoryLocks, UnitOfWork } from '../../../infra/database';
import { AuditLog } from '../../audit';
import { type BusinessFile, openBusinessFile } from '../domain/import/business-file';
import { type BusinessImportRun, type ImportLayout, NOTHING_IMPORTED } from '../domain/import/business-import';
import { batchesOf, type BatchLimits } from '../domain/import/import-batches';
import { fileUnreadable, importRunning, notUtf8 } from '../domain/import/import.errors';
import { BusinessImportRunsRepository } from '../persistence/business-import-runs.repository';
import { BusinessImportFacts } from './business-import-facts.service';
import { BusinessImportRecorder } from './business-import-recorder.service';
import { wholeBody } from './business-import-upload';

/** How far an import is; the share of the bytes tells the remaining time. */
export interface BusinessImportProgress {
  readonly rows: number;
  readonly bytesRead: number;
  readonly totalBytes: number;
}

export interface BusinessImportOptions {
  /** Aborted: the import ends after its present batch, as failed; what is written stays. */
  readonly signal?: AbortSignal;
}

interface Order extends BusinessImportOptions {
  readonly fileName: string | null;
  readonly limits: BatchLimits;
  /** Called after each batch with the number of rows so far. */
  readonly onRecorded?: (rows: number) => void;
}

const FILE_BATCHES: BatchLimits = { rows: 500, entries: 15_000 };
/** Statements of requests have about a second; these take a tenth of it. */
const REQUEST_BATCHES: BatchLimits = { rows: 100, entries: 3_000 };
/** Changed profiles of one import that matching is told of by a job each; beyond that the sweep is the cheaper way. */
const MOST_JOBS = 50;

/** Takes files of businesses in, batch by batch. What is written stays: the same file again does what is left to do. */
@Injectable()
export class ImportBusinessesService {
  private readonly logger = new Logger(ImportBusinessesService.name);

  constructor(
    private readonly recorder: BusinessImportRecorder,
    private readonly runs: BusinessImportRunsRepository,
    private readonly facts: BusinessImportFacts,
    private readonly audit: AuditLog,
    private readonly locks: AdvisoryLocks,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `file-unreadable`, `not-utf8`, `import-running`, `validation-failed` for what is no file of businesses
   */
  async importFile(
    path: string,
    options: BusinessImportOptions & { readonly onProgress?: (progress: BusinessImportProgress) => void } = {},
  ): Promise<BusinessImportRun> {
    const { onProgress, ...rest } = options;
    const totalBytes = await sizeOf(path);
    const stream = createReadStream(path);
    const fileName = shownFileName(path);
    const onRecorded = (rows: number): void => onProgress?.({ rows, bytesRead: stream.bytesRead, totalBytes });
    try {
      return await this.importStream(bytesOf(stream), { ...rest, fileName, onRecorded });
    } finally {
      stream.destroy();
    }
  }

  /** From anywhere, as it arrives. @throws DomainError as `importFile`, and whatever reading throws */
  importStream(
    chunks: AsyncIterable<Buffer>,
    options: Partial<Omit<Order, 'limits'>> = {},
  ): Promise<BusinessImportRun> {
    const text = decodeUtf8(chunks, notUtf8);
    return this.alone(() => this.runToEnd(text, { fileName: null, limits: FILE_BATCHES, ...options }));
  }

  /**
   * The body of a request, which is taken in whole before the first row is written.
   * @throws DomainError as `importFile`, and `too-large`, `body-incomplete`
   */
  async importUpload(body: AsyncIterable<Buffer>): Promise<BusinessImportRun> {
    const parts = await wholeBody(body);
    return this.alone(() => this.runToEnd(oneByOne(parts), { fileName: null, limits: REQUEST_BATCHES }));
  }

  private async alone(work: () => Promise<BusinessImportRun>): Promise<BusinessImportRun> {
    const run = await this.locks.tryWith('import-businesses', work);
    if (!run) throw importRunning();
    return run;
  }

  private async runToEnd(text: AsyncIterable<string>, order: Order): Promise<BusinessImportRun> {
    const file = await openBusinessFile(text, this.facts.known());
    const id = await this.start(file.layout, order.fileName);
    try {
      const businesses = await this.recordAll(id, file, order);
      await this.runs.complete(id, businesses, this.clock.now());
    } catch (error) {
      await this.fail(id, error);
      throw error;
    }
    const run = await this.runs.find(id);
    if (!run) throw new Error(`The import run ${id} has vanished.`);
    return run;
  }

  private start(layout: ImportLayout, fileName: string | null): Promise<string> {
    const id = uuid();
    const startedAt = this.clock.now();
    const open = { status: 'running', businesses: null, startedAt, finishedAt: null, errorCode: null } as const;
    return this.unitOfWork.run(async () => {
      await this.runs.failAbandoned(startedAt);
      await this.runs.insert({ ...NOTHING_IMPORTED, ...open, id, layout, fileName });
      await this.audit.record({
        action: 'import.started',
        subject: { type: 'import', id },
        details: { kind: 'businesses', layout },
      });
      return id;
    });
  }

  /** Answers how many profiles the rows belong to. */
  private async recordAll(id: string, file: BusinessFile, { limits, signal, onRecorded }: Order): Promise<number> {
    const businessIds = new Set<string>();
    let rows = 0;
    let jobsLeft = MOST_JOBS;
    for await (const batch of oneAhead(batchesOf(file.rows, limits))) {
      signal?.throwIfAborted();
      const recorded = await this.recorder.record(id, batch, jobsLeft);
      for (const businessId of recorded.businessIds) businessIds.add(businessId);
      rows += batch.length;
      jobsLeft = Math.max(0, jobsLeft - recorded.counts.created - recorded.counts.updated);
      onRecorded?.(rows);
    }
    return businessIds.size;
  }

  /** The error that ended the import matters more than one in writing it down. */
  private async fail(id: string, error: unknown): Promise<void> {
    const code = error instanceof DomainError ? (error.fields[0]?.code ?? error.code) : 'import-failed';
    try {
      await this.runs.fail(id, code, this.clock.now());
    } catch {
      this.logger.warn(`The end of the import run ${id} could not be recorded; the next import will do it.`);
    }
  }
}

const sizeOf = async (path: string): Promise<number> => {
  try {
    const found = await stat(path);
    if (found.isFile()) return found.size;
  } catch {
    // As good as not there: the next line says so.
  }
  throw fileUnreadable();
};

async function* bytesOf(stream: ReadStream): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch {
    throw fileUnreadable();
  }
}

/** Lets other requests be served between two of them. */
async function* oneByOne(parts: readonly string[]): AsyncGenerator<string> {
  for (const part of parts) {
    await others();
    yield part;
  }
}
