import { randomUUID } from 'node:crypto';
import { startHub, type TestHub } from '../../../../../test/support/app';
import { CredentialSweep } from './credential-sweep.service';

describe('the sweep of credentials', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
  });

  afterAll(() => hub.close());

  const remaining = async (table: string, column: string): Promise<unknown[]> =>
    (await hub.query(`SELECT ${column} AS name FROM ${table} ORDER BY 1`)).map(({ name }) => name);

  it('forgets sessions, links and counts that nobody needs any more, and nothing else', async () => {
    const userId = randomUUID();
    await hub.query(
      `INSERT INTO users (id, email, password_hash, first_name, last_name, role, is_active, is_verified, created_at, updated_at)
       VALUES ($1, 'sweep@example.test', '', 'Ada', 'Snow', 'viewer', true, true, now(), now())`,
      [userId],
    );
    await hub.query(
      `INSERT INTO sessions (id, user_id, refresh_token_hash, device, created_at, expires_at, refreshed_at)
       SELECT gen_random_uuid(), $1, '', name, expiry, expiry, expiry
         FROM (VALUES ('old', '2026-01-09T12:00:00Z'::timestamptz), ('young', '2026-01-11T12:00:00Z')) t (name, expiry)`,
      [userId],
    );
    await hub.query(
      `INSERT INTO mailed_links (id, user_id, purpose, email, key_id, token_hash, created_at, expires_at)
       SELECT gen_random_uuid(), $1, 'reset-password', '', '', name, expiry, expiry
         FROM (VALUES ('old', '2026-03-10T12:00:00Z'::timestamptz), ('young', '2026-03-12T12:00:00Z')) t (name, expiry)`,
      [userId],
    );
    await hub.query(
      `INSERT INTO sign_in_failures (account_key, origin_key, failures, last_failed_at, locked_until)
       VALUES ('old', '', 10, clock_timestamp() - interval '25 hours', clock_timestamp() - interval '24 hours'),
              ('locked', '', 90, clock_timestamp() - interval '25 hours', clock_timestamp() + interval '1 hour'),
              ('young', '', 1, clock_timestamp(), NULL)`,
    );
    await hub.get(CredentialSweep).sweep();
    expect(await remaining('sessions', 'device')).toEqual(['young']);
    expect(await remaining('mailed_links', 'token_hash')).toEqual(['young']);
    expect(await remaining('sign_in_failures', 'account_key')).toEqual(['locked', 'young']);
  });
});
