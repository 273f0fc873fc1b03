import type { Response } from 'supertest';
import { startHub, type TestHub } from '../support/app';
import { createBusiness } from '../support/businesses';
import { aRegistration, PASSWORD, type Person, signIn } from '../support/people';

const NEW_PASSWORD = 'purple mountain majesty';

describe('the own account', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
  });

  afterAll(() => hub.close());

  const login = (email: string, password = PASSWORD): Promise<Response> =>
    hub.anonymous.post('/auth/login', { email, password });

  /** The same person, signed in once more. */
  const again = async ({ email }: Person): Promise<Response['body']> => (await login(email)).body;

  const statusWith = async (token: string): Promise<number> =>
    (await hub.anonymous.with(token).get('/users/me')).status;

  describe('read and changed', () => {
    it('shows what registering said, with a version', async () => {
      const { api, id, email } = await signIn(hub);
      const { body, headers } = await api.get('/users/me');
      expect(body).toMatchObject({ id, email, firstName: 'Ada', role: 'business_owner' });
      expect(headers['etag']).toBe('"1"');
    });

    it('is ten facts, and an agency for government officials alone', async () => {
      const [owner, official] = await Promise.all([signIn(hub), signIn(hub, 'government_official')]);
      const facts = ['companyName', 'createdAt', 'email', 'firstName', 'id', 'isActive', 'isVerified', 'lastName'];
      const shownTo = async ({ api }: Person): Promise<string[]> =>
        Object.keys((await api.get('/users/me')).body).sort();
      expect(await shownTo(owner)).toEqual([...facts, 'phone', 'role']);
      expect(await shownTo(official)).toEqual(['agencyId', ...facts, 'phone', 'role']);
    });

    it('changes what is given, clears what is null, and leaves the rest', async () => {
      const { api } = await signIn(hub);
      await api.put('/users/me', { phone: '801-555-0100', companyName: 'Snow LLC' });
      const { status, body, headers } = await api.put('/users/me', { firstName: 'Eve', phone: null });
      expect([status, headers['etag']]).toEqual([200, '"3"']);
      expect(body).toMatchObject({ firstName: 'Eve', lastName: 'Snow', phone: null, companyName: 'Snow LLC' });
      expect((await api.get('/users/me')).body).toEqual(body);
    });

    it('keeps one of many changes that start from one version', async () => {
      const { api } = await signIn(hub);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, number) =>
          api.put('/users/me', { firstName: `Ada ${number}` }, { 'If-Match': '"1"' }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
    });

    it.each(['id', 'role', 'isVerified', 'isActive', 'agencyId', 'passwordHash', 'version', 'createdAt', 'password'])(
      'never takes %s',
      async (field) => {
        const { api, id } = await signIn(hub);
        const { status, body } = await api.put('/users/me', { firstName: 'Eve', [field]: 'admin' });
        expect([status, body.errors[0].code]).toEqual([422, 'unknown-field']);
        expect(await hub.query('SELECT first_name, role FROM users WHERE id = $1', [id])).toEqual([
          { first_name: 'Ada', role: 'business_owner' },
        ]);
      },
    );

    it.each([
      { firstName: '' },
      { firstName: 'a\uFE0F'.repeat(50) },
      { firstName: null },
      { lastName: '  ' },
      { phone: '8'.repeat(21) },
      { email: 'nobody' },
      { email: null },
      { email: '"a\r\nb"@example.com' },
      { email: 'ada@mail\u3002example.com' },
      { companyName: 5 },
      { currentPassword: ['x'] },
    ])('refuses %j', async (body) => {
      const { api } = await signIn(hub);
      expect((await api.put('/users/me', body)).status).toBe(422);
    });
  });

  describe('a new e-mail address', () => {
    it('needs the current password', async () => {
      const { api, id, email } = await signIn(hub);
      const without = await api.put('/users/me', { email: 'new@example.test' });
      const wrong = await api.put('/users/me', { email: 'new@example.test', currentPassword: 'another one' });
      expect([without.status, without.body.code]).toEqual([403, 'current-password-required']);
      expect([wrong.status, wrong.body.code]).toEqual([403, 'wrong-password']);
      expect(await hub.query('SELECT email FROM users WHERE id = $1', [id])).toEqual([{ email }]);
    });

    it('is not verified, ends all other sessions, and is the one to sign in with', async () => {
      const person = await signIn(hub);
      const other = await again(person);
      const { email } = aRegistration();
      const body = { email: email.toUpperCase(), currentPassword: PASSWORD };
      const changed = await person.api.put('/users/me', body);
      expect([changed.status, changed.body.email, changed.body.isVerified]).toEqual([200, email, false]);
      expect([await statusWith(person.accessToken), await statusWith(other.access_token)]).toEqual([200, 401]);
      expect([(await login(person.email)).status, (await login(email)).status]).toEqual([401, 200]);
    });

    it('cannot be one that somebody has', async () => {
      const [person, other] = [await signIn(hub), await signIn(hub)];
      const body = { email: other.email, currentPassword: PASSWORD, firstName: 'Eve' };
      const { status, body: problem } = await person.api.put('/users/me', body);
      expect([status, problem.code]).toEqual([409, 'email-taken']);
      expect((await person.api.get('/users/me')).body).toMatchObject({ email: person.email, firstName: 'Ada' });
    });

    it('that somebody has is told to its owner once a day, noted, and not tried without end', async () => {
      const [person, other, free] = [await signIn(hub), await signIn(hub), aRegistration()];
      const moveTo = async (email: string): Promise<number> =>
        (await person.api.put('/users/me', { email, currentPassword: PASSWORD })).status;
      for (let time = 0; time < 5; time += 1) expect(await moveTo(other.email)).toBe(409);
      // An answer for a free address would tell as much.
      expect([await moveTo(other.email), await moveTo(free.email)]).toEqual([429, 429]);
      expect(await hub.query('SELECT kind FROM outgoing_mails WHERE recipient = $1', [other.email])).toEqual([
        { kind: 'address-taken' },
      ]);
      const events = await hub.query(
        `SELECT outcome, details FROM audit_events
          WHERE action = 'account.email-changed' AND actor_id = $1 AND subject_id = $2`,
        [person.id, person.id],
      );
      expect(events).toEqual(Array(5).fill({ outcome: 'failure', details: { reason: 'email-taken' } }));
    });

    it('that is the old one, echoed, changes nothing and needs no password', async () => {
      const { api, email } = await signIn(hub);
      const { status, body } = await api.put('/users/me', { email: email.toUpperCase(), lastName: 'Ice' });
      expect([status, body.isVerified, body.lastName]).toEqual([200, true, 'Ice']);
    });
  });

  describe('a new password', () => {
    it('needs the current one', async () => {
      const { api, email } = await signIn(hub);
      const without = await api.put('/users/me/password', { newPassword: NEW_PASSWORD });
      const wrong = await api.put('/users/me/password', { currentPassword: 'wrong one', newPassword: NEW_PASSWORD });
      expect([without.body.code, wrong.body.code]).toEqual(['current-password-required', 'wrong-password']);
      expect((await login(email)).status).toBe(200);
    });

    it('ends all sessions but this one, at their next request', async () => {
      const person = await signIn(hub);
      const other = await again(person);
      const body = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
      expect((await person.api.put('/users/me/password', body)).status).toBe(204);
      expect([await statusWith(person.accessToken), await statusWith(other.access_token)]).toEqual([200, 401]);
      const refreshed = await hub.anonymous.post('/auth/refresh', { refresh_token: other.refresh_token });
      expect(refreshed.status).toBe(401);
      expect([(await login(person.email)).status, (await login(person.email, NEW_PASSWORD)).status]).toEqual([
        401, 200,
      ]);
    });

    it.each([
      ['too-short', 'seven77'],
      ['too-long', 'x'.repeat(129)],
      ['common', 'password123'],
    ])('is refused when %s', async (code, newPassword) => {
      const { api } = await signIn(hub);
      const { status, body } = await api.put('/users/me/password', { currentPassword: PASSWORD, newPassword });
      expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, 'newPassword', code]);
    });

    it('is not found by trying for long: ten wrong ones end the session', async () => {
      const { api, id } = await signIn(hub);
      const body = { currentPassword: 'wrong one', newPassword: NEW_PASSWORD };
      await hub.query(
        `INSERT INTO sign_in_failures (account_key, origin_key, failures, last_failed_at)
         SELECT id, 'current-password', 9, clock_timestamp() FROM sessions WHERE user_id = $1`,
        [id],
      );
      const tenth = await api.put('/users/me/password', body);
      expect([tenth.status, (await api.get('/users/me')).status]).toEqual([403, 401]);
      const ends = `SELECT details FROM audit_events WHERE subject_id = $1 AND action = 'session.ended'`;
      expect(await hub.query(ends, [id])).toEqual([
        { details: { reason: 'wrong-current-passwords', session: expect.any(String) } },
      ]);
    });

    it('is not found by trying: the sixth wrong current password within a minute waits', async () => {
      const { api } = await signIn(hub);
      const body = { currentPassword: 'wrong one', newPassword: NEW_PASSWORD };
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 6; attempt += 1)
        statuses.push((await api.put('/users/me/password', body)).status);
      expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    });
  });

  describe('deleted', () => {
    it('not without the current password', async () => {
      const { api } = await signIn(hub);
      const bare = await api.delete('/users/me');
      const wrong = await api.send({
        method: 'DELETE',
        path: '/api/v1/users/me',
        body: { currentPassword: 'wrong one' },
      });
      expect([bare.status, bare.body.code]).toEqual([403, 'current-password-required']);
      expect([wrong.status, wrong.body.code]).toEqual([403, 'wrong-password']);
      expect((await api.get('/users/me')).status).toBe(200);
    });

    it('not when it was changed since it was read', async () => {
      const { api, email } = await signIn(hub);
      await api.put('/users/me', { firstName: 'Eve' });
      const request = { method: 'DELETE', path: '/api/v1/users/me', body: { currentPassword: PASSWORD } };
      const stale = await api.send({ ...request, headers: { 'If-Match': '"1"' } });
      expect([stale.status, stale.body.code, (await login(email)).status]).toEqual([412, 'stale', 200]);
      expect((await api.send({ ...request, headers: { 'If-Match': '"2"' } })).status).toBe(204);
    });

    it('takes the person and the profile away and keeps the audit trail', async () => {
      const { api, id, email } = await signIn(hub);
      const businessId = await createBusiness(api);
      const body = { currentPassword: PASSWORD };
      expect((await api.send({ method: 'DELETE', path: '/api/v1/users/me', body })).status).toBe(204);
      expect([(await api.get('/users/me')).status, (await login(email)).status]).toEqual([401, 401]);
      for (const table of ['users', 'sessions', 'businesses', 'outgoing_mails']) {
        const rows = await hub.query(`SELECT row_to_json(t)::text AS row FROM ${table} t`);
        const traces = rows.filter(({ row }) => [id, email, businessId].some((trace) => String(row).includes(trace)));
        expect([table, traces]).toEqual([table, []]);
      }
      const events = await hub.query('SELECT action FROM audit_events WHERE subject_id = $1', [id]);
      expect(events.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['sign-in.succeeded', 'account.deleted']),
      );
    });
  });

  describe('sessions', () => {
    it('are listed with device and address, the one used last first', async () => {
      const person = await signIn(hub);
      const headers = { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; rv:131.0) Gecko/20100101 Firefox/131.0' };
      await hub.anonymous.post('/auth/login', { email: person.email, password: PASSWORD }, headers);
      const { status, body } = await person.api.get('/users/me/sessions');
      expect([status, body.total]).toEqual([200, 2]);
      const [latest, current] = body.items;
      expect(latest).toMatchObject({ device: 'Firefox on Windows', address: '127.0.0.1', isCurrent: false });
      expect(current).toMatchObject({ isCurrent: true, expiresAt: '2026-04-17T12:00:00.000Z' });
    });

    it('from a device that was never used before are told to the person by mail', async () => {
      const { email } = await signIn(hub);
      const loginFrom = (device: string): Promise<Response> =>
        hub.anonymous.post('/auth/login', { email, password: PASSWORD }, { 'User-Agent': device });
      for (const device of ['curl/8.5.0', 'curl/8.5.0', 'Wget/1.21'])
        expect((await loginFrom(device)).status).toBe(200);
      const rows = await hub.query(`SELECT kind FROM outgoing_mails WHERE recipient = $1`, [email]);
      expect(rows).toEqual([{ kind: 'new-device' }, { kind: 'new-device' }]);
      await hub.deliverMail();
      const mail = await hub.mailbox.mailTo(email, 'Your account was used from a new device');
      expect(mail.text).toContain('change your password');
    });

    it('end one by one, and nobody ends those of others', async () => {
      const [person, stranger] = [await signIn(hub), await signIn(hub)];
      const other = await again(person);
      const { body } = await person.api.get('/users/me/sessions');
      const { id } = body.items.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
      expect((await stranger.api.delete(`/users/me/sessions/${id}`)).status).toBe(404);
      expect(await statusWith(other.access_token)).toBe(200);
      expect((await person.api.delete(`/users/me/sessions/${id}`)).status).toBe(204);
      expect((await person.api.delete(`/users/me/sessions/${id}`)).status).toBe(404);
      expect([await statusWith(other.access_token), await statusWith(person.accessToken)]).toEqual([401, 200]);
    });

    it('end all but this one', async () => {
      const person = await signIn(hub);
      const others = [await again(person), await again(person)];
      expect((await person.api.delete('/users/me/sessions')).status).toBe(204);
      const statuses = await Promise.all(others.map(({ access_token }) => statusWith(access_token)));
      expect([...statuses, await statusWith(person.accessToken)]).toEqual([401, 401, 200]);
      expect((await person.api.get('/users/me/sessions')).body.total).toBe(1);
    });
  });
});
