import type { ApiProcess, WorkerProcess } from '../support/processes';
import { redis } from '../support/services-probes';
import { Stage } from '../support/stage';
import { until } from '../support/until';
import { ask, Visitor } from '../support/visitor';

let stage: Stage;
let api: ApiProcess;
let worker: WorkerProcess;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.importNotices(30);
  [api, worker] = await Promise.all([stage.startApi(), stage.startWorker()]);
});

afterAll(() => stage.close());

afterEach(() => {
  expect({ api: api.end, worker: worker.end }).toEqual({ api: undefined, worker: undefined });
});

describe('while Redis is down', () => {
  let owner: Visitor;

  beforeAll(async () => {
    owner = await Visitor.register(api.url);
    await stage.services.redis.stop('immediate');
  });

  it('a business is created without waiting, and matched without any job', async () => {
    const created = await owner.createBusiness();
    expect(created.status).toBe(201);
    const milliseconds = await owner.untilMatched();
    console.info(
      `Redis down: created in ${created.milliseconds.toFixed()} ms, swept after ${milliseconds.toFixed()} ms`,
    );
  });

  it('people register, sign in and read', async () => {
    const visitor = await Visitor.register(api.url);
    const answers = [
      await Visitor.logIn(api.url, visitor.number),
      await visitor.get('/auth/me'),
      await visitor.get('/opportunities?limit=5'),
      await visitor.get('/reference/naics?q=network'),
      await owner.get('/matching/opportunities'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('health says what is missing, and that the hub works', async () => {
    const ready = await ask(`${api.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(ready.body['status']).toBe('degraded');
    const { status, body } = await ask(`${api.url}/health/detailed`);
    expect(status).toBe(200);
    expect(body['services']).toEqual({
      database: 'healthy',
      cache: 'unhealthy',
      queue: 'unhealthy',
      storage: 'healthy',
    });
  });

  it('an API starts, and all use Redis as soon as it is there', async () => {
    const second = await stage.startApi();
    const late = await Visitor.register(second.url);
    const created = await late.createBusiness();
    expect(created.status).toBe(201);

    await stage.services.redis.start();
    await untilHealthy(api, second);
    await matchedByJob(await Visitor.register(api.url), worker);
    await matchedByJob(await Visitor.register(second.url), worker);
    await second.stop();
  });
});

describe('while Redis does not answer', () => {
  it('a business is created and matched without waiting for it', async () => {
    const owner = await Visitor.register(api.url);
    const redisProcess = await processOfRedis();
    process.kill(redisProcess, 'SIGSTOP');
    try {
      const { status, milliseconds } = await owner.createBusiness();
      console.info(`Redis hanging: created in ${milliseconds.toFixed()} ms`);
      expect(status).toBe(201);
      expect((await owner.get('/opportunities?limit=5')).status).toBe(200);
      await owner.untilMatched();
    } finally {
      process.kill(redisProcess, 'SIGCONT');
    }
    await untilHealthy(api);
  });
});

describe('after Redis has lost everything', () => {
  it('a business created right away is matched by a job', async () => {
    await stage.services.redis.flush();
    await matchedByJob(await Visitor.register(api.url), worker);
  });

  it('a worker that started without Redis takes jobs once it is there', async () => {
    await stage.services.redis.stop('immediate');
    await worker.stop();
    worker = await stage.startWorker();
    await stage.services.redis.start();
    await untilHealthy(api);
    await matchedByJob(await Visitor.register(api.url), worker);
  });
});

describe('while the storage is down', () => {
  it('an API starts and is ready, and says so', async () => {
    await stage.services.storage.stop();
    const second = await stage.startApi();
    for (const { url } of [api, second]) {
      const { status, body } = await ask(`${url}/health/ready`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'degraded', services: { storage: 'unhealthy', database: 'healthy' } });
    }
    await stage.services.storage.start();
    await untilHealthy(api, second);
  });
});

const processOfRedis = async (): Promise<number> =>
  Number(/process_id:(\d+)/.exec(String(await redis(stage.services.environment, 'INFO', 'server')))?.[1]);

const untilHealthy = (...apis: readonly ApiProcess[]): Promise<unknown> =>
  until('everything is healthy', async () => {
    const answers = await Promise.all(apis.map(({ url }) => ask(`${url}/health/ready`)));
    return answers.every(({ body }) => body['status'] === 'healthy');
  });

/** The worker says so in its log: the sweep does not name jobs. */
const matchedByJob = async (owner: Visitor, by: WorkerProcess): Promise<void> => {
  const { status, body } = await owner.createBusiness();
  expect(status).toBe(201);
  const startedAt = performance.now();
  await until('the job is done', () => by.log.includes(`matching.match-business:${String(body['id'])}`));
  await owner.untilMatched();
  console.info(`Redis back: matched ${(performance.now() - startedAt).toFixed()} ms after it was created`);
};
