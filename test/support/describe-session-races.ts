import { findLateWithdrawals, playInterleavings, raceRefreshes, type TwoProcesses } from './session-races';
import { Stage } from './stage';
import { ask } from './visitor';

interface Extent {
  /** Of 50 uses of one refresh token at once. */
  readonly rounds: number;
  /** Of each way to take a right away. */
  readonly triesOfEach: number;
  readonly interleavings: number;
}

/** The same story, as often as the caller has time for. */
export const describeSessionRaces = ({ rounds, triesOfEach, interleavings }: Extent): void =>
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
      const { successes, others, bystanderLives } = await raceRefreshes(at, rounds);
      expect(successes).toEqual(Array(rounds).fill(1));
      expect([others, bystanderLives]).toEqual([[401], true]);
    });

    it('lose their rights in the second process at the next request', async () => {
      const admin = await stage.createAdmin();
      const body = { email: admin.email, password: admin.password };
      const { body: tokens } = await ask(`${at.first}/api/v1/auth/login`, { body });
      const { tries, late } = await findLateWithdrawals(at, String(tokens['access_token']), triesOfEach);
      expect([tries, late]).toEqual([4 * triesOfEach, []]);
    });

    it('never have two live descendants of one token, however uses of it interleave', async () => {
      await expect(playInterleavings(at, interleavings)).resolves.toBeUndefined();
    });
  });
