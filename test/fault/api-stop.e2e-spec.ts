import { KeepAliveClient } from '../support/keep-alive';
import { Stage } from '../support/stage';
import { until } from '../support/until';
import { ask, Visitor } from '../support/visitor';

/** Outlasts a readiness probe of an API that this test keeps as busy as it can. */
const DRAIN_MS = 4_000;
const CLIENTS = 50;
const SLOW_REQUESTS = 5;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.importNotices(30);
});

afterAll(() => stage.close());

describe('an API that is told to stop under load', () => {
  it('answers everything that it took, and ends in time', async () => {
    const api = await stage.startApi({ DRAIN_MS: `${DRAIN_MS}` });
    const { url } = api;
    const owner = await Visitor.register(url);
    const client = new KeepAliveClient(url, CLIENTS + SLOW_REQUESTS);
    const answers: number[] = [];
    const failures: unknown[] = [];
    let isReady = true;
    // A load balancer's clients: they turn to another process as soon as this one is not ready any more.
    const clients = Array.from({ length: CLIENTS }, async (_, number) => {
      while (isReady) {
        const path = number % 2 === 0 ? '/api/v1/opportunities?limit=20' : '/api/v1/auth/me';
        await client.get(path, owner.token).then(
          (status) => answers.push(status),
          (error: unknown) => failures.push(error),
        );
      }
    });
    const slow = await Promise.all(
      Array.from({ length: SLOW_REQUESTS }, () => client.begin('/api/v1/auth/login', owner.credentials)),
    );
    await until('the load runs', () => answers.length > 200);

    const stopped = api.stop('SIGTERM');
    await until('it is not ready any more', async () => (await ask(`${url}/health/ready`)).status === 503);
    isReady = false;
    api.send('SIGTERM');
    expect((await ask(`${url}/health/live`)).status).toBe(200);
    await Promise.all(clients);
    await until('it takes no more connections', () => client.isRefused());
    const late = await Promise.all(slow.map(({ finish }) => finish()));

    const { end, milliseconds } = await stopped;
    client.close();
    console.info(
      `SIGTERM, ${CLIENTS} clients: ${answers.length} answers, ended with ${end} after ${milliseconds.toFixed()} ms`,
    );
    expect(failures).toEqual([]);
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(late).toEqual(slow.map(() => 200));
    expect(end).toBe(0);
    expect(milliseconds).toBeLessThan(25_000);
  });
});
