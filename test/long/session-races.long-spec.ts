import { findLateWithdrawals, playInterleavings, raceRefreshes, type TwoProcesses } from '../support/session-races';
import { Stage } from '../support/stage';
import { ask } from '../support/visitor';

const ROUNDS = 100;
const TRIES_OF_EACH = 250;
const INTERLEAVINGS = 1_000;

describe('sessions over two processes of the API', () => {
  let stage: Stage;
  let at: TwoProcesses;

  beforeAll(async () => {
    stage = await Stage.open();
    const [first, second] = await Promise.all([
      stage.startApi({ THROTTLE_SCALE: '1000' }),
      stage.startApi({ THROTTLE_SCALE: '1000' }),
    ]);
    at = { first: first.url, second: second.url };
  });

  afterAll(() => stage.close());

  it('go on exactly once when a refresh token is used by many at once, and no other session ends', async () => {
    const { successes, others, bystanderLives } = await raceRefreshes(at, ROUNDS);
    expect(successes).toEqual(Array(ROUNDS).fill(1));
    expect([others, bystanderLives]).toEqual([[401], true]);
  });

  it('lose their rights in the second process at the next request', async () => {
    const admin = await stage.createAdmin();
    const body = { email: admin.email, password: admin.password };
    const { body: tokens } = await ask(`${at.first}/api/v1/auth/login`, { body });
    const { tries, late } = await findLateWithdrawals(at, String(tokens['access_token']), TRIES_OF_EACH);
    expect([tries, late]).toEqual([4 * TRIES_OF_EACH, []]);
  });

  it('never have two live descendants of one token, however uses of it interleave', async () => {
    await expect(playInterleavings(at, INTERLEAVINGS)).resolves.toBeUndefined();
  });
});
