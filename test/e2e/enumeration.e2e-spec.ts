import type { Response } from 'supertest';
import { PasswordHasher } from '../../src/modules/auth/service/passwords/password-hasher';
import { startHub, type TestHub } from '../support/app';
import { UnitOfWork } from '../../src/infra/database';

const COUNT = 200;

/** What differs between any two answers. */
const OF_ONE_ANSWER = ['x-request-id', 'date'];

describe('whether an address has an account', () => {
  let hub: TestHub;
  const existing = Array.from({ length: COUNT }, (_, number) => `somebody-${number}@example.test`);
  const unknown = Array.from({ length: COUNT }, (_, number) => `nobody-${number}@example.test`);

  beforeAll(async () => {
    hub = await startHub({ THROTTLE_SCALE: '1000' });
    const hash = await hub.get(PasswordHasher).hash('correct horse battery');
    await hub.get(UnitOfWork).manager.query(
      `INSERT INTO users (id, email, password_hash, first_name, last_name, role, is_active, is_verified, created_at, updated_at)
       SELECT gen_random_uuid(), email, $2, 'Ada', 'Snow', 'business_owner', true, false, now(), now()
         FROM unnest($1::text[]) AS email`,
      [existing, hash],
    );
  });

  afterAll(() => hub.close());

  /** Every byte of an answer but those that differ between any two. */
  const bytesOf = ({ status, headers, text }: Response): string => {
    const kept = Object.entries(headers).filter(([name]) => !OF_ONE_ANSWER.includes(name));
    return JSON.stringify([status, kept, text]);
  };

  it.each([
    ['login', 401, (email: string) => ({ email, password: 'another password' })],
    ['forgot-password', 202, (email: string) => ({ email })],
    ['resend-verification', 202, (email: string) => ({ email })],
  ])('is not told by %s', async (path, status, body) => {
    const answers: Response[] = [];
    for (const [index, email] of existing.entries()) {
      answers.push(await hub.anonymous.post(`/auth/${path}`, body(email)));
      answers.push(await hub.anonymous.post(`/auth/${path}`, body(unknown[index] ?? '')));
    }
    expect(answers).toHaveLength(2 * COUNT);
    expect(answers[0]?.status).toBe(status);
    expect(new Set(answers.map(bytesOf)).size).toBe(1);
  });

  it('does not change what a request writes', async () => {
    const asked = [existing[0], unknown[0]];
    const count = async (email = ''): Promise<number> =>
      (await hub.query('SELECT id FROM outgoing_mails WHERE recipient = $1', [email])).length;
    const before = await Promise.all(asked.map(count));
    for (const email of asked) await hub.anonymous.post('/auth/forgot-password', { email });
    expect(await Promise.all(asked.map(count))).toEqual(before.map((rows) => rows + 1));
  });
});
