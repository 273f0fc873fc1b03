/** How a file of businesses is laid out: the public extract of SAM.gov's entities, or our own columns. */
export const importLayouts = ['sam-entities', 'csv'] as const;
export type ImportLayout = (typeof importLayouts)[number];

export const businessImportStatuses = ['running', 'completed', 'failed'] as const;
export type BusinessImportStatus = (typeof businessImportStatuses)[number];

/** What a row came to. */
export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'skipped' | 'rejected';

/** What became of rows; the five outcomes add up to `rows`. */
export interface BusinessImportCounts extends Readonly<Record<RowOutcome, number>> {
  readonly rows: number;
  /** Things about accepted rows that a person may want to look at. */
  readonly remarks: number;
}

export const NOTHING_IMPORTED: BusinessImportCounts = {
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  rejected: 0,
  remarks: 0,
};

/** One import of one file. Not resumed: running the file again changes what is not yet as the file says. */
export interface BusinessImportRun extends BusinessImportCounts {
  readonly id: string;
  readonly layout: ImportLayout;
  /** Null for what came over HTTP. */
  readonly fileName: string | null;
  /** `running` without a living process: it was cut off. */
  readonly status: BusinessImportStatus;
  /** Distinct profiles that the rows belong to; null until the run is completed. */
  readonly businesses: number | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** Why it failed. */
  readonly errorCode: string | null;
}

export const findingKinds = ['rejected', 'remark'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Why a row was rejected, or a remark on one that was taken in. */
export interface ImportFinding {
  /** Counts from 1, without the header line. */
  readonly row: number;
  /** Tells the findings on one row apart, from 0. */
  readonly position: number;
  readonly kind: FindingKind;
  readonly code: string;
  readonly message: string;
}

/** The summary line that the command ends with, as one JSON object. */
export const describeBusinessImport = (run: BusinessImportRun): string => {
  const { rows, created, updated, unchanged, skipped, rejected, remarks, businesses } = run;
  return JSON.stringify({
    rows,
    created,
    updated,
    unchanged,
    skipped,
    rejected,
    remarks,
    businesses: businesses ?? 0,
  });
};
