/** What a file was about. */
export const importKinds = ['notices', 'businesses'] as const;
export type ImportKind = (typeof importKinds)[number];

/** One import of one file, whatever it was about. What does not concern its kind is null, or 0 where it counts rows. */
export interface RecordedImport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly source: string | null;
  readonly format: string;
  readonly fileName: string | null;
  readonly status: string;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly merged: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly remarks: number | null;
  readonly opportunities: number | null;
  readonly businesses: number | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly errorCode: string | null;
}
