import { randomBytes } from 'node:crypto';
import type { Response } from 'supertest';
import { startHub, type TestHub } from '../support/app';
import { signIn } from '../support/people';

/** A tenth of every limit: 30 sign-ins from one address in five minutes, 50 registrations from one network in an hour. */
const environment = { THROTTLE_SCALE: '0.1' };
const TRIES = 60;

let hub: TestHub;

/** Statuses of so many attempts, one after another, and how many there were of each. */
const tally = async (
  attempt: (number: number) => Promise<Response>,
  tries = TRIES,
): Promise<Record<number, number>> => {
  const counts: Record<number, number> = {};
  for (let number = 0; number < tries; number += 1) {
    const response = await attempt(number);
    if (response.status === 429) expectRefusal(response);
    counts[response.status] = (counts[response.status] ?? 0) + 1;
  }
  return counts;
};

const expectRefusal = ({ headers, body }: Response): void => {
  expect(headers['retry-after']).toMatch(/^[1-9]\d{0,3}$/);
  expect(body).toMatchObject({ status: 429, code: 'too-many' });
};

const wrongLogin = (): object => ({
  email: `${randomBytes(4).toString('hex')}@example.test`,
  password: 'wrong password',
});
const forwardedFor = (addresses: string): Record<string, string> => ({ 'X-Forwarded-For': addresses });
const invented = (): string => [203, 0, 113, ...randomBytes(1)].join('.');

describe('without a proxy', () => {
  afterEach(() => hub.close());

  it('nobody gets more by inventing addresses', async () => {
    hub = await startHub(environment);
    const headersOf = (number: number): Record<string, string> => ({
      ...forwardedFor(`${invented()}, ${invented()}`),
      'X-Real-IP': invented(),
      Forwarded: `for=${invented()};seq=${number}`,
    });
    expect(await tally((number) => hub.anonymous.post('/auth/login', wrongLogin(), headersOf(number)))).toEqual({
      401: 30,
      429: 30,
    });
  });

  it('attempts that cannot even be read count', async () => {
    hub = await startHub(environment);
    expect(await tally(() => hub.anonymous.post('/auth/login', { email: ['no', 'text'] }))).toEqual({
      422: 30,
      429: 30,
    });
    expect((await hub.anonymous.post('/auth/login', wrongLogin())).status).toBe(429);
  });

  it('a person has a limit of their own, wherever they are', async () => {
    hub = await startHub(environment);
    const [one, other] = [await signIn(hub), await signIn(hub)];
    expect(await tally(() => one.api.post('/businesses', {}, forwardedFor(invented())), 20)).toEqual({
      422: 6,
      429: 14,
    });
    expect((await other.api.post('/businesses', {})).status).toBe(422);
    expect((await one.api.get('/businesses')).status).toBe(200);
  });

  it('no address gets more than the ceiling in a minute, but health is always told', async () => {
    hub = await startHub({ THROTTLE_REQUESTS_PER_MINUTE: '20' });
    expect(await tally((number) => hub.anonymous.get(`/reference/counties${number % 2 ? '?page=x' : ''}`), 30)).toEqual(
      {
        200: 10,
        422: 10,
        429: 10,
      },
    );
    expect((await hub.anonymous.with('a.forged.token').get('/auth/me')).status).toBe(429);
    expect((await hub.anonymous.send({ method: 'GET', path: '/health/live' })).status).toBe(200);
  });
});

describe('behind a configured proxy', () => {
  const loginFrom = (addresses: string): Promise<Response> =>
    hub.anonymous.post('/auth/login', wrongLogin(), forwardedFor(addresses));

  beforeEach(async () => {
    hub = await startHub({ ...environment, TRUST_PROXY: '127.0.0.1,198.51.100.0/24' });
  });

  afterEach(() => hub.close());

  it('the address counts that the proxy names, not what its client invented', async () => {
    expect(await tally(() => loginFrom(`${invented()}, 192.0.2.7`))).toEqual({ 401: 30, 429: 30 });
    expect((await loginFrom('127.0.0.1, 192.0.2.7')).status).toBe(429);
    expect((await loginFrom('192.0.2.7, 192.0.2.8')).status).toBe(401);
  });

  it('a chain of proxies is followed to the first address that is none of them', async () => {
    expect(await tally(() => loginFrom(`${invented()}, 192.0.2.7, 198.51.100.3`))).toEqual({ 401: 30, 429: 30 });
    expect((await loginFrom('192.0.2.7')).status).toBe(429);
  });

  it('one subscriber is one /64', async () => {
    const inOneNetwork = (): string =>
      `2001:db8:1:2:${randomBytes(4)
        .toString('hex')
        .replace(/(....)/, '$1:')}:0:1`;
    expect(await tally(() => loginFrom(inOneNetwork()))).toEqual({ 401: 30, 429: 30 });
    expect((await loginFrom('2001:db8:1:3::1')).status).toBe(401);
  });

  it('registrations of one network count together, of IPv4 and of IPv6', async () => {
    const register = (address: string): Promise<Response> =>
      hub.anonymous.post('/auth/register', {}, forwardedFor(address));
    expect(await tally((number) => register(`192.0.2.${number}`))).toEqual({ 422: 50, 429: 10 });
    expect((await register('192.0.3.1')).status).toBe(422);
    expect(await tally((number) => register(`2001:db8:0:${number.toString(16)}::1`))).toEqual({ 422: 50, 429: 10 });
    expect((await register('2001:db8:0:100::1')).status).toBe(422);
  });

  it('words that are no address are one address', async () => {
    expect(await tally((number) => loginFrom(`word-${number}`))).toEqual({ 401: 30, 429: 30 });
  });
});
