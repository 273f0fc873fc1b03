import type { Response } from 'supertest';
import { startHub, type TestHub } from '../support/app';
import { aRegistration, PASSWORD, signIn } from '../support/people';

const WRONG = 'another password';

describe('guessing passwords', () => {
  let hub: TestHub;
  let patient: TestHub;

  beforeAll(async () => {
    hub = await startHub();
    // Without the throttle of a minute, so that the lock is reached.
    patient = await startHub({ THROTTLE_SCALE: '1000' });
  });

  afterAll(async () => {
    await hub.close();
    await patient.close();
  });

  const login = (at: TestHub, email: string, password: string): Promise<Response> =>
    at.anonymous.post('/auth/login', { email, password });

  const register = async (at: TestHub): Promise<string> => {
    const { body } = await at.anonymous.post('/auth/register', aRegistration());
    return body.email;
  };

  const repeat = async (times: number, work: (number: number) => Promise<Response>): Promise<Response[]> => {
    const answers: Response[] = [];
    for (let number = 0; number < times; number += 1) answers.push(await work(number));
    return answers;
  };

  it('is slowed down at the sixth try within a minute, however the address is spelled, whether anybody has it or not', async () => {
    for (const email of [await register(hub), 'nobody-at-all@example.test']) {
      const spellings = [email, email.toUpperCase(), ` ${email} `];
      const answers = await repeat(7, (number) => login(hub, spellings[number % 3] ?? email, WRONG));
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
      expect(Number(answers[6]?.headers['retry-after'])).toBeGreaterThan(0);
      expect((await login(hub, email, PASSWORD)).status).toBe(429);
    }
  });

  it('costs nothing to whoever knows the password: a success starts the count anew', async () => {
    const email = await register(hub);
    for (let round = 0; round < 3; round += 1) {
      const answers = await repeat(4, (number) => login(hub, email, number === 3 ? PASSWORD : WRONG));
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 200]);
    }
  });

  it('locks the account after ten failures, which looks like a wrong password', async () => {
    const email = await register(patient);
    const failures = await repeat(10, () => login(patient, email, WRONG));
    const locked = await login(patient, email, PASSWORD);
    expect(locked.status).toBe(401);
    expect(new Set([...failures, locked].map(({ text }) => text)).size).toBe(1);
    const names = (answer: Response | undefined): string[] => Object.keys(answer?.headers ?? {}).sort();
    expect(names(locked)).toEqual(names(failures[0]));
    await patient.query(`UPDATE sign_in_failures SET locked_until = clock_timestamp() - interval '1 second'`);
    expect((await login(patient, email, PASSWORD)).status).toBe(200);
  });

  it('does not lock out the owner who signed in from the same place before, for good or at all from elsewhere', async () => {
    const owner = await signIn(patient);
    await patient.query(`UPDATE sessions SET address = '203.0.113.9' WHERE user_id = $1`, [owner.id]);
    await repeat(10, () => login(patient, owner.email, WRONG));
    expect((await login(patient, owner.email, PASSWORD)).status).toBe(401);
    // As if the owner came from the known place.
    await patient.query(`UPDATE sessions SET address = '127.0.0.1' WHERE user_id = $1`, [owner.id]);
    expect((await login(patient, owner.email, PASSWORD)).status).toBe(200);
  });

  it('is forgiven by an administrator', async () => {
    const admin = await signIn(patient, 'admin');
    const email = await register(patient);
    await repeat(10, () => login(patient, email, WRONG));
    const [row] = await patient.query('SELECT id FROM users WHERE email = $1', [email]);
    expect((await login(patient, email, PASSWORD)).status).toBe(401);
    expect((await admin.api.post(`/users/${String(row?.['id'])}/unlock`)).status).toBe(200);
    expect((await login(patient, email, PASSWORD)).status).toBe(200);
  });

  it('leaves no address behind in the counts', async () => {
    await repeat(2, () => login(patient, 'counted@example.test', WRONG));
    const rows = await patient.query('SELECT row_to_json(f)::text AS row FROM sign_in_failures f');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => String(row).includes('@'))).toEqual([]);
  });
});
