import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { RegistrationService } from '../../src/modules/auth';
import { OutgoingMails } from '../../src/modules/mail';
import { anAgency } from '../support/agencies';
import { startHub, type TestHub } from '../support/app';
import { createBusiness } from '../support/businesses';
import { aRegistration, type Person, signIn } from '../support/people';
import { until } from '../support/until';

/** Ends the statement that waits for a lock, as its own limit would; answers how many there were. */
const endWaiting = async (hub: TestHub): Promise<number> => {
  const ended = await hub.query(
    `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return ended.length;
};

describe('the administration of users', () => {
  let hub: TestHub;
  let admin: Person;

  beforeAll(async () => {
    hub = await startHub();
    admin = await signIn(hub, 'admin');
  });

  afterAll(() => hub.close());

  const rowOf = async (id: string): Promise<Record<string, unknown> | undefined> => {
    const [row] = await hub.query('SELECT * FROM users WHERE id = $1', [id]);
    return row;
  };
  const actionsOn = async (id: string): Promise<unknown[]> => {
    const rows = await hub.query(
      `SELECT action FROM audit_events WHERE subject_id = $1 AND action LIKE 'account.%'
          AND action <> 'account.registered' ORDER BY sequence`,
      [id],
    );
    return rows.map(({ action }) => action);
  };
  const errorOf = ({ status, body }: { status: number; body: { errors?: { field: string; code: string }[] } }) => [
    status,
    body.errors?.[0]?.field,
    body.errors?.[0]?.code,
  ];

  describe('the list', () => {
    beforeAll(async () => {
      const { id: agencyId } = await anAgency(hub);
      const people = [
        { email: 'percent%25@list.test', firstName: 'Per', lastName: 'Cent', role: 'viewer', isActive: true },
        { email: 'under_score@list.test', firstName: 'Una', lastName: 'Score', role: 'viewer', isActive: false },
        {
          email: 'plain@list.test',
          firstName: 'Paula',
          lastName: 'Plain',
          role: 'government_official',
          isActive: true,
        },
      ] as const;
      for (const person of people) {
        const account = { ...person, phone: null, companyName: null, isVerified: true };
        const agency = { agencyId: person.role === 'government_official' ? agencyId : null };
        await hub.get(RegistrationService).createAccount({ ...account, ...agency }, aRegistration().password);
      }
    });

    const listed = async (query: Record<string, string | number | boolean>): Promise<string[]> => {
      const { status, body } = await admin.api.get('/users', { limit: 100, ...query });
      expect(status).toBe(200);
      expect(body.total).toBe(body.items.length);
      return body.items
        .map(({ email }: { email: string }) => email)
        .filter((email: string) => /list\.test$/.test(email));
    };

    it.each<[Record<string, string | number | boolean>, string[]]>([
      [{ q: 'list.test' }, ['percent%25@list.test', 'plain@list.test', 'under_score@list.test']],
      [{ q: 'PLAIN@' }, ['plain@list.test']],
      [{ q: 'paula pl' }, ['plain@list.test']],
      [{ q: ' score ' }, ['under_score@list.test']],
      [{ q: '%' }, ['percent%25@list.test']],
      [{ q: '_score' }, ['under_score@list.test']],
      [{ q: '\\' }, []],
      [{ q: 'list.test', role: 'viewer' }, ['percent%25@list.test', 'under_score@list.test']],
      [{ q: 'list.test', isActive: false }, ['under_score@list.test']],
      [{ q: 'list.test', isActive: true }, ['percent%25@list.test', 'plain@list.test']],
      [{ role: 'viewer', isActive: true, q: 'una' }, []],
    ])('filters by %j', async (query, expected) => {
      expect(await listed(query)).toEqual(expected);
    });

    it('filters by agency', async () => {
      const [{ agency_id: agencyId } = {}] = await hub.query(
        `SELECT agency_id FROM users WHERE email = 'plain@list.test'`,
      );
      expect(await listed({ agencyId: String(agencyId) })).toEqual(['plain@list.test']);
      expect(await listed({ agencyId: randomUUID() })).toEqual([]);
    });

    it('gives parts that together are everything, by e-mail address', async () => {
      const { body } = await admin.api.get('/users', { limit: 100 });
      const emails: string[] = body.items.map(({ email }: { email: string }) => email);
      expect(emails).toEqual([...emails].sort());
      const first = await admin.api.get('/users', { limit: 2 });
      const rest = await admin.api.get('/users', { limit: 100, cursor: first.body.nextCursor });
      expect([...first.body.items, ...rest.body.items]).toEqual(body.items);
      expect(first.body.total).toBe(emails.length);
    });

    it.each([
      ['role', 'king'],
      ['isActive', 'yes'],
      ['isActive', '1'],
      ['agencyId', '7'],
      ['q', ' '],
      ['limit', '101'],
      ['sort', 'email'],
    ])('refuses %s=%s', async (name, value) => {
      const { status, body } = await admin.api.get('/users', { [name]: value });
      expect([status, body.errors?.[0]?.field]).toEqual([422, name]);
    });

    it('shows of each person what the API shows of anybody, and no more', async () => {
      const { body } = await admin.api.get('/users', { q: 'plain@list.test' });
      expect(body.items[0]).toEqual({
        id: expect.any(String),
        email: 'plain@list.test',
        firstName: 'Paula',
        lastName: 'Plain',
        phone: null,
        companyName: null,
        isActive: true,
        isVerified: true,
        createdAt: '2026-04-10T12:00:00.000Z',
        role: 'government_official',
        agencyId: expect.any(String),
      });
    });
  });

  describe('one account', () => {
    it('is read and changed: an absent field stays, null clears', async () => {
      const { id, email } = await signIn(hub);
      const path = `/users/${id}`;
      const read = await admin.api.get(path);
      expect([read.status, read.headers['etag'], read.body.email]).toEqual([200, '"1"', email]);

      const changed = await admin.api.put(path, { firstName: 'Grace', phone: '801-555-0100', companyName: 'Snow LLC' });
      expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
      const expected = { ...read.body, firstName: 'Grace', phone: '801-555-0100', companyName: 'Snow LLC' };
      expect(changed.body).toEqual(expected);

      expect((await admin.api.put(path, { phone: null })).body).toEqual({ ...expected, phone: null });
      expect((await admin.api.get(path)).body).toEqual({ ...expected, phone: null });
      expect(await actionsOn(id)).toEqual(['account.updated', 'account.updated']);
    });

    it('is not changed where everything is as wanted already', async () => {
      const { id } = await signIn(hub);
      expect((await admin.api.put(`/users/${id}`, { firstName: 'Ada', phone: null })).headers['etag']).toBe('"1"');
      expect(await actionsOn(id)).toEqual([]);
    });

    it.each([
      ['email', 'mine@example.test'],
      ['password', 'a password of my own'],
      ['passwordHash', 'x'],
      ['role', 'admin'],
      ['isActive', false],
      ['isVerified', true],
      ['id', randomUUID()],
      ['version', 9],
      ['createdAt', '2020-01-01'],
    ])('keeps %s out of the reach of administrators', async (field, value) => {
      const { id } = await signIn(hub);
      const before = await rowOf(id);
      expect(errorOf(await admin.api.put(`/users/${id}`, { [field]: value }))).toEqual([422, field, 'unknown-field']);
      expect(await rowOf(id)).toEqual(before);
    });

    it.each([
      ['firstName', null],
      ['firstName', ''],
      ['firstName', ' '],
      ['lastName', 'x'.repeat(51)],
      ['lastName', null],
      ['phone', '1'.repeat(21)],
      ['companyName', 'x'.repeat(101)],
      ['agencyId', 'x'],
      ['agencyId', ['x']],
    ])('refuses %s %j', async (field, value) => {
      const { status, body } = await admin.api.put(`/users/${admin.id}`, { [field]: value });
      expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
    });

    it('has an agency only as a government official, and only one that exists', async () => {
      const [owner, official] = await Promise.all([signIn(hub), signIn(hub, 'government_official')]);
      const { id: agencyId } = await anAgency(hub);
      const put = (person: Person, id: string | null) => admin.api.put(`/users/${person.id}`, { agencyId: id });
      expect(errorOf(await put(owner, agencyId))).toEqual([422, 'agencyId', 'not-an-official']);
      expect(errorOf(await put(official, randomUUID()))).toEqual([422, 'agencyId', 'unknown-agency']);
      expect((await put(official, agencyId)).body.agencyId).toBe(agencyId);
      expect((await put(official, null)).body.agencyId).toBeNull();
      expect((await put(owner, null)).status).toBe(200);
    });

    it('loses no update: of many who read the same version one succeeds', async () => {
      const { id } = await signIn(hub);
      const path = `/users/${id}`;
      const tag = (await admin.api.get(path)).headers['etag'] ?? '';
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => admin.api.put(path, { phone: `${index}` }, { 'If-Match': tag })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
      const winner = answers.find(({ status }) => status === 200);
      expect((await admin.api.get(path)).body).toEqual(winner?.body);
      const stale = await admin.api.delete(path, { 'If-Match': tag });
      expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
    });

    it.each(['"abc", "1"', '"1","1"', 'W/"1", "1"', '"9", "1"', '*'])(
      'is changed where one of %s is it',
      async (tags) => {
        const { id } = await signIn(hub);
        expect((await admin.api.put(`/users/${id}`, { phone: '1' }, { 'If-Match': tags })).status).toBe(200);
      },
    );

    it('answers 404 where there is none, 400 for what is no id', async () => {
      for (const [id, status] of [
        [randomUUID(), 404],
        ['1', 400],
      ] as const) {
        const path = `/users/${id}`;
        const answers = [
          await admin.api.get(path),
          await admin.api.put(path, {}),
          await admin.api.delete(path, { 'If-Match': 'no tag' }),
          await admin.api.put(`/admin${path}/role`, { role: 'viewer' }),
        ];
        expect(answers.map((answer) => answer.status)).toEqual([status, status, status, status]);
      }
    });

    it('is for administrators alone, also the own one', async () => {
      const { api, id } = await signIn(hub, 'government_official');
      const path = `/users/${id}`;
      const answers = [
        await api.get('/users'),
        await api.get(path),
        await api.put(path, { firstName: 'Eve' }),
        await api.delete(path),
        await api.put(`/admin${path}/role`, { role: 'admin' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
      expect(await rowOf(id)).toMatchObject({ first_name: 'Ada', role: 'government_official' });
    });
  });

  describe('role and standing', () => {
    const asks: readonly (readonly [string, string, 'PUT' | 'POST'])[] = [
      ['/admin/users/ID/role', `role = 'viewer'`, 'PUT'],
      ['/users/ID/deactivate', 'NOT is_active', 'POST'],
      ['/users/ID/activate', 'is_active', 'POST'],
    ];

    it.each(asks)('%s changes only the version that was read', async (path, effect, method) => {
      const { id } = await signIn(hub);
      await hub.query(`UPDATE users SET version = 7, is_active = $2 WHERE id = $1`, [id, effect !== 'is_active']);
      const ask = (tag: string) => {
        const body = method === 'PUT' ? { role: 'viewer' } : undefined;
        return admin.api.send({ method, path: `/api/v1${path.replace('ID', id)}`, body, headers: { 'If-Match': tag } });
      };
      const stale = await ask('"6"');
      expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
      expect(await hub.query(`SELECT FROM users WHERE id = $1 AND ${effect}`, [id])).toEqual([]);
      const done = await ask('"6", "7"');
      expect([done.status, done.headers['etag']]).toEqual([200, '"8"']);
      expect(await hub.query(`SELECT FROM users WHERE id = $1 AND ${effect}`, [id])).toHaveLength(1);
    });
  });

  describe('roles', () => {
    const changeRole = (id: string, request: object) => admin.api.put(`/admin/users/${id}/role`, request);

    it('act from the next request on', async () => {
      const person = await signIn(hub, 'viewer');
      expect((await person.api.get('/admin/imports')).status).toBe(403);
      expect((await changeRole(person.id, { role: 'admin' })).body).toMatchObject({ id: person.id, role: 'admin' });
      expect((await person.api.get('/admin/imports')).status).toBe(200);
      await changeRole(person.id, { role: 'viewer' });
      expect((await person.api.get('/admin/imports')).status).toBe(403);
      expect(await actionsOn(person.id)).toEqual(['account.role-changed', 'account.role-changed']);
    });

    it('keep the agency of officials, and of nobody else', async () => {
      const [{ id: agencyId }, { id: otherId }] = await Promise.all([anAgency(hub), anAgency(hub)]);
      const { id } = await signIn(hub);
      const agencyAfter = async (request: object): Promise<unknown> => (await changeRole(id, request)).body.agencyId;
      expect(await agencyAfter({ role: 'government_official', agencyId })).toBe(agencyId);
      expect(await agencyAfter({ role: 'government_official' })).toBe(agencyId);
      expect(await agencyAfter({ role: 'government_official', agencyId: otherId })).toBe(otherId);
      expect(await agencyAfter({ role: 'viewer' })).toBeUndefined();
      expect(await agencyAfter({ role: 'government_official' })).toBeNull();
      expect(errorOf(await changeRole(id, { role: 'viewer', agencyId }))).toEqual([422, 'agencyId', 'not-an-official']);
      const unknown = await changeRole(id, { role: 'government_official', agencyId: randomUUID() });
      expect(errorOf(unknown)).toEqual([422, 'agencyId', 'unknown-agency']);
    });

    it.each<[object, string]>([
      [{}, 'role'],
      [{ role: 'king' }, 'role'],
      [{ role: null }, 'role'],
      [{ role: 'viewer', agencyId: null }, 'agencyId'],
      [{ role: 'viewer', isActive: true }, 'isActive'],
    ])('refuse %j', async (request, field) => {
      const { status, body } = await changeRole(admin.id, request);
      expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
    });
  });

  describe('deletion', () => {
    it('takes everything of the person with it, and shuts the session at once', async () => {
      const person = await signIn(hub);
      const businessId = await createBusiness(person.api);
      await hub.get(OutgoingMails).enqueue({ kind: 'test', recipient: person.email, userId: person.id });
      expect((await admin.api.delete(`/users/${person.id}`)).status).toBe(204);
      expect((await person.api.get('/auth/me')).status).toBe(401);
      expect((await hub.anonymous.post('/auth/refresh', { refresh_token: person.refreshToken })).status).toBe(401);
      expect((await admin.api.get(`/businesses/${businessId}`)).status).toBe(404);
      expect((await admin.api.get(`/users/${person.id}`)).status).toBe(404);
      const [left] = await hub.query(
        `SELECT (SELECT count(*)::integer FROM sessions WHERE user_id = $1) AS sessions,
                (SELECT count(*)::integer FROM outgoing_mails WHERE user_id = $1) AS mails,
                (SELECT count(*)::integer FROM businesses WHERE id = $2) AS businesses`,
        [person.id, businessId],
      );
      expect(left).toEqual({ sessions: 0, mails: 0, businesses: 0 });
      expect(await actionsOn(person.id)).toEqual(['account.deleted']);
    });

    it('leaves nothing personal that could be read in the log', async () => {
      const person = await signIn(hub);
      await admin.api.put(`/users/${person.id}`, { firstName: 'Unforgettable' });
      await admin.api.delete(`/users/${person.id}`);
      const keys = await hub.query('SELECT key FROM audit_person_keys WHERE person_id = $1', [person.id]);
      expect(keys).toEqual([{ key: null }]);
    });

    it('happens as a whole or not at all', async () => {
      const person = await signIn(hub);
      const businessId = await createBusiness(person.api);
      await hub.get(DataSource).transaction(async (other) => {
        await other.query('SELECT FROM businesses WHERE id = $1 FOR UPDATE', [businessId]);
        const refused = admin.api.delete(`/users/${person.id}`);
        await until('it waits for the profile', async () => (await endWaiting(hub)) === 1);
        expect((await refused).status).toBe(503);
      });
      expect((await person.api.get('/auth/me')).status).toBe(200);
      expect((await person.api.get(`/businesses/${businessId}`)).status).toBe(200);
      expect(await actionsOn(person.id)).toEqual([]);
      expect((await admin.api.delete(`/users/${person.id}`)).status).toBe(204);
    });

    it('never meets a profile that is created at the same time half-way', async () => {
      for (let round = 0; round < 10; round += 1) {
        const person = await signIn(hub);
        const [created, deleted] = await Promise.all([
          person.api.post('/businesses', { companyName: `Fleeting ${round}` }),
          admin.api.delete(`/users/${person.id}`),
        ]);
        expect(deleted.status).toBe(204);
        expect([201, 401, 404]).toContain(created.status);
      }
      expect(await hub.query(`SELECT FROM businesses WHERE company_name LIKE 'Fleeting%'`)).toEqual([]);
    });
  });
});
