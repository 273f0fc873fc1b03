import { lockMinutesAfter } from './sign-in-lock';

describe('lockMinutesAfter', () => {
  it.each([
    [1, 0],
    [9, 0],
    [10, 15],
    [11, 0],
    [19, 0],
    [20, 30],
    [30, 60],
    [80, 1440],
    [1000, 1440],
  ])('%i failures: %i minutes', (failures, minutes) => {
    expect(lockMinutesAfter(failures)).toBe(minutes);
  });

  it('lets fewer than a hundred guesses pass in the first three days', () => {
    let [minutes, failures] = [0, 0];
    while (minutes < 3 * 24 * 60) minutes += lockMinutesAfter((failures += 1));
    expect(failures).toBeLessThan(100);
  });
});
