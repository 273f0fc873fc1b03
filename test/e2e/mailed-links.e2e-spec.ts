import type { Response } from 'supertest';
import { OutgoingMailsRepository } from '../../src/modules/mail/persistence/outgoing-mails.repository';
import { MailTemplates } from '../../src/modules/mail';
import { startHub, type TestHub } from '../support/app';
import { enrol } from '../support/authenticator';
import { tokenIn } from '../support/mailbox';
import { aRegistration, PASSWORD, type Person, signIn } from '../support/people';

const CONFIRM = 'Confirm your e-mail address';
const RESET = 'Choose a new password';
const NEW_PASSWORD = 'purple mountain majesty';

describe('links in mails', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({ THROTTLE_SCALE: '1000' });
  });

  afterAll(() => hub.close());

  const login = (email: string, password: string): Promise<Response> =>
    hub.anonymous.post('/auth/login', { email, password });
  const verify = (token: string): Promise<Response> => hub.anonymous.post('/auth/verify-email', { token });
  const reset = (token: string, password = NEW_PASSWORD): Promise<Response> =>
    hub.anonymous.post('/auth/reset-password', { token, password });

  /** Somebody who registered and has not read the mail yet. */
  const newcomer = async (): Promise<string> =>
    (await hub.anonymous.post('/auth/register', aRegistration())).body.email;

  const newestToken = async (email: string, subject: string): Promise<string> => {
    await hub.deliverMail();
    return tokenIn(await hub.mailbox.mailTo(email, subject));
  };

  const askForReset = async (email: string): Promise<string> => {
    expect((await hub.anonymous.post('/auth/forgot-password', { email })).status).toBe(202);
    return newestToken(email, RESET);
  };

  const isVerified = async (email: string): Promise<unknown> =>
    (await hub.query('SELECT is_verified FROM users WHERE email = $1', [email]))[0]?.['is_verified'];

  describe('that verify an address', () => {
    it('are good once and sign nobody in', async () => {
      const email = await newcomer();
      const token = await newestToken(email, CONFIRM);
      const { status, body } = await verify(token);
      expect([status, body]).toEqual([200, { isVerified: true }]);
      expect(await isVerified(email)).toBe(true);
      const again = await verify(token);
      expect([again.status, again.body.errors[0]]).toEqual([
        422,
        expect.objectContaining({ field: 'token', code: 'invalid-token' }),
      ]);
    });

    it('come again when asked for, and the older one is void', async () => {
      const email = await newcomer();
      const older = await newestToken(email, CONFIRM);
      expect((await hub.anonymous.post('/auth/resend-verification', { email: email.toUpperCase() })).status).toBe(202);
      await hub.deliverMail();
      const mails = await hub.mailbox.mailsTo(email, 2);
      const tokens = mails.map(tokenIn);
      const newer = tokens.find((token) => token !== older) ?? '';
      expect([(await verify(older)).status, (await verify(newer)).status]).toEqual([422, 200]);
      await hub.anonymous.post('/auth/resend-verification', { email });
      await hub.deliverMail();
      expect(await hub.mailbox.received(email)).toHaveLength(2);
    });

    it('are void once the account has another address', async () => {
      const email = await newcomer();
      const token = await newestToken(email, CONFIRM);
      const { body } = await login(email, PASSWORD);
      const moved = aRegistration().email;
      const change = { email: moved, currentPassword: PASSWORD };
      expect((await hub.anonymous.with(body.access_token).put('/users/me', change)).status).toBe(200);
      expect((await verify(token)).status).toBe(422);
      expect(await isVerified(moved)).toBe(false);
      expect((await verify(await newestToken(moved, CONFIRM))).status).toBe(200);
    });

    it('go to the new address, and a notice without one to the old', async () => {
      const { api, email } = await signIn(hub);
      const moved = aRegistration().email;
      expect((await api.put('/users/me', { email: moved, currentPassword: PASSWORD })).status).toBe(200);
      await hub.deliverMail();
      expect((await hub.mailbox.mailTo(email, 'Your e-mail address was changed')).text).not.toContain('#token');
      expect((await hub.mailbox.mailTo(moved, CONFIRM)).text).toContain('#token');
    });

    it('stand in nobody’s way: of proving an address and leaving it, each finds its answer', async () => {
      for (let round = 0; round < 5; round += 1) {
        const person = await signIn(hub);
        await hub.query('UPDATE users SET is_verified = false WHERE id = $1', [person.id]);
        expect((await hub.anonymous.post('/auth/resend-verification', { email: person.email })).status).toBe(202);
        const token = await newestToken(person.email, CONFIRM);
        const leaving = { email: aRegistration().email, currentPassword: PASSWORD };
        const [proving, moving] = await Promise.all([verify(token), person.api.put('/users/me', leaving)]);
        expect([200, 422]).toContain(proving.status);
        expect([moving.status, moving.body.isVerified]).toEqual([200, false]);
      }
    });

    it('are good for a day', async () => {
      const email = await newcomer();
      const token = await newestToken(email, CONFIRM);
      const [row] = await hub.query(`SELECT expires_at - created_at AS life FROM mailed_links WHERE email = $1`, [
        email,
      ]);
      expect(row?.['life']).toMatchObject({ days: 1 });
      await hub.query('UPDATE mailed_links SET expires_at = created_at WHERE email = $1', [email]);
      expect((await verify(token)).status).toBe(422);
    });
  });

  describe('that reset a password', () => {
    it('set it once, end every session, lift locks, and prove the address', async () => {
      const email = await newcomer();
      const { body: session } = await login(email, PASSWORD);
      await hub.query(
        `UPDATE sessions SET address = '203.0.113.9' WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
        [email],
      );
      for (let failure = 0; failure < 10; failure += 1) await login(email, 'wrong password');
      expect((await login(email, PASSWORD)).status).toBe(401);
      const token = await askForReset(email);
      expect((await reset(token)).status).toBe(204);
      expect((await hub.anonymous.with(session.access_token).get('/auth/me')).status).toBe(401);
      expect([(await login(email, PASSWORD)).status, (await login(email, NEW_PASSWORD)).status]).toEqual([401, 200]);
      expect([(await reset(token, PASSWORD)).status, await isVerified(email)]).toEqual([422, true]);
      await hub.deliverMail();
      expect((await hub.mailbox.mailTo(email, 'Your password was changed')).text).not.toContain('#token');
    });

    it('work for exactly one of many who use them at once', async () => {
      const token = await askForReset(await newcomer());
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, number) => reset(token, `new password ${number}`)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(9).fill(422)]);
    });

    it('stay good when the new password is refused', async () => {
      const token = await askForReset(await newcomer());
      const refused = await reset(token, 'password1');
      expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'password']);
      expect((await reset(token)).status).toBe(204);
    });

    it('replace each other: only the newest is good', async () => {
      const email = await newcomer();
      const older = await askForReset(email);
      expect((await hub.anonymous.post('/auth/forgot-password', { email })).status).toBe(202);
      await hub.deliverMail();
      const tokens = (await hub.mailbox.mailsTo(email, 3)).filter(({ subject }) => subject === RESET).map(tokenIn);
      const newer = tokens.find((token) => token !== older) ?? '';
      expect([(await reset(older)).status, (await reset(newer)).status]).toEqual([422, 204]);
    });

    it('are void after the password or the address changed, and for whoever was deactivated', async () => {
      const [changing, moving, leaving] = [await signIn(hub), await signIn(hub), await signIn(hub)];
      const tokens = [
        await askForReset(changing.email),
        await askForReset(moving.email),
        await askForReset(leaving.email),
      ];
      await changing.api.put('/users/me/password', { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
      await moving.api.put('/users/me', { currentPassword: PASSWORD, email: aRegistration().email });
      await hub.query('UPDATE users SET is_active = false WHERE id = $1', [leaving.id]);
      const answers = await Promise.all(tokens.map((token) => reset(token)));
      expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    });

    it('are not for verifying, nor the other way round', async () => {
      const email = await newcomer();
      const confirm = await newestToken(email, CONFIRM);
      const resetting = await askForReset(email);
      expect([(await reset(confirm)).status, (await verify(resetting)).status]).toEqual([422, 422]);
    });

    it('win against a change that was begun with the old password', async () => {
      for (let round = 0; round < 10; round += 1) {
        const person = await signIn(hub);
        const token = await askForReset(person.email);
        const stolen = { email: aRegistration().email, currentPassword: PASSWORD };
        const [resetting, moving] = await Promise.all([reset(token), person.api.put('/users/me', stolen)]);
        const [row] = await hub.query('SELECT email FROM users WHERE id = $1', [person.id]);
        // Whichever came first, the other one finds that its ground is gone.
        const isReset = resetting.status === 204;
        expect([resetting.status, moving.status, row?.['email']]).toEqual(
          isReset ? [204, expect.any(Number), person.email] : [422, 200, stolen.email],
        );
        if (isReset) expect([401, 403]).toContain(moving.status);
      }
    });

    it('take away a second factor that somebody set up who had not proved the address', async () => {
      const stranger = await signIn(hub);
      await hub.query('UPDATE users SET is_verified = false WHERE id = $1', [stranger.id]);
      await enrol(stranger);
      expect((await reset(await askForReset(stranger.email))).status).toBe(204);
      expect((await login(stranger.email, NEW_PASSWORD)).status).toBe(200);
      expect(await hub.query('SELECT FROM recovery_codes WHERE user_id = $1', [stranger.id])).toEqual([]);
      const removals = `SELECT actor_id, details FROM audit_events WHERE subject_id = $1 AND action = 'second-factor.removed'`;
      expect(await hub.query(removals, [stranger.id])).toEqual([
        { actor_id: stranger.id, details: { reason: 'address-proved' } },
      ]);
    });

    it('leave a second factor in place that was set up before the account moved to an address nobody has proved', async () => {
      const person = await signIn(hub);
      await enrol(person);
      await hub.query('UPDATE users SET is_verified = false WHERE id = $1', [person.id]);
      expect((await reset(await askForReset(person.email))).status).toBe(204);
      expect((await login(person.email, NEW_PASSWORD)).body.code).toBe('mfa-required');
    });

    it('leave a second factor in place whose person proved an address after setting it up', async () => {
      const person = await signIn(hub);
      await hub.query('UPDATE users SET is_verified = false WHERE id = $1', [person.id]);
      await enrol(person);
      expect((await hub.anonymous.post('/auth/resend-verification', { email: person.email })).status).toBe(202);
      expect((await verify(await newestToken(person.email, CONFIRM))).status).toBe(200);
      await hub.query('UPDATE users SET is_verified = false WHERE id = $1', [person.id]);
      expect((await reset(await askForReset(person.email))).status).toBe(204);
      expect((await login(person.email, NEW_PASSWORD)).body.code).toBe('mfa-required');
    });

    it('leave the second factor in place', async () => {
      const person = await signIn(hub);
      await enrol(person);
      expect((await reset(await askForReset(person.email))).status).toBe(204);
      const { status, body } = await login(person.email, NEW_PASSWORD);
      expect([status, body.code, body.access_token]).toEqual([401, 'mfa-required', undefined]);
    });

    it('are good for half an hour', async () => {
      const email = await newcomer();
      await askForReset(email);
      const [row] = await hub.query(
        `SELECT expires_at - created_at AS life FROM mailed_links WHERE purpose = 'reset-password' AND email = $1`,
        [email],
      );
      expect(row?.['life']).toMatchObject({ minutes: 30 });
    });
  });

  describe('that still wait to be mailed', () => {
    /** A mail that nobody has sent yet; answers its id. */
    const waitingReset = async (email: string): Promise<string> => {
      expect((await hub.anonymous.post('/auth/forgot-password', { email })).status).toBe(202);
      const rows = await hub.query(
        `SELECT id FROM outgoing_mails WHERE recipient = $1 AND kind = 'reset-password' AND closed_at IS NULL`,
        [email],
      );
      return String(rows.at(-1)?.['id']);
    };
    const outcomeOf = async (mailId: string): Promise<unknown> =>
      (await hub.query('SELECT outcome FROM outgoing_mails WHERE id = $1', [mailId]))[0]?.['outcome'];

    const changePassword = async ({ api }: Person): Promise<void> => {
      const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
      expect((await api.put('/users/me/password', change)).status).toBe(204);
    };
    const moveAwayAndBack = async ({ api, email }: Person): Promise<void> => {
      for (const address of [aRegistration().email, email]) {
        expect((await api.put('/users/me', { email: address, currentPassword: PASSWORD })).status).toBe(200);
      }
    };

    it.each([
      ['a new password', changePassword],
      ['a new address, even if the old one is back', moveAwayAndBack],
    ])('do not outlive %s', async (_, change) => {
      const person = await signIn(hub);
      const mailId = await waitingReset(person.email);
      await change(person);
      await hub.deliverMail();
      expect(['dropped', undefined]).toContain(await outcomeOf(mailId));
      const subjects = (await hub.mailbox.received(person.email)).map(({ subject }) => subject);
      expect(subjects).not.toContain(RESET);
    });

    it('do not outlive a new password while they are put together', async () => {
      const person = await signIn(hub);
      const mail = await hub.get(OutgoingMailsRepository).claim(await waitingReset(person.email));
      if (!mail) throw new Error('not claimed');
      await changePassword(person);
      expect(await hub.get(MailTemplates).compose(mail)).toBeUndefined();
    });

    it('are sent when they were asked for after the change', async () => {
      const person = await signIn(hub);
      await changePassword(person);
      expect((await reset(await askForReset(person.email), PASSWORD)).status).toBe(204);
    });

    it('leave one good link, of the latest, however many go out at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { email } = await signIn(hub);
        const mailIds: string[] = [];
        for (let time = 0; time < 5; time += 1) mailIds.push(await waitingReset(email));
        await hub.deliverMail();
        const good = await hub.query('SELECT id FROM mailed_links WHERE email = $1 AND used_at IS NULL', [email]);
        expect(good).toEqual([{ id: mailIds.sort().at(-1) }]);
      }
    });
  });

  it('cannot be guessed: whoever tries is told to wait', async () => {
    const strict = await startHub({ THROTTLE_SCALE: '0.1' });
    try {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        const body = { token: `guess-${attempt}`, password: NEW_PASSWORD };
        statuses.push((await strict.anonymous.post('/auth/reset-password', body)).status);
      }
      expect(statuses).toEqual([...Array(10).fill(422), 429, 429]);
    } finally {
      await strict.close();
    }
  });

  describe('and notices', () => {
    let usual: TestHub;

    beforeAll(async () => {
      usual = await startHub();
    });

    afterAll(() => usual.close());

    const ask = async (
      path: 'forgot-password' | 'resend-verification',
      email: string,
      times: number,
    ): Promise<void> => {
      for (let time = 0; time < times; time += 1) {
        expect((await usual.anonymous.post(`/auth/${path}`, { email })).status).toBe(202);
      }
    };
    const countOf = async (kind: string, recipient: string): Promise<unknown> => {
      const sql = 'SELECT count(*)::int AS count FROM outgoing_mails WHERE kind = $1 AND recipient = $2';
      return (await usual.query(sql, [kind, recipient]))[0]?.['count'];
    };

    it("fill nobody's mailbox: five an hour of each kind of link that strangers ask for", async () => {
      const { body } = await usual.anonymous.post('/auth/register', aRegistration());
      await ask('forgot-password', body.email, 8);
      await ask('resend-verification', body.email, 8);
      expect(await countOf('reset-password', body.email)).toBe(5);
      expect(await countOf('verify-email', body.email)).toBe(6);
      const [row] = await usual.query(
        `SELECT count(*)::int AS asked FROM audit_events WHERE action = 'password.reset-requested'`,
      );
      expect(row?.['asked']).toBe(8);
    });

    it('of one kind use up no other: whoever asks in vain for verification leaves the reset alone', async () => {
      const { email } = await signIn(usual);
      await ask('resend-verification', email, 8);
      await ask('forgot-password', email, 1);
      expect(await countOf('reset-password', email)).toBe(1);
    });

    it('cannot be used up by strangers before the owner registers, or moves to the address', async () => {
      const [registering, moving] = [aRegistration(), aRegistration()];
      for (const { email } of [registering, moving]) await ask('resend-verification', email, 8);
      expect((await usual.anonymous.post('/auth/register', registering)).status).toBe(201);
      const { api } = await signIn(usual);
      expect((await api.put('/users/me', { email: moving.email, currentPassword: PASSWORD })).status).toBe(200);
      expect(await countOf('verify-email', registering.email)).toBe(6);
      // Those that were asked for before lose their ground with the new address.
      const sql = `SELECT id FROM outgoing_mails WHERE recipient = $1 AND closed_at IS NULL`;
      expect(await usual.query(sql, [moving.email])).toHaveLength(1);
    });

    it('are told once a day when somebody registers the address', async () => {
      const { email } = await signIn(usual);
      for (let time = 0; time < 3; time += 1) {
        expect((await usual.anonymous.post('/auth/register', aRegistration({ email }))).status).toBe(409);
      }
      expect(await countOf('address-taken', email)).toBe(1);
    });

    it('are ten an hour, also to an address that somebody else registered', async () => {
      const { body } = await usual.anonymous.post('/auth/register', aRegistration());
      for (let device = 0; device < 14; device += 1) {
        const headers = { 'User-Agent': `device-${device}/1.0` };
        const credentials = { email: body.email, password: PASSWORD };
        expect((await usual.anonymous.post('/auth/login', credentials, headers)).status).toBe(200);
      }
      expect(await countOf('new-device', body.email)).toBe(10);
    });
  });
});
