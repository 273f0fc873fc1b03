import { combine, largestRemainder } from './combine';
import type { WeightedFit } from './combine';
import { componentNames } from './match';
import type { ComponentName } from './match';
import { currentModel } from './models/current-model';

const part = (name: ComponentName, hundredths: number): WeightedFit => ({
  name,
  weight: currentModel.weights[name],
  fit: { hundredths, reason: 'Test.' },
});

describe('combine', () => {
  it('divides by the weight of what is known', () => {
    const fits = [part('text', 80), part('psc', 100), part('naics', 80), part('buyer', 0)];
    expect(combine(fits, currentModel)).toMatchObject({ score: 67.1, confidence: 0.7 });
  });

  it('divides by 60 at least, so that one perfect component is no perfect score', () => {
    expect(combine([part('naics', 100)], currentModel)).toMatchObject({ score: 25, confidence: 0.15 });
  });

  it('is 100 where everything fits', () => {
    const all = componentNames.map((name) => part(name, 100));
    expect(combine(all, currentModel)).toMatchObject({ score: 100, confidence: 1 });
  });

  it('keeps a real zero', () => {
    const { components } = combine([part('psc', 0), part('text', 50)], currentModel);
    expect(components.map(({ value, contribution }) => [value, contribution])).toEqual([
      [0, 0],
      [0.5, 20.8],
    ]);
  });
});

describe('largestRemainder', () => {
  it.each([
    [[33.33, 33.33, 33.33], 100, [34, 33, 33]],
    [[1.5, 2.5], 4, [2, 2]],
    [[0, 0], 0, [0, 0]],
    [[], 0, []],
    [[10.1, 20.2, 30.7], 61, [10, 20, 31]],
  ])('%j to %d', (parts, total, whole) => {
    expect(largestRemainder(parts, total)).toEqual(whole);
  });
});
