import type { Notice } from '../../opportunities';
import type { ReadRow } from './read-row';
import { lanesOf, windowsOf, type Window } from './windows';

const noPlace = { city: null, state: null, zip: null, country: null };
const notice = (sourceNoticeId: string, key: string, description = ''): Notice => ({
  source: 'sam',
  sourceNoticeId,
  solicitationNumber: key,
  title: 'A title',
  description,
  type: 'o',
  baseType: null,
  setAside: null,
  naicsCode: null,
  pscCode: null,
  buyer: { department: null, subTier: null, office: null, officeCode: null },
  placeOfPerformance: noPlace,
  officePlace: noPlace,
  postedAt: new Date('2026-04-10T00:00:00Z'),
  responseDeadline: null,
  archiveOn: null,
  award: null,
  contacts: [],
  sourceUrl: null,
});

const key = ({ solicitationNumber }: Notice): string => solicitationNumber ?? '';
const accepted = (row: number, id: string, group: string, description?: string): ReadRow => ({
  row,
  notice: notice(id, group, description),
  notes: [],
});
const rejected = (row: number): ReadRow => ({ row, noticeId: null, rejection: { code: 'x', message: 'x' } });

const windowsFrom = async (rows: readonly ReadRow[]): Promise<Window[]> => {
  async function* stream(): AsyncGenerator<ReadRow> {
    for (const row of rows) yield await Promise.resolve(row);
  }
  const windows: Window[] = [];
  for await (const window of windowsOf(stream())) windows.push(window);
  return windows;
};

describe('windowsOf', () => {
  it('cuts rows into windows of at most 1,000', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => rejected(index + 1));
    const windows = await windowsFrom(rows);
    expect(windows.map(({ number, rows: part }) => [number, part.length])).toEqual([
      [1, 1_000],
      [2, 1_000],
      [3, 500],
    ]);
    expect(windows.flatMap(({ rows: part }) => part.map(({ row }) => row))).toEqual(rows.map(({ row }) => row));
  });

  it('cuts earlier where descriptions are long, so that memory stays bounded', async () => {
    const long = 'x'.repeat(200_000);
    const windows = await windowsFrom(
      Array.from({ length: 130 }, (_, index) => accepted(index + 1, `n${index}`, `g${index}`, long)),
    );
    expect(Math.max(...windows.map(({ rows }) => rows.length))).toBeLessThan(70);
  });

  it('has no window without rows', async () => {
    expect(await windowsFrom([])).toEqual([]);
  });
});

describe('lanesOf', () => {
  it('keeps a procurement in one lane and in order, and puts about half of the work into each', () => {
    const rows = Array.from({ length: 400 }, (_, index) =>
      accepted(index + 1, `n${index}`, `g${index % 40}`, 'x'.repeat(index)),
    );
    const lanes = lanesOf({ number: 1, rows }, key);
    expect(lanes.map(({ lane }) => lane)).toEqual([0, 1]);
    const groups = lanes.map((lane) => new Set(lane.rows.map((row) => ('notice' in row ? key(row.notice) : ''))));
    expect([...(groups[0] ?? [])].filter((group) => groups[1]?.has(group))).toEqual([]);
    for (const { rows: part } of lanes) {
      expect(part.length).toBeGreaterThan(150);
      expect(part.map(({ row }) => row)).toEqual(part.map(({ row }) => row).sort((a, b) => a - b));
    }
  });

  it('splits the same rows the same way again', () => {
    const rows = Array.from({ length: 50 }, (_, index) => accepted(index + 1, `n${index}`, `g${index % 7}`));
    expect(lanesOf({ number: 1, rows }, key)).toEqual(lanesOf({ number: 1, rows }, key));
  });

  it('keeps one notice id in one lane even when its number changes', () => {
    const rows = [accepted(1, 'same', 'a'), accepted(2, 'other', 'b'), accepted(3, 'same', 'b')];
    expect(lanesOf({ number: 1, rows }, key)).toEqual([{ lane: 0, rows }]);
  });

  it('counts every row once, rejected ones too', () => {
    const rows = [rejected(1), accepted(2, 'n', 'a'), rejected(3), accepted(4, 'm', 'b')];
    const lanes = lanesOf({ number: 1, rows }, key);
    expect(
      lanes
        .flatMap((lane) => lane.rows)
        .map(({ row }) => row)
        .sort(),
    ).toEqual([1, 2, 3, 4]);
  });
});
