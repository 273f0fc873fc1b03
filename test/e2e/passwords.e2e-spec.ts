import type { Response } from 'supertest';
import { DatabaseConfig } from '../../src/config';
import { UsersService } from '../../src/modules/users';
import { startHub, type TestHub } from '../support/app';
import { aRegistration, PASSWORD, signIn } from '../support/people';

/** As many attempts as the tests need. */
const environment = { THROTTLE_SCALE: '1000' };

describe('passwords', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub(environment);
  });

  afterAll(() => hub.close());

  const register = (given: object): Promise<Response> => hub.anonymous.post('/auth/register', aRegistration(given));
  const login = (email: string, password: unknown): Promise<Response> =>
    hub.anonymous.post('/auth/login', { email, password });
  const hashOf = async (email: string): Promise<unknown> => {
    const [row] = await hub.query('SELECT password_hash FROM users WHERE email = $1', [email]);
    return row?.['password_hash'];
  };
  const anAccount = async (password: string): Promise<string> => {
    const { status, body } = await register({ password });
    expect(status).toBe(201);
    return body.email;
  };
  const refusalOf = ({ status, body }: Response): unknown => [
    status,
    body.errors?.map(({ field, code }: { field: string; code: string }) => `${field}: ${code}`),
  ];

  it.each([
    ['seven characters', 'qj vx w', 'too-short'],
    ['seven characters of two units', '🏔'.repeat(7), 'too-short'],
    ['seven characters in fourteen signs', 'é'.repeat(7).normalize('NFD'), 'too-short'],
    ['nothing', '', 'too-short'],
    ['129 characters', 'qj'.repeat(64) + 'x', 'too-long'],
    ['129 characters of two units', '🏔'.repeat(129), 'too-long'],
    ['a password of many', 'Password123', 'common'],
    ['digits in a row', '1234567890', 'common'],
    ['the own address', 'ada.snow@example.test', 'context'],
    ['the local part of the address', 'ADA.snow2026', 'context'],
    ['the own name', 'AdaSnow123', 'context'],
    ['the own name in signs', '4d45n0w!!', 'context'],
    ['the name of the company', 'FrostWorks1987', 'context'],
    ['the name of the service', 'UtahContractingHub1', 'context'],
  ])('are refused: %s', async (_, password, code) => {
    const person = { email: 'ada.snow@example.test', companyName: 'Frost Works LLC' };
    expect(refusalOf(await register({ ...person, password }))).toEqual([422, [`password: ${code}`]]);
    expect(await hashOf(person.email)).toBeUndefined();
  });

  it.each([
    ['eight characters', 'qj vx wl'],
    ['64 characters', 'qj vx wl'.repeat(8)],
    ['128 characters', 'qj vx wl'.repeat(16)],
    ['128 characters of two units', '🏔'.repeat(128)],
    ['one kind of character', 'aaaaaaaaaaaaaaab'],
    ['digits alone', '9173640285'],
    ['blanks', '         '],
    ['words', 'correct horse battery staple'],
    ['an example of the documentation', 'Demo-Utah-2026!'],
    ['signs of all kinds', '\'"; -- <b>\\ %00 $(id) \t\u200b\u202e'],
  ])('are taken, and open the account: %s', async (_, password) => {
    const email = await anAccount(password);
    expect((await login(email, password)).status).toBe(200);
    expect((await login(email, [...password].slice(1).join(''))).status).toBe(401);
    expect((await login(email, `${password} `)).status).toBe(401);
    expect((await login(email, ` ${password}`)).status).toBe(401);
  });

  it('keep their blanks, at the beginning and at the end too', async () => {
    const email = await anAccount('  qj vx wl  ');
    expect((await login(email, '  qj vx wl  ')).status).toBe(200);
    for (const other of ['qj vx wl', '  qj vx wl', 'qj vx wl  ', '  qj  vx wl  ']) {
      expect((await login(email, other)).status).toBe(401);
    }
  });

  it.each([
    ['NFC', 'NFD'],
    ['NFD', 'NFC'],
  ])('set in %s are known again in %s', async (one, other) => {
    const password = 'Überraschung für Zoë';
    const email = await anAccount(password.normalize(one));
    expect((await login(email, password.normalize(other))).status).toBe(200);
    expect((await login(email, 'Uberraschung fur Zoe')).status).toBe(401);
  });

  it('count to their last character: 72 equal bytes at the beginning open nothing', async () => {
    for (const beginning of ['x'.repeat(72), '🏔'.repeat(18), `${'x'.repeat(71)}é`]) {
      const email = await anAccount(`${beginning} one`);
      expect((await login(email, `${beginning} two`)).status).toBe(401);
      expect((await login(email, beginning)).status).toBe(401);
      expect((await login(email, `${beginning} one`)).status).toBe(200);
    }
  });

  const unreadable = ['qj vx\0wl', 'qj vx \ud800 wl', '\udc00qj vx wl'];

  it.each(unreadable)('are not cut or repaired: %j', async (password) => {
    const escaped = JSON.stringify(password);
    const expected = [422, ['password: invalid-characters']];
    expect(refusalOf(await register({ password }))).toEqual(expected);
    const answer = await hub.anonymous.post('/auth/login', `{"email":"a@example.test","password":${escaped}}`);
    expect(refusalOf(answer)).toEqual(expected);
  });

  it.each([
    ['a list', [PASSWORD]],
    ['an object', { $ne: '' }],
    ['a number', 1_234_567_890],
    ['true', true],
    ['null', null],
    ['longer than anybody types', 'x'.repeat(1_025)],
  ])('are texts of a bounded length, not %s', async (_, password) => {
    for (const answer of [await register({ password }), await login('a@example.test', password)]) {
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, 'password']);
    }
  });

  it('of a megabyte are not even read', async () => {
    const password = 'x'.repeat(1_048_576);
    const answers = [await register({ password }), await login('a@example.test', password)];
    expect(answers.map(({ status }) => status)).toEqual([413, 413]);
  });

  it('that are new are held against the same rules, under the name of their field', async () => {
    const { api } = await signIn(hub);
    const change = (newPassword: string): Promise<Response> =>
      api.put('/users/me/password', { currentPassword: PASSWORD, newPassword });
    expect(refusalOf(await change('seven77'))).toEqual([422, ['newPassword: too-short']]);
    expect(refusalOf(await change('iloveyou1'))).toEqual([422, ['newPassword: common']]);
    expect(refusalOf(await change('snow-ada-1'))).toEqual([422, ['newPassword: context']]);
    expect((await change('qj vx wl')).status).toBe(204);
  });
});

/** Another hub on the same data. */
const again = (hub: TestHub, changes: Record<string, string>): Promise<TestHub> =>
  startHub({ ...environment, DATABASE_URL: hub.get(DatabaseConfig).url, ...changes });

describe('when the rules change', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub(environment);
  });

  afterAll(() => hub.close());

  const hashOf = async (id: string): Promise<string> => {
    const [row] = await hub.query('SELECT password_hash FROM users WHERE id = $1', [id]);
    return String(row?.['password_hash']);
  };

  it('a hash of lower cost is renewed when its owner signs in, once', async () => {
    const { id, email } = await signIn(hub);
    const before = await hashOf(id);
    const costlier = await again(hub, { PASSWORD_HASH_COST: '5' });
    try {
      const login = (password: string): Promise<Response> =>
        costlier.anonymous.post('/auth/login', { email, password });
      expect((await login('wrong password')).status).toBe(401);
      expect(await hashOf(id)).toBe(before);
      const { status, body } = await login(PASSWORD);
      expect(status).toBe(200);
      expect((await costlier.anonymous.with(body.access_token).get('/auth/me')).body.id).toBe(id);
      const after = await hashOf(id);
      expect([before, after].map((hash) => hash.slice(0, 22))).toEqual([
        'hmac384-bcrypt$$2b$04$',
        'hmac384-bcrypt$$2b$05$',
      ]);
      expect((await login(PASSWORD)).status).toBe(200);
      expect(await hashOf(id)).toBe(after);
    } finally {
      await costlier.close();
    }
  });

  it.each([
    ['of a cost that would take hours', `hmac384-bcrypt$$2b$31$${'a'.repeat(53)}`],
    ['of another scheme', `$2b$04$${'a'.repeat(53)}`],
    ['that is none', 'plain text'],
  ])('a hash %s opens nothing and holds up nobody', async (_, hash) => {
    const { id, email } = await signIn(hub);
    await hub.query('UPDATE users SET password_hash = $2 WHERE id = $1', [id, hash]);
    expect((await hub.anonymous.post('/auth/login', { email, password: PASSWORD })).status).toBe(401);
    expect(await hashOf(id)).toBe(hash);
  });

  it('a hash is not renewed over that of a password that was changed meanwhile', async () => {
    const { id } = await signIn(hub);
    const users = hub.get(UsersService);
    const known = await hashOf(id);
    await users.changePasswordHash(id, 'of another password');
    expect([await users.renewPasswordHash(id, known, 'renewed'), await hashOf(id)]).toEqual([
      false,
      'of another password',
    ]);
  });

  it('longer passwords can be asked for, and old ones go on', async () => {
    const { email } = await signIn(hub);
    const stricter = await again(hub, { PASSWORD_MIN_LENGTH: '25' });
    try {
      const short = await stricter.anonymous.post('/auth/register', aRegistration({ password: 'x'.repeat(24) }));
      expect(short.body.errors).toEqual([
        { field: 'password', code: 'too-short', message: 'A password has at least 25 characters.' },
      ]);
      expect(
        (await stricter.anonymous.post('/auth/register', aRegistration({ password: 'x'.repeat(25) }))).status,
      ).toBe(201);
      expect((await stricter.anonymous.post('/auth/login', { email, password: PASSWORD })).status).toBe(200);
    } finally {
      await stricter.close();
    }
  });
});
