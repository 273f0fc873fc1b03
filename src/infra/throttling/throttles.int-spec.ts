import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { acquireLocalServices, type LocalServices } from '../../../scripts/local-services';
import { redis } from '../../../test/support/services-probes';
import { testEnvironment } from '../../../test/support/environment';
import { until } from '../../../test/support/until';
import { EncryptionConfig, loadConfiguration, QueueConfig, ThrottlingConfig } from '../../config';
import { KeyRing } from '../encryption';
import { SharedCounters } from './shared-counters';
import { ThrottledError } from './throttled-error';
import { Throttles } from './throttles.service';

const TEN = { limit: 10, seconds: 60 };
const EMAIL = 'ada@example.test';

let services: LocalServices;
let prefix: string;
const opened: SharedCounters[] = [];

/** What one process has. */
const openThrottles = (environment: Record<string, string> = {}): Throttles => {
  const configuration = loadConfiguration([QueueConfig, ThrottlingConfig, EncryptionConfig], {
    ...testEnvironment,
    ...services.environment,
    QUEUE_PREFIX: prefix,
    ...environment,
  });
  const shared = new SharedCounters(configuration.get(QueueConfig));
  opened.push(shared);
  return new Throttles(shared, configuration.get(ThrottlingConfig), new KeyRing(configuration.get(EncryptionConfig)));
};

const keysInRedis = async (pattern: string): Promise<string[]> => {
  const keys = await redis(services.environment, 'KEYS', `${prefix}:${pattern}`);
  return Array.isArray(keys) ? keys.map(String) : [];
};

/** Until this process counts in Redis. */
const untilShared = async (throttles: Throttles): Promise<Throttles> => {
  await until('Redis counts', async () => {
    const probe = randomBytes(6).toString('hex');
    await throttles.consume(probe, '', TEN);
    return (await keysInRedis(`throttle:${probe}:*`)).length === 1;
  });
  return throttles;
};

/** How many of so many attempts, all at once and in turns over these processes, were let through. Any other error fails. */
const passed = async (count: number, processes: readonly Throttles[], name = 'sign-in'): Promise<number> => {
  const attempts = await Promise.all(
    Array.from({ length: count }, (_, number) => refusalOf(processes[number % processes.length], name)),
  );
  return attempts.filter((refusal) => refusal === undefined).length;
};

const refusalOf = async (
  throttles: Throttles | undefined,
  name: string,
  limit = TEN,
): Promise<ThrottledError | undefined> => {
  try {
    await throttles?.consume(name, EMAIL, limit);
    return undefined;
  } catch (error) {
    if (error instanceof ThrottledError) return error;
    throw error;
  }
};

beforeAll(async () => {
  Logger.overrideLogger(false);
  services = await acquireLocalServices({ ephemeral: true, services: ['redis'] });
});

beforeEach(() => {
  prefix = `throttles-${randomBytes(6).toString('hex')}`;
});

afterEach(() => {
  for (const shared of opened.splice(0)) shared.onApplicationShutdown();
});

afterAll(() => services.release());

describe('two processes', () => {
  it('let exactly as many through together as the limit allows', async () => {
    const processes = [await untilShared(openThrottles()), await untilShared(openThrottles())];
    expect(await passed(200, processes)).toBe(10);
    expect(await passed(20, processes, 'mailed-links')).toBe(10);
  });

  it('tell only once in a window that somebody was refused', async () => {
    const processes = [await untilShared(openThrottles()), await untilShared(openThrottles())];
    const refusals = await Promise.all(
      Array.from({ length: 40 }, (_, number) => refusalOf(processes[number % 2], 'sign-in')),
    );
    expect(refusals.filter((refusal) => refusal?.isFirst)).toHaveLength(1);
    expect(refusals.filter((refusal) => refusal?.isFirst === false)).toHaveLength(29);
  });

  it('both know when an attempt turned out to be honest', async () => {
    const [one, other] = [await untilShared(openThrottles()), await untilShared(openThrottles())];
    expect(await passed(11, [one])).toBe(10);
    await other.forgive('sign-in', EMAIL);
    expect(await passed(11, [one])).toBe(10);
  });
});

describe('a limit', () => {
  it('says when its window ends, and then lets through again', async () => {
    const throttles = await untilShared(openThrottles());
    const once = { limit: 1, seconds: 2 };
    expect(await refusalOf(throttles, 'window', once)).toBeUndefined();
    const refusal = await refusalOf(throttles, 'window', once);
    expect(refusal).toMatchObject({ kind: 'too-many', code: 'too-many', throttle: 'window', isFirst: true });
    expect([1, 2]).toContain(refusal?.retryAfterSeconds);
    await until('the window has ended', async () => (await refusalOf(throttles, 'window', once)) === undefined);
  });

  it.each([
    ['0.1', 1],
    ['2.5', 25],
  ])('times %s lets %i through', async (THROTTLE_SCALE, count) => {
    expect(await passed(60, [openThrottles({ THROTTLE_SCALE })])).toBe(count);
  });

  it('leaves nothing in Redis that names anybody, and nothing for ever', async () => {
    const throttles = await untilShared(openThrottles());
    await redis(services.environment, 'FLUSHALL');
    await throttles.consume('sign-in', EMAIL, TEN);
    await throttles.consume('login', 'ipv4:192.0.2.7', TEN);
    const keys = (await keysInRedis('*')).sort();
    expect(keys).toEqual([
      expect.stringMatching(/:throttle:login:[\w-]{22}$/),
      expect.stringMatching(/:throttle:sign-in:[\w-]{22}$/),
    ]);
    for (const key of keys) {
      expect(await redis(services.environment, 'GET', key)).toBe('1');
      expect(Number(await redis(services.environment, 'PTTL', key))).toBeGreaterThan(0);
    }
  });
});

describe('while Redis is away', () => {
  it('a process that never saw it counts for itself', async () => {
    const alone = openThrottles({ REDIS_URL: 'redis://127.0.0.1:1' });
    expect(await passed(50, [alone])).toBe(10);
    expect((await refusalOf(alone, 'sign-in'))?.retryAfterSeconds).toBeGreaterThanOrEqual(1);
    await alone.forgive('sign-in', EMAIL);
    expect(await passed(50, [alone])).toBe(10);
  });

  const outages: readonly [string, () => Promise<unknown>, () => Promise<unknown>][] = [
    ['stopped', () => services.redis.stop('immediate'), () => services.redis.start()],
    ['frozen', () => redis(services.environment, 'CLIENT', 'PAUSE', '4000', 'ALL'), () => Promise.resolve()],
    ['full', () => setMaxMemory('1'), () => setMaxMemory('0')],
  ];
  const setMaxMemory = (bytes: string): Promise<unknown> =>
    redis(services.environment, 'CONFIG', 'SET', 'maxmemory', bytes);

  it.each(outages)('%s, no attempt gets past the limit that was used up before', async (_, breakIt, repairIt) => {
    const throttles = await untilShared(openThrottles());
    expect(await passed(6, [throttles])).toBe(6);
    await breakIt();
    try {
      expect(await passed(50, [throttles])).toBe(4);
      expect(await passed(50, [throttles], 'mailed-links')).toBe(10);
    } finally {
      await repairIt();
    }
    await untilShared(throttles);
    const other = await untilShared(openThrottles());
    expect(await passed(200, [throttles, other], 'afterwards')).toBe(10);
  });

  it('frozen, only the first attempt waits for it', async () => {
    const throttles = await untilShared(openThrottles());
    await redis(services.environment, 'CLIENT', 'PAUSE', '3000', 'ALL');
    const thawed = redis(services.environment, 'PING');
    expect(await Promise.race([thawed, passedInTurn(100, throttles)])).toBe(10);
    expect(await thawed).toBe('PONG');
  });

  const passedInTurn = async (count: number, throttles: Throttles): Promise<number> => {
    let sum = 0;
    for (let turn = 0; turn < count; turn += 1) sum += await passed(1, [throttles]);
    return sum;
  };
});
