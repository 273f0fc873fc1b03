import { randomBytes } from 'node:crypto';
import type { ApiProcess } from '../support/processes';
import { redis } from '../support/services-probes';
import { Stage } from '../support/stage';
import { until } from '../support/until';
import { Visitor } from '../support/visitor';

/** A tenth of every limit: 30 sign-ins from one address in five minutes, 6 new businesses of one person in an hour. */
const environment = { THROTTLE_SCALE: '0.1' };

let stage: Stage;
let apis: readonly ApiProcess[];
let people: Visitor[];

beforeAll(async () => {
  stage = await Stage.open();
  apis = await Promise.all([stage.startApi(environment), stage.startApi(environment)]);
  people = await Promise.all(Array.from({ length: 6 }, () => Visitor.register(apis[0]?.url ?? '')));
});

afterAll(() => stage.close());

afterEach(() => {
  expect(apis.map(({ end }) => end)).toEqual([undefined, undefined]);
});

/** Statuses of attempts in turns over both processes, all at once; every refusal says when to come back. */
const statusesOf = async (count: number, attempt: (api: ApiProcess) => Promise<Response>): Promise<number[]> => {
  const attempts = Array.from({ length: count }, (_, number) => apis[number % 2]).flatMap((api) => api ?? []);
  const responses = await Promise.all(attempts.map(attempt));
  for (const { status, headers } of responses) {
    if (status === 429) expect(headers.get('Retry-After')).toMatch(/^[1-9]\d{0,3}$/);
  }
  return responses.map(({ status }) => status);
};

const post = (url: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });

/** Another account and another invented address each time. */
const guess = ({ url }: ApiProcess): Promise<Response> => {
  const [email, ...address] = [randomBytes(4).toString('hex'), ...randomBytes(4)];
  const headers = { 'X-Forwarded-For': address.join('.') };
  return post(`${url}/api/v1/auth/login`, { email: `${email}@example.test`, password: 'wrong password' }, headers);
};

const createNothing =
  ({ token }: Visitor) =>
  ({ url }: ApiProcess): Promise<Response> =>
    post(`${url}/api/v1/businesses`, {}, { Authorization: `Bearer ${token}` });

/** Somebody who has not tried anything yet. */
const nextPerson = (): Visitor => {
  const person = people.pop();
  if (!person) throw new Error('Too few people are registered.');
  return person;
};

const countOf = (statuses: readonly number[], wanted: number): number =>
  statuses.filter((status) => status === wanted).length;

it('over two processes and with invented addresses, no more than the limit get through', async () => {
  const before = people.length;
  const statuses = await statusesOf(200, guess);
  console.info(`Two processes, 200 guesses: ${countOf(statuses, 401)} judged, ${countOf(statuses, 429)} refused`);
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  expect(countOf(statuses, 401) + before).toBe(30);
});

describe('while Redis is', () => {
  const setMaxMemory = (bytes: string): Promise<unknown> =>
    redis(stage.services.environment, 'CONFIG', 'SET', 'maxmemory', bytes);
  const freeze = (): Promise<unknown> => redis(stage.services.environment, 'CLIENT', 'PAUSE', '4000', 'ALL');

  it.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
    ['gone', () => stage.services.redis.stop('immediate'), () => stage.services.redis.start()],
    ['frozen', freeze, () => Promise.resolve()],
    ['full', () => setMaxMemory('1'), () => setMaxMemory('0')],
  ])('%s, each process keeps every limit; afterwards they keep it together again', async (_, breakIt, repairIt) => {
    const returns = apis.map(returnsOf);
    await breakIt();
    const statuses = await statusesOf(60, createNothing(nextPerson()));
    expect(new Set(statuses)).toEqual(new Set([422, 429]));
    expect(countOf(statuses, 422)).toBeGreaterThanOrEqual(6);
    expect(countOf(statuses, 422)).toBeLessThanOrEqual(12);
    expect(new Set(await statusesOf(20, guess))).toEqual(new Set([429]));

    await repairIt();
    await until('both count in Redis again', async () => {
      await statusesOf(2, guess);
      return apis.every((api, number) => returnsOf(api) > (returns[number] ?? 0));
    });
    expect(countOf(await statusesOf(20, createNothing(nextPerson())), 422)).toBe(6);
  });
});

const returnsOf = ({ log }: ApiProcess): number => log.split('Redis counts again').length;
