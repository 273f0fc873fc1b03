import { isAcceptedBusiness, type ReadBusinessRow } from './business-file';

/** How much is written in one transaction. */
export interface BatchLimits {
  readonly rows: number;
  /** Entries of all lists together: what a batch costs. */
  readonly entries: number;
}

/** Cuts rows into batches, never through a business: a batch ends with the row that reaches a limit. */
export async function* batchesOf(
  rows: AsyncIterable<ReadBusinessRow>,
  limits: BatchLimits,
): AsyncGenerator<readonly ReadBusinessRow[]> {
  let open: ReadBusinessRow[] = [];
  let entries = 0;
  for await (const row of rows) {
    open.push(row);
    entries += entriesOf(row);
    if (open.length < limits.rows && entries < limits.entries) continue;
    yield open;
    open = [];
    entries = 0;
  }
  if (open.length > 0) yield open;
}

const entriesOf = (row: ReadBusinessRow): number => {
  if (!isAcceptedBusiness(row)) return 1;
  const { naicsCodes, pscCodes, cageCodes, certifications } = row.business;
  return naicsCodes.length + pscCodes.length + cageCodes.length + certifications.length + row.remarks.length;
};
