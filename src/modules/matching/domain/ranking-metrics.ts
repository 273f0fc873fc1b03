/** How good a ranking is, each from 0 to 1. */
export interface RankingMetrics {
  readonly ndcgAt10: number;
  readonly precisionAt10: number;
  readonly recallAt10: number;
  readonly recallAt50: number;
}

const hitsWithin = (ranking: readonly string[], relevant: ReadonlySet<string>, depth: number): number =>
  ranking.slice(0, depth).filter((id) => relevant.has(id)).length;

/** What a hit is worth falls with the logarithm of its place, counted from 0. */
const gainAt = (place: number): number => 1 / Math.log2(place + 2);

function ndcg(ranking: readonly string[], relevant: ReadonlySet<string>, depth: number): number {
  const gained = ranking.slice(0, depth).reduce((sum, id, place) => sum + (relevant.has(id) ? gainAt(place) : 0), 0);
  let best = 0;
  for (let place = 0; place < Math.min(depth, relevant.size); place += 1) best += gainAt(place);
  return gained / best;
}

/** A ranking, best first, against what turned out relevant; there is at least one. */
export const rankingMetrics = (ranking: readonly string[], relevant: ReadonlySet<string>): RankingMetrics => ({
  ndcgAt10: ndcg(ranking, relevant, 10),
  precisionAt10: hitsWithin(ranking, relevant, 10) / 10,
  recallAt10: hitsWithin(ranking, relevant, 10) / relevant.size,
  recallAt50: hitsWithin(ranking, relevant, 50) / relevant.size,
});

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every business counts the same, however much it won. */
export const meanMetrics = (all: readonly RankingMetrics[]): RankingMetrics => ({
  ndcgAt10: mean(all.map(({ ndcgAt10 }) => ndcgAt10)),
  precisionAt10: mean(all.map(({ precisionAt10 }) => precisionAt10)),
  recallAt10: mean(all.map(({ recallAt10 }) => recallAt10)),
  recallAt50: mean(all.map(({ recallAt50 }) => recallAt50)),
});
