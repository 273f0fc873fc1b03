import { pauseAfter } from './retry-schedule';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

describe('the pause after a failed attempt', () => {
  it.each([
    [1, 2],
    [2, 4],
    [3, 8],
    [4, 16],
    [5, 30],
    [100, 30],
    [5_000, 30],
  ])('doubles up to half a minute: after attempt %i it is %i s', (attempts, pause) => {
    expect(pauseAfter({ attempts, secondsTrying: 10, isOutage: false })).toBe(pause);
  });

  it.each([
    { secondsTrying: HOUR - 1, isOutage: false, pause: 30 },
    { secondsTrying: HOUR, isOutage: false, pause: 300 },
    { secondsTrying: 3 * DAY - 1, isOutage: false, pause: 300 },
    { secondsTrying: HOUR, isOutage: true, pause: 30 },
    { secondsTrying: 3 * DAY - 1, isOutage: true, pause: 30 },
  ])('is $pause s after $secondsTrying s, in an outage: $isOutage', ({ pause, ...attempt }) => {
    expect(pauseAfter({ attempts: 200, ...attempt })).toBe(pause);
  });

  it.each([true, false])('is none after three days, in an outage: %s', (isOutage) => {
    expect(pauseAfter({ attempts: 9_000, secondsTrying: 3 * DAY, isOutage })).toBeUndefined();
  });
});
