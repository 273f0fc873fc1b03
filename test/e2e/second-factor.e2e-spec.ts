import type { Response } from 'supertest';
import { NOW, startHub, type TestHub } from '../support/app';
import { challenge, codeOf, enrol, mfaTokenOf, signInWithSecondFactor, wrongCode } from '../support/authenticator';
import { PASSWORD, type Person, signIn } from '../support/people';

const currentPassword = PASSWORD;

const statusAndCode = ({ status, body }: Response): unknown => [status, body.code];

describe('the second factor', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
  });

  afterAll(() => hub.close());

  const login = (email: string): Promise<Response> => hub.anonymous.post('/auth/login', { email, password: PASSWORD });
  const isSignedIn = async ({ api }: Person): Promise<boolean> => (await api.get('/auth/me')).status === 200;
  const signInAgain = async (person: Person): Promise<Person> => {
    const { body } = await login(person.email);
    return { ...person, api: hub.anonymous.with(body.access_token) };
  };
  const remove = ({ api }: Person, body: object = { currentPassword }): Promise<Response> =>
    api.send({ method: 'DELETE', path: '/api/v1/auth/mfa', body });
  const eventsOf = async ({ id }: Person): Promise<readonly string[]> => {
    const rows = await hub.query(
      `SELECT action, outcome, actor_id, details FROM audit_events
        WHERE subject_id = $1 AND action LIKE 'second-factor.%' ORDER BY sequence`,
      [id],
    );
    return rows.map(({ action, outcome }) => `${String(action)} ${String(outcome)}`);
  };

  describe('enrolment', () => {
    it('answers a secret for an app, stores it sealed, and changes nothing yet', async () => {
      const person = await signIn(hub);
      const { status, body } = await person.api.post('/auth/mfa/enrol');
      expect(status).toBe(201);
      expect(body.secret).toMatch(/^[A-Z2-7]{32}$/);
      const url = new URL(body.otpauthUrl);
      expect(decodeURIComponent(url.pathname)).toBe(`/Utah Contracting Hub:${person.email}`);
      expect(url.searchParams.get('secret')).toBe(body.secret);
      const [row] = await hub.query('SELECT * FROM second_factors WHERE user_id = $1', [person.id]);
      expect(row).toMatchObject({ confirmed_at: null, last_step: 0, sealed_secret: expect.any(Buffer) });
      expect(String(row?.['sealed_secret'])).not.toContain(body.secret);
      expect((await login(person.email)).status).toBe(200);
    });

    it('begun again makes the earlier secret void', async () => {
      const { api } = await signIn(hub);
      const first = await api.post('/auth/mfa/enrol', {});
      const second = await api.post('/auth/mfa/enrol', {});
      const tooLate = await api.post('/auth/mfa/confirm', { code: codeOf(first.body.secret, 0) });
      expect([tooLate.status, tooLate.body.errors]).toEqual([
        422,
        [{ field: 'code', code: 'invalid-code', message: expect.any(String) }],
      ]);
      expect((await api.post('/auth/mfa/confirm', { code: codeOf(second.body.secret, 0) })).status).toBe(200);
    });

    it('needs the password when the session is older than five minutes', async () => {
      const person = await signIn(hub);
      const age = (seconds: number): Promise<unknown> =>
        hub.query('UPDATE sessions SET created_at = $2 WHERE user_id = $1', [
          person.id,
          new Date(NOW.getTime() - seconds * 1000),
        ]);
      const begin = (body?: object): Promise<Response> => person.api.post('/auth/mfa/enrol', body);
      await age(300);
      expect((await begin()).status).toBe(201);
      expect(statusAndCode(await begin({ currentPassword: 'not the password' }))).toEqual([403, 'wrong-password']);
      await age(301);
      expect(statusAndCode(await begin())).toEqual([403, 'current-password-required']);
      expect(statusAndCode(await begin({}))).toEqual([403, 'current-password-required']);
      expect(statusAndCode(await begin({ currentPassword: 'not the password' }))).toEqual([403, 'wrong-password']);
      expect((await begin({ currentPassword })).status).toBe(201);
    });

    it('is confirmed by a right code: ten recovery codes, and the end of all other sessions', async () => {
      const person = await signIn(hub);
      const elsewhere = await signInAgain(person);
      const { recoveryCodes, secret } = await enrol(person);
      expect(new Set(recoveryCodes).size).toBe(10);
      for (const code of recoveryCodes) expect(code).toMatch(/^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
      const stored = JSON.stringify(await hub.query('SELECT * FROM recovery_codes WHERE user_id = $1', [person.id]));
      for (const code of recoveryCodes) expect(stored).not.toContain(code.replaceAll('-', ''));
      expect([await isSignedIn(person), await isSignedIn(elsewhere)]).toEqual([true, false]);
      expect(await eventsOf(person)).toEqual(['second-factor.enrolled success']);
      const again = await person.api.post('/auth/mfa/confirm', { code: codeOf(secret, 0) });
      expect(statusAndCode(again)).toEqual([409, 'second-factor-exists']);
      expect(statusAndCode(await person.api.post('/auth/mfa/enrol', { currentPassword }))).toEqual([
        409,
        'second-factor-exists',
      ]);
    });

    it('is confirmed once by many right codes at once', async () => {
      const { id, api } = await signIn(hub);
      const { body } = await api.post('/auth/mfa/enrol');
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => api.post('/auth/mfa/confirm', { code: codeOf(body.secret, 0) })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
      expect(await hub.query('SELECT 1 FROM recovery_codes WHERE user_id = $1', [id])).toHaveLength(10);
    });

    it('is not confirmed by a wrong code, nor by any number of tries', async () => {
      const { email, api } = await signIn(hub);
      expect(statusAndCode(await api.post('/auth/mfa/confirm', { code: '123456' }))).toEqual([409, 'no-second-factor']);
      const { body } = await api.post('/auth/mfa/enrol');
      const wrong = wrongCode(body.secret);
      for (const code of [wrong, codeOf(body.secret, 2), codeOf(body.secret, -2), 'abcdef', wrong]) {
        expect(statusAndCode(await api.post('/auth/mfa/confirm', { code }))).toEqual([422, 'validation-failed']);
      }
      const late = await api.post('/auth/mfa/confirm', { code: codeOf(body.secret, 0) });
      expect(statusAndCode(late)).toEqual([429, 'too-many']);
      expect(Number(late.headers['retry-after'])).toBeGreaterThan(200);
      expect((await login(email)).status).toBe(200);
    });
  });

  describe('wrong codes in setting it up', () => {
    const fill = async ({ api }: Person): Promise<readonly number[]> => {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 6; attempt += 1) {
        statuses.push((await api.post('/auth/mfa/confirm', { code: 'wrong' })).status);
      }
      return statuses;
    };

    it('are not looked at, nor counted, where there is one', async () => {
      const person = await signInWithSecondFactor(hub);
      expect(await fill(person)).toEqual(Array(6).fill(409));
      const mfaToken = await mfaTokenOf(hub, person);
      expect((await challenge(hub, mfaToken, { code: codeOf(person.secret, 0) })).status).toBe(200);
    });

    it('take no tries away from signing in', async () => {
      const person = await signIn(hub);
      const { body } = await person.api.post('/auth/mfa/enrol');
      expect(await fill(person)).toEqual([422, 422, 422, 422, 422, 429]);
      await hub.query('UPDATE second_factors SET confirmed_at = created_at WHERE user_id = $1', [person.id]);
      const mfaToken = await mfaTokenOf(hub, person);
      expect((await challenge(hub, mfaToken, { code: codeOf(body.secret, 0) })).status).toBe(200);
    });
  });

  describe('new recovery codes', () => {
    it('need the password and a second factor', async () => {
      const person = await signInWithSecondFactor(hub);
      const renew = (body?: object): Promise<Response> => person.api.post('/auth/mfa/recovery-codes', body);
      expect(statusAndCode(await renew())).toEqual([403, 'current-password-required']);
      expect(statusAndCode(await renew({ currentPassword: 'not the password' }))).toEqual([403, 'wrong-password']);
      const without = await signIn(hub);
      expect(statusAndCode(await without.api.post('/auth/mfa/recovery-codes', { currentPassword }))).toEqual([
        409,
        'no-second-factor',
      ]);
    });

    it('make all older ones void', async () => {
      const person = await signInWithSecondFactor(hub);
      const { status, body } = await person.api.post('/auth/mfa/recovery-codes', { currentPassword });
      expect([status, new Set([...body.recoveryCodes, ...person.recoveryCodes]).size]).toEqual([200, 20]);
      const mfaToken = await mfaTokenOf(hub, person);
      const use = async (recovery_code: unknown): Promise<number> =>
        (await challenge(hub, mfaToken, { recovery_code })).status;
      expect([await use(person.recoveryCodes[0]), await use(body.recoveryCodes[0])]).toEqual([401, 200]);
      expect(await eventsOf(person)).toContain('second-factor.recovery-codes-renewed success');
    });
  });

  describe('removal', () => {
    it('needs the password, ends all other sessions, and leaves the password alone to sign in', async () => {
      const person = await signInWithSecondFactor(hub);
      const mfaToken = await mfaTokenOf(hub, person);
      const { body } = await challenge(hub, mfaToken, { code: codeOf(person.secret, 0) });
      const elsewhere = { ...person, api: hub.anonymous.with(body.access_token) };
      expect(statusAndCode(await remove(person, {}))).toEqual([403, 'current-password-required']);
      expect(statusAndCode(await person.api.delete('/auth/mfa'))).toEqual([403, 'current-password-required']);
      expect(statusAndCode(await remove(person, { currentPassword: 'wrong' }))).toEqual([403, 'wrong-password']);
      expect(await isSignedIn(elsewhere)).toBe(true);
      expect((await remove(person)).status).toBe(204);
      expect([await isSignedIn(person), await isSignedIn(elsewhere)]).toEqual([true, false]);
      expect((await login(person.email)).status).toBe(200);
      expect(await hub.query('SELECT 1 FROM recovery_codes WHERE user_id = $1', [person.id])).toEqual([]);
      expect(await eventsOf(person)).toEqual(['second-factor.enrolled success', 'second-factor.removed success']);
      expect((await remove(person)).status).toBe(404);
      expect((await person.api.post('/auth/mfa/enrol')).status).toBe(201);
    });

    it('by an administrator helps somebody who lost app and codes', async () => {
      const [person, admin] = [await signInWithSecondFactor(hub), await signInWithSecondFactor(hub, 'admin')];
      expect((await admin.api.delete(`/users/${person.id}/mfa`)).status).toBe(204);
      expect(await isSignedIn(person)).toBe(false);
      expect((await login(person.email)).status).toBe(200);
      expect((await admin.api.delete(`/users/${person.id}/mfa`)).status).toBe(404);
      const [event] = await hub.query(
        `SELECT actor_id FROM audit_events WHERE subject_id = $1 AND action = 'second-factor.removed'`,
        [person.id],
      );
      expect(event).toEqual({ actor_id: admin.id });
      expect(statusAndCode(await admin.api.delete(`/users/${admin.id}/mfa`))).toEqual([409, 'own-second-factor']);
      expect(await hub.query('SELECT 1 FROM second_factors WHERE user_id = $1', [admin.id])).toHaveLength(1);
    });

    it('of somebody else is for administrators', async () => {
      const person = await signInWithSecondFactor(hub);
      for (const role of ['viewer', 'business_owner', 'government_official'] as const) {
        const { api } = await signIn(hub, role);
        expect((await api.delete(`/users/${person.id}/mfa`)).status).toBe(403);
      }
      expect((await login(person.email)).body.code).toBe('mfa-required');
    });
  });

  it('tells its owner by mail when it is set up and when it is removed', async () => {
    const person = await signInWithSecondFactor(hub);
    const mails = `SELECT recipient FROM outgoing_mails WHERE user_id = $1 AND kind = 'second-factor-changed'`;
    expect(await hub.query(mails, [person.id])).toEqual([{ recipient: person.email }]);
    await remove(person);
    expect(await hub.query(mails, [person.id])).toHaveLength(2);
  });
});

describe('a role that needs a second factor', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({ MFA_REQUIRED_ROLES: 'admin' });
  });

  afterAll(() => hub.close());

  it('may look after its own account until it has one, and then do what it may', async () => {
    const admin = await signIn(hub, 'admin');
    const administer = (): Promise<Response> => admin.api.get('/admin/imports');
    expect(statusAndCode(await administer())).toEqual([403, 'second-factor-missing']);
    expect((await admin.api.get('/auth/me')).status).toBe(200);
    const { body } = await admin.api.post('/auth/mfa/enrol');
    expect(statusAndCode(await administer())).toEqual([403, 'second-factor-missing']);
    await admin.api.post('/auth/mfa/confirm', { code: codeOf(body.secret, 0) });
    expect((await administer()).status).toBe(200);
    await admin.api.send({ method: 'DELETE', path: '/api/v1/auth/mfa', body: { currentPassword } });
    expect(statusAndCode(await administer())).toEqual([403, 'second-factor-missing']);
  });

  it('is no other role', async () => {
    const official = await signIn(hub, 'government_official');
    expect((await official.api.get('/businesses')).status).toBe(200);
  });
});
