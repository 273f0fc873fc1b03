import type { Notice } from '../../opportunities';

/** Why a row is not taken over, or what of it could not be. The message names no person and repeats no free text. */
export interface RowRemark {
  /** Stable, for statistics: `title-missing`. */
  readonly code: string;
  readonly message: string;
}

/** A row that became a notice; the notes say which of its fields had to be left out or cut. */
export interface AcceptedRow {
  readonly row: number;
  readonly notice: Notice;
  readonly notes: readonly RowRemark[];
}

/** A row that cannot be a notice. */
export interface RejectedRow {
  readonly row: number;
  /** Where it can be read and looks like one. */
  readonly noticeId: string | null;
  readonly rejection: RowRemark;
}

/** What became of one row or record of a file; `row` counts from 1 and leaves out the header. */
export type ReadRow = AcceptedRow | RejectedRow;

export const isAccepted = (row: ReadRow): row is AcceptedRow => 'notice' in row;
