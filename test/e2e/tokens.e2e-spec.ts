import type { Response } from 'supertest';
import { AuthConfig, DatabaseConfig } from '../../src/config';
import { NOW, startHub, type TestHub } from '../support/app';
import { mfaTokenOf, signInWithSecondFactor } from '../support/authenticator';
import { claimsOf, forgeries, forgeToken, headerOf, type Loot } from '../support/forged-tokens';
import { type Person, signIn } from '../support/people';
import { rawRequest } from '../support/raw-request';

const SECONDS = NOW.getTime() / 1000;

/** An answer without what is another one each time. */
const answerOf = ({ status, text, headers }: Response): { status: number; text: string; headers: object } => {
  const { date: _date, 'x-request-id': _id, ...rest }: Record<string, string> = headers;
  return { status, text, headers: rest };
};

describe('access tokens', () => {
  let hub: TestHub;
  let owner: Person;
  let loot: Loot;

  beforeAll(async () => {
    hub = await startHub();
    owner = await signIn(hub);
    const { accessSecret, refreshSecret } = hub.get(AuthConfig);
    const challenge = await mfaTokenOf(hub, await signInWithSecondFactor(hub));
    const { accessToken: access, refreshToken: refresh } = owner;
    loot = { access, refresh, challenge, accessSecret, refreshSecret, now: SECONDS };
  });

  afterAll(() => hub.close());

  const statusWith = async (token: string): Promise<number> => (await hub.anonymous.with(token).get('/auth/me')).status;

  const forge = (changes: object): string =>
    forgeToken(headerOf(loot.access), { ...claimsOf(loot.access), ...changes }, loot.accessSecret);

  it('say who signed in, for fifteen minutes, and nothing about the person', () => {
    const { sub, iat, exp, ...rest } = claimsOf(owner.accessToken);
    expect({ sub, iat, exp }).toEqual({ sub: owner.id, iat: SECONDS, exp: SECONDS + 900 });
    expect(Object.keys(rest).sort()).toEqual(['aud', 'iss', 'jti', 'sid', 'token_use']);
  });

  it('say of what kind they are and which key signed them', () => {
    const header = (typ: string): object => ({ alg: 'HS256', typ, kid: expect.stringMatching(/^[\w-]{11}$/) });
    expect(headerOf(loot.access)).toEqual(header('at+jwt'));
    expect(headerOf(loot.refresh)).toEqual(header('rt+jwt'));
    expect(headerOf(loot.challenge)).toEqual(header('mfa+jwt'));
    expect(claimsOf(loot.challenge)).toMatchObject({ iat: SECONDS, exp: SECONDS + 300 });
    expect(claimsOf(loot.refresh)).toMatchObject({ iat: SECONDS, exp: SECONDS + 7 * 86_400 });
  });

  it.each([
    ['as ours are', {}],
    ['by a clock five seconds ahead', { iat: SECONDS + 5, nbf: SECONDS + 5, exp: SECONDS + 900 }],
    ['14:59 minutes ago', { iat: SECONDS - 899, exp: SECONDS + 1 }],
  ])('are accepted when signed %s, so that the forgeries are refused for their one fault', async (_, changes) => {
    expect(await statusWith(forge(changes))).toBe(200);
  });

  it('are refused with one identical answer, whatever is wrong with them', async () => {
    const expected = answerOf(await hub.anonymous.get('/auth/me'));
    expect(expected.status).toBe(401);
    const forged = forgeries(loot);
    expect(forged.length).toBeGreaterThan(100);
    const tokens = forged.map(([, token]) => token);
    expect(forged.filter(([, token], index) => tokens.indexOf(token) !== index)).toEqual([]);
    for (const [fault, token] of forged) {
      const answer = answerOf(await hub.anonymous.with(token).get('/auth/me'));
      expect({ fault, ...answer }).toEqual({ fault, ...expected });
    }
    expect(await statusWith(loot.access)).toBe(200);
  });

  it('come in the Authorization header and nowhere else', async () => {
    const { status: inQuery } = await hub.anonymous.get('/auth/me', { access_token: owner.accessToken });
    const headers = { Authorization: `Basic ${owner.accessToken}` };
    const { status: asBasic } = await hub.anonymous.send({ method: 'GET', path: '/api/v1/auth/me', headers });
    const cookie = { Cookie: `access_token=${owner.accessToken}` };
    const { status: inCookie } = await hub.anonymous.send({ method: 'GET', path: '/api/v1/auth/me', headers: cookie });
    expect([inQuery, asBasic, inCookie]).toEqual([401, 401, 401]);
  });

  it('come once: nobody guesses which of two counts', async () => {
    const good = `Authorization: Bearer ${owner.accessToken}`;
    for (const headers of [
      [good, 'authorization: Bearer x.y.z'],
      ['Authorization: Basic x', good],
      [good, good],
    ]) {
      const head = ['GET /api/v1/auth/me HTTP/1.1', 'Host: 127.0.0.1', 'Connection: close', ...headers].join('\r\n');
      expect(await rawRequest(await hub.app.getUrl(), `${head}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 401 /);
    }
  });

  it.each([
    ['is_active', 'false'],
    ['role', `'viewer'`],
  ])('follow a change of %s at the next request', async (column, value) => {
    const person = await signIn(hub);
    const before = await person.api.get('/matching/opportunities');
    await hub.query(`UPDATE users SET ${column} = ${value} WHERE id = $1`, [person.id]);
    const after = await person.api.get('/matching/opportunities');
    expect([before.status, after.status]).toEqual([404, column === 'role' ? 403 : 401]);
  });

  it('refresh nothing, nor does any other token that is not for it, and the session goes on', async () => {
    const refresh = (refresh_token: string): Promise<{ status: number; body: { code?: string } }> =>
      hub.anonymous.post('/auth/refresh', { refresh_token });
    const { access, refresh: genuine, challenge, accessSecret, refreshSecret } = loot;
    const claims = claimsOf(genuine);
    const tokens = [
      access,
      challenge,
      forgeToken(headerOf(genuine), claims, accessSecret),
      forgeToken(headerOf(access), claims, refreshSecret),
      forgeToken(headerOf(genuine), claimsOf(access), refreshSecret),
      forgeToken(headerOf(genuine), { ...claims, token_use: 'access' }, refreshSecret),
      forgeToken(headerOf(genuine), { ...claims, exp: SECONDS + 7 * 86_400 + 1 }, refreshSecret),
      forgeToken({ ...headerOf(genuine), alg: 'none' }, claims, ''),
      forgeToken({ ...headerOf(genuine), alg: 'HS512' }, claims, refreshSecret),
      genuine.slice(0, -1),
      `${genuine}=`,
    ];
    const answers = await Promise.all(tokens.map(refresh));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      tokens.map(() => [401, 'invalid-refresh-token']),
    );
    expect((await refresh(genuine)).status).toBe(200);
  });
});

/** The hub again, with other settings, on the same data. Access tokens of both are checked by the one started last: Passport is one for the process. */
const again = (hub: TestHub, environment: Record<string, string>): Promise<TestHub> =>
  startHub({ DATABASE_URL: hub.get(DatabaseConfig).url, ...environment });

describe('time and new secrets', () => {
  const ACCESS = 'k3PzF0qv9tYxWb7LmQ2nRs8uDc4HgJ6e';
  const REFRESH = 'Zt5vXa1oKi9yBw3fCq7rMe2jUs8pLd4G';
  const NEW_ACCESS = 'u8Ej2VhT6cRm0yNq4WxKz9bPf3Ls7aDg';
  const NEW_REFRESH = 'Hd6sYp1Ow9kTz3vQf7xCb2gMn8rUe4jA';
  let hub: TestHub;
  let owner: Person;

  beforeAll(async () => {
    hub = await startHub({ JWT_ACCESS_SECRET: ACCESS, JWT_REFRESH_SECRET: REFRESH });
    owner = await signIn(hub);
  });

  afterAll(() => hub.close());

  it.each([
    ['14:59', '12:14:59', 200],
    ['15:00', '12:15:00', 401],
  ])('an access token %s minutes old is answered at %s with %s', async (_, time, status) => {
    const secrets = { JWT_ACCESS_SECRET: ACCESS, JWT_REFRESH_SECRET: REFRESH };
    const later = await again(hub, { ...secrets, HUB_NOW: `2026-04-10T${time}Z` });
    try {
      expect((await later.anonymous.with(owner.accessToken).get('/auth/me')).status).toBe(status);
    } finally {
      await later.close();
    }
  });

  it.each([
    ['a second before', '2026-04-17T11:59:59Z', 200],
    ['at', '2026-04-17T12:00:00Z', 401],
  ])('a session goes on %s its end after seven days: %s %s', async (_, HUB_NOW, status) => {
    const { refreshToken } = await signIn(hub);
    const later = await again(hub, { JWT_ACCESS_SECRET: ACCESS, JWT_REFRESH_SECRET: REFRESH, HUB_NOW });
    try {
      const { body, ...answer } = await later.anonymous.post('/auth/refresh', { refresh_token: refreshToken });
      expect(answer.status).toBe(status);
      if (status === 200) expect(claimsOf(body.refresh_token)['exp']).toBe(SECONDS + 7 * 86_400);
    } finally {
      await later.close();
    }
  });

  it('tokens of the previous secrets are good, new ones come from the new secrets', async () => {
    const rotated = await again(hub, {
      JWT_ACCESS_SECRET: NEW_ACCESS,
      JWT_REFRESH_SECRET: NEW_REFRESH,
      JWT_ACCESS_PREVIOUS_SECRETS: ACCESS,
      JWT_REFRESH_PREVIOUS_SECRETS: REFRESH,
    });
    try {
      const person = await signIn(hub);
      expect((await rotated.anonymous.with(person.accessToken).get('/auth/me')).body.id).toBe(person.id);
      const { status, body } = await rotated.anonymous.post('/auth/refresh', { refresh_token: person.refreshToken });
      expect(status).toBe(200);
      for (const [old, renewed, secret] of [
        [person.accessToken, body.access_token, NEW_ACCESS],
        [person.refreshToken, body.refresh_token, NEW_REFRESH],
      ]) {
        expect(headerOf(renewed)['kid']).not.toBe(headerOf(old)['kid']);
        expect(forgeToken(headerOf(renewed), claimsOf(renewed), secret)).toBe(renewed);
      }
      expect((await rotated.anonymous.with(body.access_token).get('/auth/me')).status).toBe(200);
      const claims = claimsOf(body.access_token);
      const mixed = forgeToken(headerOf(person.accessToken), claims, NEW_ACCESS);
      expect((await rotated.anonymous.with(mixed).get('/auth/me')).status).toBe(401);
    } finally {
      await rotated.close();
    }
  });

  it('tokens of a secret that was taken away are refused', async () => {
    const without = await again(hub, { JWT_ACCESS_SECRET: NEW_ACCESS, JWT_REFRESH_SECRET: NEW_REFRESH });
    try {
      const person = await signIn(hub);
      const refreshed = await without.anonymous.post('/auth/refresh', { refresh_token: person.refreshToken });
      expect((await without.anonymous.with(person.accessToken).get('/auth/me')).status).toBe(401);
      expect([refreshed.status, refreshed.body.code]).toEqual([401, 'invalid-refresh-token']);
    } finally {
      await without.close();
    }
  });
});
