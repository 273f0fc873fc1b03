import { meanMetrics, rankingMetrics } from './ranking-metrics';
import { shuffled } from './seeded-shuffle';

const places = (count: number): string[] => Array.from({ length: count }, (_, place) => `other-${place}`);

describe('metrics of a ranking', () => {
  it('are full where everything relevant comes first', () => {
    expect(rankingMetrics(['a', 'b', ...places(60)], new Set(['a', 'b']))).toEqual({
      ndcgAt10: 1,
      precisionAt10: 0.2,
      recallAt10: 1,
      recallAt50: 1,
    });
  });

  it('discount a hit by its place', () => {
    const second = rankingMetrics(['x', 'a'], new Set(['a']));
    expect(second.ndcgAt10).toBeCloseTo(1 / Math.log2(3), 10);
    const eleventh = rankingMetrics([...places(10), 'a'], new Set(['a', 'b']));
    expect(eleventh).toEqual({ ndcgAt10: 0, precisionAt10: 0, recallAt10: 0, recallAt50: 0.5 });
  });

  it('count every ranking the same', () => {
    const [good, bad] = [rankingMetrics(['a'], new Set(['a'])), rankingMetrics(['x'], new Set(['a']))];
    expect(meanMetrics([good, bad])).toMatchObject({ ndcgAt10: 0.5, recallAt50: 0.5 });
  });
});

describe('a seeded shuffle', () => {
  it('keeps all items and depends on nothing but the seed', () => {
    const items = places(100);
    expect(shuffled(items, 1)).toEqual(shuffled(items, 1));
    expect(shuffled(items, 1)).not.toEqual(shuffled(items, 2));
    expect(shuffled(items, 1).sort()).toEqual([...items].sort());
  });
});
