import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { UnitOfWork } from '../../src/infra/database';
import { AuditLog } from '../../src/modules/audit';
import { anAgency } from '../support/agencies';
import { startHub, type TestHub } from '../support/app';
import { capturedLog } from '../support/captured-log';
import { type Person, signIn } from '../support/people';
import { HubProcess } from '../support/processes';

type Item = Record<string, unknown>;
type Filter = Readonly<Record<string, string | number>>;

let hub: TestHub;
let admin: Person;

beforeAll(async () => {
  hub = await startHub();
  admin = await signIn(hub, 'admin');
});

afterAll(() => hub.close());

const LOG = '/admin/audit-log';

const read = async (filter: Filter = {}): Promise<readonly Item[]> => {
  const { status, body } = await admin.api.get(LOG, { limit: 100, ...filter });
  expect(status).toBe(200);
  return body.items;
};

const forRequest = (headers: Record<string, unknown>): Promise<readonly Item[]> =>
  read({ requestId: String(headers['x-request-id']) });

const linesOf = (headers: Record<string, unknown>): readonly Item[] =>
  capturedLog.of('audit').filter(({ requestId }) => requestId === headers['x-request-id']);

/** As the owner of the tables of this hub. */
const asOwner = async (sql: string): Promise<void> => {
  const [row] = await hub.query('SELECT current_database() AS name');
  const url = new URL(process.env['DATABASE_MIGRATION_URL'] ?? '');
  url.pathname = `/${String(row?.['name'])}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

const rename = async (table: string, work: () => Promise<void>): Promise<void> => {
  await asOwner(`ALTER TABLE ${table} RENAME TO ${table}_away`);
  try {
    await work();
  } finally {
    await asOwner(`ALTER TABLE ${table}_away RENAME TO ${table}`);
  }
};

describe('reading the audit log', () => {
  it('is for administrators', async () => {
    for (const path of [LOG, `${LOG}.csv`]) {
      expect((await hub.anonymous.get(path)).status).toBe(401);
      for (const role of ['viewer', 'business_owner', 'government_official'] as const) {
        const { api } = await signIn(hub, role);
        expect((await api.get(path)).status).toBe(403);
      }
    }
  });

  it('answers what all given conditions hold for, newest first', async () => {
    const person = await signIn(hub);
    const subject = { type: 'user', id: person.id } as const;
    const given = { actorId: admin.id, subject, details: { reason: 'test' } };
    await hub.get(AuditLog).record({ action: 'account.locked', ...given });
    await hub.get(AuditLog).record({ action: 'account.unlocked', outcome: 'failure', ...given });
    const actionsOf = async (filter: Filter): Promise<readonly unknown[]> =>
      (await read({ subjectId: person.id, ...filter })).map(({ action }) => action);
    const both = ['account.unlocked', 'account.locked'];
    expect(await actionsOf({ actorId: admin.id })).toEqual(both);
    expect(await actionsOf({ actorId: admin.id.toUpperCase(), subjectId: person.id.toUpperCase() })).toEqual(both);
    expect(await actionsOf({ action: 'account.locked' })).toEqual(['account.locked']);
    expect(await actionsOf({ actorId: admin.id, outcome: 'failure' })).toEqual(['account.unlocked']);
    expect(await actionsOf({ actorId: person.id, action: 'account.locked' })).toEqual([]);
    expect(await actionsOf({ subjectType: 'agency' })).toEqual([]);
    expect(await actionsOf({ actorId: admin.id, from: '2026-04-10T12:00:00Z' })).toEqual(both);
    expect(await actionsOf({ actorId: admin.id, to: '2026-04-10T12:00:00Z' })).toEqual([]);
    expect(await actionsOf({ actorId: admin.id, to: '2026-04-10T14:00:00.001+02:00' })).toEqual(both);
    expect(await actionsOf({ from: '2026-04-10T12:00:00.001Z' })).toEqual([]);
    const [found] = await read({ subjectId: person.id, action: 'account.locked' });
    expect(found).toMatchObject({
      subject,
      actorId: admin.id,
      details: { reason: 'test' },
      before: null,
      isErased: false,
    });
  });

  it.each([
    ['an action', { action: 'account.stolen' }],
    ['an outcome', { outcome: 'maybe' }],
    ['an actor', { actorId: '1' }],
    ['a subject', { subjectType: 'universe' }],
    ['a request', { requestId: 'a b' }],
    ['a day', { from: '2026-04-10' }],
    ['an hour', { from: '2026-04-10T24:00:00Z' }],
    ['a date', { to: '2026-02-30T12:00:00Z' }],
    ['an offset', { to: '2026-04-10T12:00:00+99:00' }],
    ['a cursor', { cursor: 'x' }],
    ['a limit', { limit: 101 }],
    ['an unknown parameter', { sort: 'action' }],
  ])('refuses %s that does not exist', async (_, filter: Filter) => {
    expect((await admin.api.get(LOG, filter)).status).toBe(422);
    const { status, headers } = await admin.api.get(`${LOG}.csv`, filter);
    expect(status).toBe(422);
    expect(headers['content-disposition']).toBeUndefined();
  });

  it('goes on where it was by the cursor, though the log grows meanwhile', async () => {
    const filter = { actorId: admin.id, action: 'rematch.started', limit: 3 };
    const write = (round: number): Promise<void> =>
      hub.get(AuditLog).record({ action: 'rematch.started', actorId: admin.id, details: { round } });
    for (let round = 0; round < 8; round += 1) await write(round);
    const rounds: unknown[] = [];
    let cursor: string | null | undefined;
    do {
      const { body } = await admin.api.get(LOG, { ...filter, ...(cursor ? { cursor } : {}) });
      rounds.push(...body.items.map(({ details }: { details: Item }) => details['round']));
      cursor = body.nextCursor;
      await write(100);
    } while (cursor);
    expect(rounds).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    const { body } = await admin.api.get(LOG, { ...filter, offset: 4 });
    expect(body).toMatchObject({ total: 11, limit: 3, offset: 4 });
  });

  it('as a file holds the same, and no cell that a spreadsheet would compute', async () => {
    const id = '=cmd|calc';
    await hub.get(AuditLog).record({
      action: 'agency.created',
      actorId: admin.id,
      subject: { type: 'agency', id },
      after: { name: 'a,"b"\r\nc', count: -1 },
      details: { rows: 2 },
    });
    const response = await admin.api.get(`${LOG}.csv`, { subjectId: id });
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(response.headers['content-disposition']).toBe('attachment; filename=audit-log.csv');
    const [line, ...others] = parse(response.text, { columns: true });
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      action: 'agency.created',
      occurredAt: '2026-04-10T12:00:00.000Z',
      actorId: admin.id,
      subjectId: "'=cmd|calc",
      address: '',
      after: JSON.stringify({ name: 'a,"b"\r\nc', count: -1 }),
      details: '{"rows":2}',
      isErased: 'false',
    });
    expect(response.text).toMatch(/^\d+,2026-/m);
    expect(await forRequest(response.headers)).toMatchObject([
      { action: 'audit-log.exported', actorId: admin.id, details: { subjectId: id, rows: 1 } },
    ]);
  });

  it('shows no program that pretends to be a formula', async () => {
    const { headers } = await hub.anonymous.post(
      '/auth/login',
      { email: 'nobody@example.test', password: 'not the password' },
      { 'User-Agent': '@SUM(1+1)' },
    );
    const requestId = String(headers['x-request-id']);
    const { text } = await admin.api.get(`${LOG}.csv`, { requestId });
    expect(parse(text, { columns: true })).toMatchObject([{ action: 'sign-in.failed', userAgent: "'@SUM(1+1)" }]);
    expect(await read({ requestId })).toMatchObject([{ userAgent: '@SUM(1+1)' }]);
  });
});

describe('what is recorded', () => {
  it('of signing in: who, from where, and whether it went well', async () => {
    const person = await signIn(hub);
    const login = (password: string) =>
      hub.anonymous.post('/auth/login', { email: person.email, password }, { 'User-Agent': 'A Browser' });
    const failed = await login('not the password');
    expect(await forRequest(failed.headers)).toMatchObject([
      {
        action: 'sign-in.failed',
        outcome: 'failure',
        subject: { type: 'user', id: person.id },
        userAgent: 'A Browser',
      },
    ]);
    const [succeeded] = await read({ action: 'sign-in.succeeded', subjectId: person.id });
    expect(succeeded).toMatchObject({ outcome: 'success', address: expect.stringMatching(/127\.0\.0\.1$/) });
    const text = JSON.stringify(await read());
    for (const secret of ['not the password', person.accessToken, person.refreshToken]) {
      expect(text).not.toContain(secret);
    }
  });

  it('of a refused request: one event and one line, both before the answer', async () => {
    const { api, id } = await signIn(hub, 'viewer');
    const { status, headers } = await api.get('/users', { limit: 1 });
    expect(status).toBe(403);
    expect(linesOf(headers)).toMatchObject([{ message: 'access.denied: denied', actorId: id, userId: id }]);
    expect(await forRequest(headers)).toMatchObject([
      {
        action: 'access.denied',
        outcome: 'denied',
        actorId: id,
        subject: null,
        details: { code: 'forbidden', method: 'GET', path: '/api/v1/users' },
      },
    ]);
  });

  it('of power that somebody was given: for ever, also when everybody who took part is deleted', async () => {
    const [rogue, puppet] = [await signIn(hub, 'admin'), await signIn(hub, 'viewer')];
    const [agency, other] = [await anAgency(hub), await anAgency(hub)];
    const role = { role: 'government_official', agencyId: agency.id };
    expect((await rogue.api.put(`/admin/agencies/${agency.id}`, { officeCode: 'FA8201' })).status).toBe(200);
    expect((await rogue.api.put(`/admin/users/${puppet.id}/role`, role)).status).toBe(200);
    expect((await rogue.api.put(`/users/${puppet.id}`, { agencyId: other.id, lastName: 'Snowwhite' })).status).toBe(
      200,
    );
    for (const { id } of [puppet, rogue]) expect((await admin.api.delete(`/users/${id}`)).status).toBe(204);
    const [updated, changed, narrowed] = await read({
      actorId: rogue.id,
      outcome: 'success',
    });
    expect(updated).toMatchObject({
      action: 'account.updated',
      before: null,
      after: null,
      details: { fromAgencyId: agency.id, toAgencyId: other.id },
    });
    expect(changed).toMatchObject({
      action: 'account.role-changed',
      before: null,
      after: null,
      details: { fromRole: 'viewer', toRole: role.role, fromAgencyId: null, toAgencyId: agency.id },
    });
    expect(narrowed).toMatchObject({
      action: 'agency.updated',
      before: { officeCode: null },
      after: { officeCode: 'FA8201' },
    });
    expect(JSON.stringify([updated, changed, narrowed])).not.toContain('Snowwhite');
  });

  it('of a token in a body that is refused: of which kind, and never the token', async () => {
    const { refreshToken } = await signIn(hub);
    const used = { refresh_token: refreshToken };
    expect((await hub.anonymous.post('/auth/refresh', used)).status).toBe(200);
    const reused = await hub.anonymous.post('/auth/refresh', used);
    expect(await forRequest(reused.headers)).toMatchObject([{ action: 'session.refresh-token-reused' }]);
    for (const [path, body, kind] of [
      ['/auth/refresh', { refresh_token: 'a-forged-token' }, 'refresh'],
      ['/auth/refresh', used, 'refresh'],
      ['/auth/reset-password', { token: 'a-forged-token', password: 'purple mountain majesty' }, 'mailed-link'],
      ['/auth/verify-email', { token: 'a-forged-token' }, 'mailed-link'],
    ] as const) {
      const { headers } = await hub.anonymous.post(path, body);
      const events = await forRequest(headers);
      expect(events).toMatchObject([
        {
          action: 'token.refused',
          outcome: 'denied',
          actorId: null,
          details: { kind, method: 'POST', path: `/api/v1${path}` },
        },
      ]);
      for (const token of [refreshToken, 'a-forged-token']) expect(JSON.stringify(events)).not.toContain(token);
    }
    const refusedInput = await hub.anonymous.post('/auth/verify-email', { token: 5 });
    expect([refusedInput.status, await forRequest(refusedInput.headers)]).toEqual([422, []]);
  });

  it('of a token that is refused, at most 60 times a minute', async () => {
    const { headers } = await hub.anonymous.with('no-token').get('/auth/me');
    expect(await forRequest(headers)).toMatchObject([
      {
        action: 'token.refused',
        outcome: 'denied',
        actorId: null,
        details: { kind: 'access', method: 'GET', path: '/api/v1/auth/me' },
      },
    ]);
    const without = await hub.anonymous.get('/auth/me');
    expect(await forRequest(without.headers)).toEqual([]);
    for (let attempt = 0; attempt < 65; attempt += 1) {
      expect((await hub.anonymous.with('no-token').get('/auth/me')).status).toBe(401);
    }
    expect(await read({ action: 'token.refused' })).toHaveLength(60);
  });

  it('of an unexpected error: its name, and nothing that it says', async () => {
    await rename('agencies', async () => {
      const response = await fetch(`${await hub.app.getUrl()}/api/v1/admin/agencies?limit=7`, {
        headers: { Authorization: `Bearer ${admin.accessToken}` },
      });
      expect(response.status).toBe(500);
      expect(await forRequest(Object.fromEntries(response.headers))).toMatchObject([
        {
          action: 'error.unexpected',
          outcome: 'failure',
          actorId: admin.id,
          details: { error: 'QueryFailedError', method: 'GET', path: '/api/v1/admin/agencies' },
        },
      ]);
    });
  });
});

describe('an answer', () => {
  it('stays what it is when its event cannot be written', async () => {
    const { api } = await signIn(hub, 'viewer');
    await rename('audit_events', async () => {
      const { status, body } = await api.get('/users');
      expect(status).toBe(403);
      expect(body.code).toBe('forbidden');
    });
    const lines = capturedLog.of('problem').map(({ message }) => message);
    expect(lines).toContain('a security event was not recorded');
  });

  it('does not wait for as long as others hold the log', async () => {
    const { api } = await signIn(hub, 'viewer');
    await hub.get(UnitOfWork).run(async () => {
      await hub.query('SELECT 1 FROM audit_chain FOR UPDATE');
      expect((await api.get('/users')).status).toBe(403);
    });
  });
});

describe('hub audit verify', () => {
  const verify = async (...parameters: string[]): Promise<{ end: unknown; log: string }> => {
    const [row] = await hub.query('SELECT current_database() AS name');
    const url = new URL(process.env['DATABASE_URL'] ?? '');
    url.pathname = `/${String(row?.['name'])}`;
    const command = new HubProcess('cli', { ...process.env, DATABASE_URL: url.href }, [
      'audit',
      'verify',
      ...parameters,
    ]);
    const end = await command.ended;
    return { end, log: command.log };
  };

  it('says that everything is as it was written, and where it is not', async () => {
    const whole = await verify();
    expect(whole.log).toMatch(/^\d+ events are as they were written; the last is \d+:[0-9a-f]{64}$/m);
    expect(whole.end).toBe(0);
    const link = /\d+:[0-9a-f]{64}/.exec(whole.log)?.[0] ?? '';
    expect((await verify('--expect', link)).end).toBe(0);
    const another = await verify('--expect', link.replace(/:.*/, `:${'0'.repeat(64)}`));
    expect(another).toMatchObject({ end: 1, log: expect.stringContaining('not-as-expected') });
    expect(await verify('--expect', 'x')).toMatchObject({ end: 1 });
    await asOwner(`UPDATE audit_person_keys SET key = NULL WHERE person_id = '${admin.id}'`);
    expect(await verify()).toEqual({
      end: 1,
      log: expect.stringContaining(`keys are gone though no event tells that the account was deleted: ${admin.id}`),
    });
    await asOwner(`UPDATE audit_events SET request_id = 'forged' WHERE sequence = 3`);
    expect(await verify()).toEqual({
      end: 1,
      log: expect.stringContaining('The audit log is not as it was written: changed at 3.\n'),
    });
  });
});

/** Last: Passport has one set of strategies for each process, so the hub of the other tests lets nobody in afterwards. */
describe('too many requests', () => {
  it('is recorded once', async () => {
    const limited = await startHub({ THROTTLE_SCALE: '0.1' });
    try {
      const answers = new Map<number, number>();
      for (let attempt = 0; attempt < 35; attempt += 1) {
        const { status } = await limited.anonymous.post('/auth/login', {
          email: `x${attempt}@example.test`,
          password: 'not the password',
        });
        answers.set(status, (answers.get(status) ?? 0) + 1);
      }
      expect(answers.get(429)).toBe(5);
      const rows = await limited.query(`SELECT outcome, details FROM audit_events WHERE action = 'request.throttled'`);
      expect(rows).toMatchObject([{ outcome: 'denied', details: { method: 'POST', path: '/api/v1/auth/login' } }]);
    } finally {
      await limited.close();
    }
  });
});
