/** Where an import's notices come from. */
export const importSources = ['sam'] as const;
export type ImportSource = (typeof importSources)[number];

/** How they are written: the 47-column extract, or answers of the Get Opportunities API v2. */
export const importFormats = ['sam-csv', 'sam-json'] as const;
export type ImportFormat = (typeof importFormats)[number];

export const importStatuses = ['running', 'completed', 'failed'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What became of rows; the five outcomes add up to `rows`. */
export interface RowCounts {
  readonly rows: number;
  /** Rows that started an opportunity. */
  readonly created: number;
  /** Rows whose notice was known with other content. */
  readonly updated: number;
  readonly unchanged: number;
  /** Rows with a new notice of a known opportunity. */
  readonly merged: number;
  readonly rejected: number;
}

/**
 * Grows when rows are read, cut into windows or split into lanes in another way: a run that was cut off before cannot be
 * resumed behind the change, because its recorded parts are not the parts of now.
 */
export const READER_VERSION = 1;

/** One import of one file, or of one stream of notices. */
export interface ImportRun extends RowCounts {
  readonly id: string;
  readonly source: ImportSource;
  readonly format: ImportFormat;
  readonly fileName: string;
  /** SHA-256 of the file's bytes in hexadecimal: an unfinished run of the same bytes is resumed. */
  readonly fileSha256: string;
  /** `READER_VERSION` of the hub that started it. */
  readonly readerVersion: number;
  readonly status: ImportStatus;
  /** Distinct ones that the run's rows belong to; null until it is completed. */
  readonly opportunities: number | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly errorCode: string | null;
}

/** The part of a file that is recorded in one transaction. */
export interface Batch {
  readonly window: number;
  readonly lane: number;
}

/** The summary line that commands end with, as one JSON object. */
export const describeImportSummary = (run: ImportRun): string => {
  const { rows, created, updated, unchanged, merged, rejected } = run;
  return JSON.stringify({ rows, created, updated, unchanged, merged, rejected, opportunities: run.opportunities ?? 0 });
};
