import type { Response } from 'supertest';
import { EncryptionConfig, loadConfiguration } from '../../src/config';
import { KeyRing, seal } from '../../src/infra/encryption';
import { Throttles } from '../../src/infra/throttling';
import { startHub, type TestHub } from '../support/app';
import {
  challenge,
  codeOf,
  enrol,
  mfaTokenOf,
  type PersonWithSecondFactor,
  signInWithSecondFactor,
  wrongCode,
} from '../support/authenticator';
import { capturedLog } from '../support/captured-log';
import { PASSWORD, type Person, signIn } from '../support/people';

const refusal = { status: 401, code: 'invalid-code', detail: expect.any(String) };

const statusAndCode = ({ status, body }: Response): unknown => [status, body.code];

describe('signing in with a second factor', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
  });

  afterAll(() => hub.close());

  const login = (email: string, password = PASSWORD): Promise<Response> =>
    hub.anonymous.post('/auth/login', { email, password });

  it('takes the password and then a code', async () => {
    const person = await signInWithSecondFactor(hub);
    const first = await login(person.email);
    expect(first.body).toMatchObject({ status: 401, code: 'mfa-required', expires_in: 300 });
    expect(Object.keys(first.body)).not.toContain('access_token');
    const { status, body } = await challenge(hub, first.body.mfa_token, { code: codeOf(person.secret, 0) });
    expect([status, body]).toEqual([
      200,
      {
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 900,
        refresh_token: expect.any(String),
      },
    ]);
    expect((await hub.anonymous.with(body.access_token).get('/auth/me')).body.id).toBe(person.id);
    const { refresh_token } = body;
    expect((await hub.anonymous.post('/auth/refresh', { refresh_token })).status).toBe(200);
  });

  it('tells a wrong password as it tells it to everybody', async () => {
    const { email } = await signInWithSecondFactor(hub);
    expect(statusAndCode(await login(email, 'not the password'))).toEqual([401, 'invalid-credentials']);
  });

  it('opens nothing with the token of the challenge alone', async () => {
    const mfaToken = await mfaTokenOf(hub, await signInWithSecondFactor(hub));
    expect((await hub.anonymous.with(mfaToken).get('/auth/me')).status).toBe(401);
    expect((await hub.anonymous.post('/auth/refresh', { refresh_token: mfaToken })).status).toBe(401);
  });

  it('opens one session with each challenge, also with two good codes at once', async () => {
    const person = await signInWithSecondFactor(hub);
    const mfaToken = await mfaTokenOf(hub, person);
    const [first, second] = person.recoveryCodes;
    const proofs = [{ code: codeOf(person.secret, 0) }, { recovery_code: first }];
    const answers = await Promise.all(proofs.map((proof) => challenge(hub, mfaToken, proof)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await challenge(hub, mfaToken, { recovery_code: second })).body).toMatchObject(refusal);
    const used = 'SELECT FROM recovery_codes WHERE user_id = $1 AND used_at IS NOT NULL';
    expect((await hub.query(used, [person.id])).length).toBeLessThanOrEqual(1);
    expect((await challenge(hub, await mfaTokenOf(hub, person), { recovery_code: second })).status).toBe(200);
  });

  it('takes each code once, and none from before one that was taken', async () => {
    const person = await signInWithSecondFactor(hub);
    const use = async (steps: number): Promise<number> =>
      (await challenge(hub, await mfaTokenOf(hub, person), { code: codeOf(person.secret, steps) })).status;
    expect(await use(-1)).toBe(401);
    expect(await use(1)).toBe(200);
    expect([await use(1), await use(0)]).toEqual([401, 401]);
  });

  it('takes a code once when it is sent many times at once', async () => {
    const person = await signInWithSecondFactor(hub);
    const tokens = [await mfaTokenOf(hub, person), await mfaTokenOf(hub, person)];
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => challenge(hub, tokens[n % 2] ?? '', { code: codeOf(person.secret, 0) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  });

  it('takes each recovery code once, however it is typed', async () => {
    const person = await signInWithSecondFactor(hub);
    const [first = '', second = ''] = person.recoveryCodes;
    const use = async (recovery_code: string): Promise<number> =>
      (await challenge(hub, await mfaTokenOf(hub, person), { recovery_code })).status;
    expect(await use(` ${first.toLowerCase().replaceAll('-', ' ')}`)).toBe(200);
    expect(await use(first)).toBe(401);
    const atOnce = await Promise.all(Array.from({ length: 4 }, () => use(second)));
    expect(atOnce.sort()).toEqual([200, 401, 401, 401]);
    const used = await hub.query(
      `SELECT details FROM audit_events WHERE subject_id = $1 AND action = 'second-factor.recovery-code-used'`,
      [person.id],
    );
    expect(used.map(({ details }) => details)).toEqual([{ left: 9 }, { left: 8 }]);
  });

  it('refuses everything else with one answer', async () => {
    const [person, other] = [await signInWithSecondFactor(hub), await signInWithSecondFactor(hub)];
    const mfaToken = await mfaTokenOf(hub, person);
    const code = codeOf(person.secret, 0);
    const bodies: object[] = [];
    for (const [token, proof] of [
      [mfaToken, { code: wrongCode(person.secret) }],
      [mfaToken, { code: codeOf(other.secret, 0) }],
      [mfaToken, { code: '' }],
      [mfaToken, { recovery_code: other.recoveryCodes[0] }],
      ['', { code }],
      ['no.token.atall', { code }],
      [person.accessToken, { code }],
      [person.refreshToken, { code }],
      [await mfaTokenOf(hub, other), { code }],
    ] as const) {
      const { body } = await challenge(hub, token, proof);
      expect(body).toMatchObject(refusal);
      bodies.push(body);
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect((await challenge(hub, mfaToken, { code })).status).toBe(200);
    const failures = `SELECT actor_id, outcome FROM audit_events WHERE subject_id = $1 AND action = 'second-factor.failed'`;
    expect(await hub.query(failures, [person.id])).toEqual(
      Array.from({ length: 4 }, () => ({ actor_id: null, outcome: 'failure' })),
    );
  });

  it('leaves no code in the log, nor in the audit log', async () => {
    const person = await signInWithSecondFactor(hub);
    const mfaToken = await mfaTokenOf(hub, person);
    const codes = [wrongCode(person.secret), codeOf(person.secret, 0)];
    for (const code of codes) await challenge(hub, mfaToken, { code });
    const events = await hub.query(`SELECT action, details FROM audit_events WHERE subject_id = $1`, [person.id]);
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['second-factor.failed', 'sign-in.succeeded']),
    );
    const texts = [JSON.stringify(events), ...capturedLog.lines];
    for (const code of codes) {
      expect(texts.filter((text) => new RegExp(`(?<![\\w.-])${code}(?![\\w-])`).test(text))).toEqual([]);
    }
  });

  it.each([
    ['the password was changed', `UPDATE users SET password_hash = password_hash || 'x' WHERE id = $1`],
    ['the account was deactivated', 'UPDATE users SET is_active = false WHERE id = $1'],
    ['the factor was removed', 'DELETE FROM second_factors WHERE user_id = $1'],
    ['the account was deleted', 'DELETE FROM users WHERE id = $1'],
  ])('ends a challenge when %s', async (_, change) => {
    const person = await signInWithSecondFactor(hub);
    const mfaToken = await mfaTokenOf(hub, person);
    await hub.query(change, [person.id]);
    const { body } = await challenge(hub, mfaToken, { code: codeOf(person.secret, 0) });
    expect(body).toMatchObject(refusal);
  });

  it.each([
    [{}, ['code', 'recovery_code']],
    [{ code: 123456 }, ['code']],
    [{ code: ['123456'] }, ['code']],
    [{ code: '1'.repeat(21) }, ['code']],
    [{ recovery_code: null }, ['recovery_code']],
    [{ code: '123456', recovery_code: {} }, ['recovery_code']],
    [{ code: '123456', recovery_code: 'MFRG' }, ['recovery_code']],
    [{ code: '123456', userId: 'x' }, ['userId']],
  ])('refuses %j', async (proof, fields) => {
    const { status, body } = await challenge(hub, 'token', proof);
    expect(status).toBe(422);
    const named: string[] = body.errors.map(({ field }: { field: string }) => field);
    expect(named.sort()).toEqual([...fields].sort());
  });

  describe('guessing', () => {
    const guess = async (person: PersonWithSecondFactor, mfaToken: string): Promise<number> =>
      (await challenge(hub, mfaToken, { code: wrongCode(person.secret) })).status;

    it('ends after five tries within five minutes, whatever token they come with', async () => {
      const person = await signInWithSecondFactor(hub);
      const tokens = [await mfaTokenOf(hub, person), await mfaTokenOf(hub, person)];
      const statuses: number[] = [];
      for (let n = 0; n < 5; n += 1) statuses.push(await guess(person, tokens[n % 2] ?? ''));
      expect(statuses).toEqual([401, 401, 401, 401, 401]);
      const late = await challenge(hub, await mfaTokenOf(hub, person), { code: codeOf(person.secret, 0) });
      expect(statusAndCode(late)).toEqual([429, 'too-many']);
      expect(Number(late.headers['retry-after'])).toBeGreaterThan(200);
    });

    const lock = async (person: PersonWithSecondFactor): Promise<void> => {
      const mfaToken = await mfaTokenOf(hub, person);
      for (let n = 0; n < 10; n += 1) {
        expect(await guess(person, mfaToken)).toBe(401);
        await hub.get(Throttles).forgive('second-factor', person.id);
      }
      const code = codeOf(person.secret, 0);
      expect((await challenge(hub, mfaToken, { code })).body).toMatchObject(refusal);
    };

    it('locks the account against codes after ten failures in a row, until an administrator lifts it', async () => {
      const person = await signInWithSecondFactor(hub);
      await lock(person);
      const locked = `SELECT 1 FROM audit_events WHERE subject_id = $1 AND action = 'account.locked'`;
      expect(await hub.query(locked, [person.id])).toHaveLength(1);
      const admin = await signIn(hub, 'admin');
      expect((await admin.api.post(`/users/${person.id}/unlock`)).status).toBe(200);
      const mfaToken = await mfaTokenOf(hub, person);
      expect((await challenge(hub, mfaToken, { code: codeOf(person.secret, 0) })).status).toBe(200);
    });

    it('locks no factor that is set up afterwards', async () => {
      const person = await signInWithSecondFactor(hub);
      await lock(person);
      const body = { currentPassword: PASSWORD };
      await person.api.send({ method: 'DELETE', path: '/api/v1/auth/mfa', body });
      const { secret } = await enrol(person);
      const mfaToken = await mfaTokenOf(hub, person);
      expect((await challenge(hub, mfaToken, { code: codeOf(secret, 0) })).status).toBe(200);
    });

    it('begins anew after a right code', async () => {
      const person = await signInWithSecondFactor(hub);
      const mfaToken = await mfaTokenOf(hub, person);
      for (let n = 0; n < 4; n += 1) await guess(person, mfaToken);
      expect((await challenge(hub, mfaToken, { code: codeOf(person.secret, 0) })).status).toBe(200);
      expect(await guess(person, mfaToken)).toBe(401);
      expect(
        await hub.query(`SELECT failures FROM sign_in_failures WHERE origin_key = 'second-factor'`),
      ).toContainEqual({
        failures: 1,
      });
    });
  });
});

describe('secrets of an older key', () => {
  const [oldKey, newKey] = ['an older key of the hub 0123456789', 'the newer key of the hub 0123456789'];
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({ ENCRYPTION_KEYS: `${newKey},${oldKey}` });
  });

  afterAll(() => hub.close());

  const ringOf = (secret: string): KeyRing =>
    new KeyRing(loadConfiguration([EncryptionConfig], { ENCRYPTION_KEYS: secret }).get(EncryptionConfig));

  const sealWith = async ({ id, secret }: PersonWithSecondFactor, key: string): Promise<void> => {
    const current = ringOf(key).current('second-factor');
    await hub.query('UPDATE second_factors SET key_id = $2, sealed_secret = $3 WHERE user_id = $1', [
      id,
      current.id,
      seal(current.bytes, secret, id),
    ]);
  };

  const keyOf = async ({ id }: Person): Promise<unknown> =>
    (await hub.query('SELECT key_id FROM second_factors WHERE user_id = $1', [id]))[0]?.['key_id'];

  it('are still opened, and sealed with the current one at the next success', async () => {
    const person = await signInWithSecondFactor(hub);
    await sealWith(person, oldKey);
    const mfaToken = await mfaTokenOf(hub, person);
    await challenge(hub, mfaToken, { code: wrongCode(person.secret) });
    expect(await keyOf(person)).toBe(ringOf(oldKey).current('second-factor').id);
    expect((await challenge(hub, mfaToken, { code: codeOf(person.secret, 0) })).status).toBe(200);
    expect(await keyOf(person)).toBe(ringOf(newKey).current('second-factor').id);
    const next = await mfaTokenOf(hub, person);
    expect((await challenge(hub, next, { code: codeOf(person.secret, 1) })).status).toBe(200);
  });

  it('of a key that is gone open nothing; recovery codes still do', async () => {
    const person = await signInWithSecondFactor(hub);
    await sealWith(person, 'a key that nobody has any more 0123456789');
    const mfaToken = await mfaTokenOf(hub, person);
    expect((await challenge(hub, mfaToken, { code: codeOf(person.secret, 0) })).status).toBe(401);
    expect((await challenge(hub, mfaToken, { recovery_code: person.recoveryCodes[0] })).status).toBe(200);
  });
});
