import { randomUUID } from 'node:crypto';
import { AuthConfig } from '../../src/config';
import { NOW, startHub, type TestHub } from '../support/app';
import { claimsOf, forgeToken } from '../support/forged-tokens';
import { type Person, signIn } from '../support/people';

const SECONDS = NOW.getTime() / 1000;

describe('access tokens', () => {
  let hub: TestHub;
  let owner: Person;

  beforeAll(async () => {
    hub = await startHub();
    owner = await signIn(hub);
  });

  afterAll(() => hub.close());

  const forge = (changes: object, header?: Record<string, unknown>): string =>
    forgeToken({ ...claimsOf(owner.accessToken), ...changes }, hub.get(AuthConfig).accessSecret, header);

  it('say who signed in, for fifteen minutes, and nothing about the person', () => {
    const { sub, iat, exp, ...rest } = claimsOf(owner.accessToken);
    expect({ sub, iat, exp }).toEqual({ sub: owner.id, iat: SECONDS, exp: SECONDS + 900 });
    expect(Object.keys(rest).sort()).toEqual(['aud', 'iss', 'jti', 'sid', 'token_use']);
  });

  it('are accepted when signed as ours are, so that the forgeries below are refused for their one fault', async () => {
    expect((await hub.anonymous.with(forge({})).get('/auth/me')).status).toBe(200);
  });

  const forgeries: readonly (readonly [fault: string, token: () => string])[] = [
    ['alg none', () => forge({}, { alg: 'none', typ: 'JWT' })],
    ['alg None', () => forge({}, { alg: 'None' })],
    ['alg NONE with our signature', () => `${forge({}, { alg: 'NONE' })}${owner.accessToken.split('.')[2]}`],
    ['no alg', () => forge({}, { typ: 'JWT' })],
    ['HS512 with our key', () => forge({}, { alg: 'HS512', typ: 'JWT' })],
    ['HS384 with our key', () => forge({}, { alg: 'HS384', typ: 'JWT' })],
    ['RS256', () => forge({}, { alg: 'RS256', typ: 'JWT' })],
    ['another key', () => forgeToken(claimsOf(owner.accessToken), 'k'.repeat(40))],
    ['an empty key', () => forgeToken(claimsOf(owner.accessToken), '')],
    ['the refresh key', () => forgeToken(claimsOf(owner.accessToken), hub.get(AuthConfig).refreshSecret)],
    [
      'a key from the header',
      () => forgeToken(claimsOf(owner.accessToken), 'k', { alg: 'HS256', jwk: { k: 'aw', kty: 'oct' } }),
    ],
    ['another audience', () => forge({ aud: 'another-api' })],
    ['no audience', () => forge({ aud: undefined })],
    ['another issuer', () => forge({ iss: 'somebody' })],
    ['no issuer', () => forge({ iss: undefined })],
    ['expired this second', () => forge({ exp: SECONDS })],
    ['no expiry', () => forge({ exp: undefined })],
    ['an expiry that is a text', () => forge({ exp: String(SECONDS + 900) })],
    ['issued in the future', () => forge({ iat: SECONDS + 60, exp: SECONDS + 900 })],
    ['not valid yet', () => forge({ nbf: SECONDS + 60 })],
    ['older than a session may be', () => forge({ iat: SECONDS - 8 * 24 * 60 * 60 })],
    ['no time of issue', () => forge({ iat: undefined })],
    ['for refreshing', () => owner.refreshToken],
    ['made for refreshing, signed with the access key', () => forge({ token_use: 'refresh' })],
    ['no use', () => forge({ token_use: undefined })],
    ['a session that does not exist', () => forge({ sid: randomUUID() })],
    ['a session that is no id', () => forge({ sid: "' OR 1=1 --" })],
    ['another person', () => forge({ sub: randomUUID() })],
    ['no person', () => forge({ sub: undefined })],
    ['a list of persons', () => forge({ sub: [owner.id] })],
    ['a text as claims', () => forgeToken('claims', hub.get(AuthConfig).accessSecret)],
    ['altered claims', () => owner.accessToken.replace(/\.(.)/, (_, letter) => `.${letter === 'e' ? 'f' : 'e'}`)],
    ['a cut signature', () => owner.accessToken.slice(0, -2)],
    ['garbage', () => 'a.b.c'],
    ['nothing', () => ''],
    ['two parts', () => 'abc.def'],
    ['a long text', () => 'x'.repeat(4_000)],
  ];

  it('are refused with one identical answer, whatever is wrong with them', async () => {
    const { body: expected, status } = await hub.anonymous.get('/auth/me');
    expect(status).toBe(401);
    for (const [fault, token] of forgeries) {
      const { status, body } = await hub.anonymous.with(token()).get('/auth/me');
      expect({ fault, status, body }).toEqual({ fault, status: 401, body: expected });
    }
  });

  it('come in the Authorization header and nowhere else', async () => {
    const { status: inQuery } = await hub.anonymous.get('/auth/me', { access_token: owner.accessToken });
    const headers = { Authorization: `Basic ${owner.accessToken}` };
    const { status: asBasic } = await hub.anonymous.send({ method: 'GET', path: '/api/v1/auth/me', headers });
    const cookie = { Cookie: `access_token=${owner.accessToken}` };
    const { status: inCookie } = await hub.anonymous.send({ method: 'GET', path: '/api/v1/auth/me', headers: cookie });
    expect([inQuery, asBasic, inCookie]).toEqual([422, 401, 401]);
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
});
