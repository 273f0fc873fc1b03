import type { Notice } from '../../opportunities';
import { isAccepted, type ReadRow } from './read-row';

const MOST_ROWS = 1_000;
/** Bounds the memory of a window whose descriptions are long. In UTF-16 units. */
const MOST_CHARACTERS = 12_000_000;
/** What a notice costs beside its text, in characters whose indexing costs the same. */
const NOTICE_WEIGHT = 500;

export interface Window {
  /** Counts from 1; the same file is always cut into the same windows. */
  readonly number: number;
  readonly rows: readonly ReadRow[];
}

export interface Lane {
  readonly lane: number;
  readonly rows: readonly ReadRow[];
}

const weightOf = (row: ReadRow): number =>
  isAccepted(row) ? NOTICE_WEIGHT + row.notice.title.length + row.notice.description.length : 1;

/** Cuts rows into windows of bounded size. */
export async function* windowsOf(rows: AsyncIterable<ReadRow>): AsyncGenerator<Window> {
  let number = 1;
  let open: ReadRow[] = [];
  let weight = 0;
  for await (const row of rows) {
    open.push(row);
    weight += weightOf(row);
    if (open.length < MOST_ROWS && weight < MOST_CHARACTERS) continue;
    yield { number, rows: open };
    number += 1;
    open = [];
    weight = 0;
  }
  if (open.length > 0) yield { number, rows: open };
}

/**
 * Splits a window into lanes that can be recorded at the same time, about equally heavy: notices that may belong to one
 * opportunity, and all occurrences of one notice id, stay in one lane and in their order. The same rows are always split
 * the same way, so that a resumed import knows which lanes are done.
 */
export const lanesOf = ({ rows }: Window, laneKey: (notice: Notice) => string): readonly Lane[] => {
  if (hasMovingNotice(rows, laneKey)) return [{ lane: 0, rows }];
  const first = { lane: 0, rows: new Array<ReadRow>(), weight: 0 };
  const second = { lane: 1, rows: new Array<ReadRow>(), weight: 0 };
  const laneByKey = new Map<string, typeof first>();
  for (const row of rows) {
    const key = isAccepted(row) ? laneKey(row.notice) : '';
    const lane = laneByKey.get(key) ?? (first.weight <= second.weight ? first : second);
    laneByKey.set(key, lane);
    lane.rows.push(row);
    lane.weight += weightOf(row);
  }
  return [first, second].filter((lane) => lane.rows.length > 0);
};

/** One notice id under two keys ties both keys together; too rare to be worth more than one lane for the window. */
const hasMovingNotice = (rows: readonly ReadRow[], laneKey: (notice: Notice) => string): boolean => {
  const keyById = new Map<string, string>();
  return rows.filter(isAccepted).some(({ notice }) => {
    const key = laneKey(notice);
    const moved = (keyById.get(notice.sourceNoticeId) ?? key) !== key;
    keyById.set(notice.sourceNoticeId, key);
    return moved;
  });
};
