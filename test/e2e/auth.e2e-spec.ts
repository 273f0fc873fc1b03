import type { Response } from 'supertest';
import { NOW, startHub, type TestHub } from '../support/app';
import { claimsOf } from '../support/forged-tokens';
import { aRegistration, PASSWORD, signIn } from '../support/people';

const DAY_SECONDS = 24 * 60 * 60;
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('auth', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
  });

  afterAll(() => hub.close());

  const register = (given: object = {}): Promise<Response> =>
    hub.anonymous.post('/auth/register', aRegistration(given));
  const login = (email: string, password = PASSWORD): Promise<Response> =>
    hub.anonymous.post('/auth/login', { email, password });
  const refresh = (refresh_token: string): Promise<Response> => hub.anonymous.post('/auth/refresh', { refresh_token });
  const logout = (refresh_token: string): Promise<Response> => hub.anonymous.post('/auth/logout', { refresh_token });

  describe('register', () => {
    it('opens an account of an unverified business owner', async () => {
      const registration = aRegistration({ phone: '801-555-0100', companyName: 'Snow LLC' });
      const { status, body } = await hub.anonymous.post('/auth/register', registration);
      const { password, ...shown } = registration;
      expect(status).toBe(201);
      expect(body).toEqual({
        ...shown,
        id: expect.any(String),
        role: 'business_owner',
        isActive: true,
        isVerified: false,
        createdAt: '2026-04-10T12:00:00.000Z',
      });
      const [row] = await hub.query('SELECT * FROM users WHERE id = $1', [body.id]);
      expect(row).toMatchObject({ email: registration.email, role: 'business_owner', is_verified: false });
      expect(JSON.stringify(row)).not.toContain(password);
    });

    it('refuses an address that has an account, in any letter case', async () => {
      const { body } = await register();
      for (const email of [body.email, body.email.toUpperCase()]) {
        const again = await register({ email });
        expect([again.status, again.body.code]).toEqual([409, 'email-taken']);
      }
      expect(await hub.query('SELECT id FROM users WHERE email = $1', [body.email])).toHaveLength(1);
    });

    it('gives an address to one of many who ask for it at once', async () => {
      const registration = aRegistration();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => hub.anonymous.post('/auth/register', registration)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    });

    it.each(['id', 'role', 'isActive', 'isVerified', 'passwordHash', 'createdAt'])('refuses %s', async (field) => {
      const { status, body } = await register({ [field]: field === 'role' ? 'admin' : true });
      expect(status).toBe(422);
      expect(body.errors).toEqual([{ field, code: 'unknown-field', message: expect.any(String) }]);
    });

    it.each([
      ['email', 'nobody'],
      ['email', ['a@example.test', 'b@example.test']],
      ['email', { $ne: null }],
      ['email', `${'x'.repeat(255)}@example.test`],
      ['email', undefined],
      ['email', '"a\r\nb"@example.com'],
      ['email', 'ada@mail\uFF61example.com'],
      ['password', 'seven77'],
      ['password', 'x'.repeat(129)],
      ['password', 'Password123'],
      ['password', 12_345_678],
      ['password', undefined],
      ['firstName', ''],
      ['firstName', '   '],
      ['firstName', 'x'.repeat(51)],
      ['lastName', undefined],
      ['lastName', 'x'.repeat(51)],
      ['phone', '8'.repeat(21)],
      ['companyName', 'x'.repeat(101)],
    ])('refuses %s=%j', async (field, value) => {
      const { status, body } = await register({ [field]: value });
      expect(status).toBe(422);
      expect(body.errors).toEqual([expect.objectContaining({ field })]);
    });

    it('names all faults at once', async () => {
      const { body } = await hub.anonymous.post('/auth/register', {});
      const fields: string[] = body.errors.map(({ field }: { field: string }) => field);
      expect(fields.sort()).toEqual(['email', 'firstName', 'lastName', 'password']);
    });

    it.each(['qj vx wl', '🏔'.repeat(8), 'a b  c d e f', 'é'.repeat(128)])('takes the password %j', async (password) => {
      const { status, body } = await register({ password });
      expect(status).toBe(201);
      expect((await login(body.email, password)).status).toBe(200);
    });

    it('knows a password again however its accents are typed, and every one of its characters counts', async () => {
      const password = `${'x'.repeat(80)}é`;
      const { body } = await register({ password: password.normalize('NFD') });
      expect((await login(body.email, password.normalize('NFC'))).status).toBe(200);
      expect((await login(body.email, `${'x'.repeat(80)}e`)).status).toBe(401);
    });
  });

  describe('login', () => {
    it('answers tokens that work, to JSON and to the OAuth form', async () => {
      const { body: user } = await register();
      const form = new URLSearchParams({ grant_type: 'password', username: user.email, password: PASSWORD }).toString();
      for (const answer of [await login(user.email), await hub.anonymous.post('/auth/login', form, FORM)]) {
        expect(answer.status).toBe(200);
        expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
        const me = await hub.anonymous.with(answer.body.access_token).get('/auth/me');
        expect(me.body).toEqual(user);
      }
    });

    it('does not care for the letter case of the address', async () => {
      const { body: user } = await register();
      expect((await login(user.email.toUpperCase())).status).toBe(200);
    });

    it('answers a wrong password, an unknown address and an inactive account alike', async () => {
      const { body: user } = await register();
      const { body: inactive } = await register();
      await hub.query('UPDATE users SET is_active = false WHERE id = $1', [inactive.id]);
      const form = new URLSearchParams({ username: user.email, password: 'wrong password' }).toString();
      const answers = [
        await login(user.email, 'wrong password'),
        await login('nobody@example.test'),
        await login(inactive.email),
        await hub.anonymous.post('/auth/login', form, FORM),
      ];
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
      expect(answers[0]?.body.code).toBe('invalid-credentials');
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    });

    it.each([
      ['no password', { email: 'a@example.test' }],
      ['no address', { password: PASSWORD }],
      ['an unknown field', { email: 'a@example.test', password: PASSWORD, otp: '123456' }],
      ['two addresses', { email: 'a@example.test', username: 'b@example.test', password: PASSWORD }],
      ['a list as password', { email: 'a@example.test', password: [PASSWORD] }],
      ['another grant', { username: 'a@example.test', password: PASSWORD, grant_type: 'client_credentials' }],
    ])('refuses %s', async (_, body) => {
      expect((await hub.anonymous.post('/auth/login', body)).status).toBe(422);
    });

    it('takes the form at its address with a slash too', async () => {
      const { body: user } = await register();
      const form = new URLSearchParams({ username: user.email, password: PASSWORD }).toString();
      for (const path of ['/auth/login/', '/Auth/Login'])
        expect([path, (await hub.anonymous.post(path, form, FORM)).status]).toEqual([path, 200]);
    });

    it.each(['username=%ff%zz&password=x', 'username=a&password=%C3%28', '%=1', 'username=a&password=100%'])(
      'cannot read the form %s',
      async (form) => {
        const { status, body } = await hub.anonymous.post('/auth/login', form, FORM);
        expect([status, body.code]).toEqual([400, 'malformed']);
      },
    );

    it('refuses a form with a repeated field', async () => {
      const form = 'username=a@example.test&username=b@example.test&password=12345678';
      expect((await hub.anonymous.post('/auth/login', form, FORM)).status).toBe(422);
    });
  });

  describe('sessions', () => {
    it('go on with a new pair each time', async () => {
      const { api, refreshToken } = await signIn(hub);
      const second = await refresh(refreshToken);
      const third = await refresh(second.body.refresh_token);
      expect([second.status, third.status]).toEqual([200, 200]);
      expect((await api.get('/auth/me')).status).toBe(200);
      expect((await hub.anonymous.with(third.body.access_token).get('/auth/me')).status).toBe(200);
    });

    it('end seven days after signing in, however often they are refreshed', async () => {
      const { id, refreshToken } = await signIn(hub);
      expect(claimsOf(refreshToken)['exp']).toBe(NOW.getTime() / 1000 + 7 * DAY_SECONDS);
      // As if a day had passed since.
      await hub.query(`UPDATE sessions SET expires_at = expires_at - interval '1 day' WHERE user_id = $1`, [id]);
      const { body } = await refresh(refreshToken);
      expect(claimsOf(body.refresh_token)['exp']).toBe(NOW.getTime() / 1000 + 6 * DAY_SECONDS);
      const [row] = await hub.query('SELECT expires_at FROM sessions WHERE user_id = $1', [id]);
      expect(row?.['expires_at']).toEqual(new Date(NOW.getTime() + 6 * DAY_SECONDS * 1000));
    });

    it('end when a refresh token is used again, other sessions of the person do not', async () => {
      const person = await signIn(hub);
      const { body: other } = await login(person.email);
      const { body: second } = await refresh(person.refreshToken);
      const reuse = await refresh(person.refreshToken);
      expect([reuse.status, reuse.body.code]).toEqual([401, 'invalid-refresh-token']);
      expect((await refresh(second.refresh_token)).status).toBe(401);
      expect((await hub.anonymous.with(second.access_token).get('/auth/me')).status).toBe(401);
      expect((await refresh(other.refresh_token)).status).toBe(200);
    });

    it('go on once when one token is used by many at once', async () => {
      const { refreshToken } = await signIn(hub);
      const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(19);
    });

    it('end at logout, and logging out twice changes nothing', async () => {
      const { api, refreshToken } = await signIn(hub);
      expect([(await logout(refreshToken)).status, (await logout(refreshToken)).status]).toEqual([204, 204]);
      expect((await logout('no token at all')).status).toBe(204);
      expect((await api.get('/auth/me')).status).toBe(401);
      expect((await refresh(refreshToken)).status).toBe(401);
    });

    it('end with the account', async () => {
      const { id, api, refreshToken } = await signIn(hub);
      await hub.query('UPDATE users SET is_active = false WHERE id = $1', [id]);
      expect([(await api.get('/auth/me')).status, (await refresh(refreshToken)).status]).toEqual([401, 401]);
    });

    it('are not continued by anything but a refresh token', async () => {
      const { accessToken } = await signIn(hub);
      expect((await refresh(accessToken)).status).toBe(401);
      expect((await refresh('a.b.c')).status).toBe(401);
      expect((await hub.anonymous.post('/auth/refresh', {})).status).toBe(422);
      expect((await hub.anonymous.post('/auth/logout', { refresh_token: 5 })).status).toBe(422);
    });
  });

  it('tells who is signed in, and nobody else', async () => {
    const { api, id, email } = await signIn(hub, 'government_official');
    const { status, body } = await api.get('/auth/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, email, role: 'government_official', phone: null, companyName: null });
    expect((await hub.anonymous.get('/auth/me')).status).toBe(401);
  });
});
