import { randomUUID } from 'node:crypto';
import { DomainError } from '../../src/common/errors/domain-error';
import { AuditTrail } from '../../src/modules/audit/service/audit-trail.service';
import { VerificationsService } from '../../src/modules/businesses/service/verifications.service';
import { startHub, type TestHub } from '../support/app';
import { aProfile, createBusiness } from '../support/businesses';
import { type Person, signIn } from '../support/people';

const NOW = '2026-04-10T12:00:00.000Z';
const CONFIRMED = { verified: true, reason: 'Compared with SAM.gov.' };
const WITHDRAWN = { verified: false, reason: 'The address does not exist.' };

describe('the verification of a business', () => {
  let hub: TestHub;
  let admin: Person;
  let owner: Person;
  let stranger: Person;
  let id: string;
  let path: string;

  beforeAll(async () => {
    hub = await startHub();
    [admin, stranger] = await Promise.all([signIn(hub, 'admin'), signIn(hub)]);
  });

  afterAll(() => hub.close());

  beforeEach(async () => {
    owner = await signIn(hub);
    id = await createBusiness(owner.api);
    path = `/admin/businesses/${id}`;
  });

  const rowOf = async (businessId = id): Promise<Record<string, unknown> | undefined> => {
    const rows = await hub.query('SELECT verified_at, version, match_revision FROM businesses WHERE id = $1', [
      businessId,
    ]);
    return rows[0];
  };
  const historyOf = (businessId = id): Promise<Record<string, unknown>[]> =>
    hub.query(
      'SELECT verified, reason, decided_by, decided_at FROM business_verifications WHERE business_id = $1 ORDER BY id',
      [businessId],
    );
  const actionsOn = async (subject: string): Promise<unknown[]> => {
    const rows = await hub.query(
      `SELECT action, actor_id FROM audit_events WHERE subject_id = $1 AND action LIKE 'business.%' ORDER BY sequence`,
      [subject],
    );
    return rows.map(({ action, actor_id }) => [action, actor_id]);
  };

  it('is for administrators alone', async () => {
    const [viewer, official] = [await signIn(hub, 'viewer'), await signIn(hub, 'government_official')];
    const asked = [hub.anonymous, viewer.api, official.api, stranger.api, owner.api];
    const decided = await Promise.all(asked.map((api) => api.put(`${path}/verification`, CONFIRMED)));
    const listed = await Promise.all(asked.map((api) => api.get(`${path}/verifications`)));
    for (const answers of [decided, listed]) {
      expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 403, 403]);
    }
    expect(await rowOf()).toMatchObject({ verified_at: null, version: 1 });
    expect(await historyOf()).toEqual([]);
  });

  it('is given and withdrawn; every decision is kept, with a trace', async () => {
    expect((await stranger.api.get(`/businesses/${id}`)).body.verifiedAt).toBeNull();
    const given = await admin.api.put(`${path}/verification`, CONFIRMED, { 'If-Match': '"1"' });
    expect([given.status, given.headers['etag']]).toEqual([200, '"2"']);
    expect(given.body).toEqual({ businessId: id, verifiedAt: NOW, ...CONFIRMED, decidedAt: NOW });
    // The change takes the kept view away from everybody.
    const shown = await stranger.api.get(`/businesses/${id}`);
    expect([shown.body.verifiedAt, shown.headers['etag']]).toEqual([NOW, '"2"']);
    expect(await rowOf()).toEqual({ verified_at: new Date(NOW), version: 2, match_revision: 1 });

    const withdrawn = await admin.api.put(`${path}/verification`, WITHDRAWN);
    expect([withdrawn.status, withdrawn.headers['etag']]).toEqual([200, '"3"']);
    expect(withdrawn.body).toEqual({ businessId: id, verifiedAt: null, ...WITHDRAWN, decidedAt: NOW });
    expect((await stranger.api.get(`/businesses/${id}`)).body.verifiedAt).toBeNull();
    expect(await rowOf()).toEqual({ verified_at: null, version: 3, match_revision: 1 });

    const decider = { decided_by: admin.id, decided_at: new Date(NOW) };
    expect(await historyOf()).toEqual([
      { ...CONFIRMED, ...decider },
      { ...WITHDRAWN, ...decider },
    ]);
    expect(await actionsOn(id)).toEqual([
      ['business.verified', admin.id],
      ['business.verification-withdrawn', admin.id],
    ]);
    const question = { subjectId: id, action: 'business.verified' } as const;
    const { events } = await hub.get(AuditTrail).search(question, { limit: 1, offset: 0 });
    expect(events[0]?.changes).toEqual({
      before: { verifiedAt: null },
      after: { verifiedAt: NOW, reason: CONFIRMED.reason },
    });
  });

  it('counts again when it is confirmed once more', async () => {
    await admin.api.put(`${path}/verification`, CONFIRMED);
    expect((await admin.api.put(`${path}/verification`, CONFIRMED)).status).toBe(200);
    expect(await historyOf()).toHaveLength(2);
  });

  it('lists its history, the latest first, in parts', async () => {
    await admin.api.put(`${path}/verification`, CONFIRMED);
    await admin.api.put(`${path}/verification`, WITHDRAWN);
    const first = await admin.api.get(`${path}/verifications`, { limit: 1 });
    expect(first.body).toMatchObject({ total: 2, limit: 1, offset: 0 });
    const entry = { id: expect.any(String), businessId: id, decidedBy: admin.id, decidedAt: NOW };
    expect(first.body.items).toEqual([{ ...entry, ...WITHDRAWN }]);
    const rest = await admin.api.get(`${path}/verifications`, { limit: 1, cursor: first.body.nextCursor });
    expect([rest.body.items, rest.body.nextCursor]).toEqual([[{ ...entry, ...CONFIRMED }], null]);
  });

  it.each<[string, object, string]>([
    ['no answer', { verified: undefined }, 'verified'],
    ['an answer in words', { verified: 'true' }, 'verified'],
    ['an answer of null', { verified: null }, 'verified'],
    ['no reason', { reason: undefined }, 'reason'],
    ['an empty reason', { reason: '' }, 'reason'],
    ['a blank reason', { reason: ' \n' }, 'reason'],
    ['a reason that is too long', { reason: 'x'.repeat(1_001) }, 'reason'],
    ['a reason that is no text', { reason: 7 }, 'reason'],
    ['a day of its own', { verifiedAt: NOW }, 'verifiedAt'],
  ])('refuses %s', async (_, given, field) => {
    const { status, body } = await admin.api.put(`${path}/verification`, { ...CONFIRMED, ...given });
    expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
    expect(await historyOf()).toEqual([]);
  });

  it('takes a reason of the greatest length', async () => {
    const reason = 'x'.repeat(1_000);
    expect((await admin.api.put(`${path}/verification`, { verified: true, reason })).body.reason).toBe(reason);
  });

  it('answers 404 for a business that does not exist, 400 for what is no id', async () => {
    for (const [given, status] of [
      [randomUUID(), 404],
      ['1', 400],
    ] as const) {
      const answers = [
        await admin.api.put(`/admin/businesses/${given}/verification`, CONFIRMED),
        await admin.api.get(`/admin/businesses/${given}/verifications`),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([status, status]);
    }
  });

  it('is of the version that was looked at: of many who read the same one succeeds', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => admin.api.put(`${path}/verification`, CONFIRMED, { 'If-Match': '"1"' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
    expect(answers.find(({ status }) => status === 412)?.body.code).toBe('stale');
    expect(await historyOf()).toHaveLength(1);
    expect(await rowOf()).toMatchObject({ version: 2 });
  });

  it.each([
    ['company name', () => ({ companyName: aProfile().companyName })],
    ['Unique Entity ID', () => ({ ueiNumber: 'ZQGGHJH74DW7' })],
  ])('ends when the firm takes another %s', async (_, change) => {
    await admin.api.put(`${path}/verification`, CONFIRMED);
    const kept = await owner.api.put(`/businesses/${id}`, { description: 'We also paint.' });
    expect(kept.body.verifiedAt).toBe(NOW);

    const changed = await owner.api.put(`/businesses/${id}`, change());
    expect([changed.status, changed.body.verifiedAt]).toEqual([200, null]);
    const shown = await owner.api.get(`/businesses/${id}`);
    expect([shown.body.verifiedAt, shown.headers['etag']]).toEqual([null, changed.headers['etag']]);
    expect((await historyOf()).at(-1)).toEqual({
      verified: false,
      reason: 'The name or the Unique Entity ID was changed.',
      decided_by: null,
      decided_at: new Date(NOW),
    });
    expect(await actionsOn(id)).toEqual([
      ['business.verified', admin.id],
      ['business.verification-withdrawn', owner.id],
    ]);
    // What is not verified stays as it is.
    await owner.api.put(`/businesses/${id}`, { companyName: aProfile().companyName });
    expect(await historyOf()).toHaveLength(2);
  });

  it('ends together with the name or not at all', async () => {
    await admin.api.put(`${path}/verification`, CONFIRMED);
    const failure = new DomainError('conflict', 'test', 'The history cannot be written.');
    jest.spyOn(hub.get(VerificationsService), 'withdrawAfterIdentityChange').mockRejectedValueOnce(failure);
    const { status, body } = await owner.api.put(`/businesses/${id}`, { companyName: 'Another firm' });
    expect([status, body.code]).toEqual([409, 'test']);
    const { body: shown } = await owner.api.get(`/businesses/${id}`);
    expect([shown.verifiedAt, shown.companyName === 'Another firm']).toEqual([NOW, false]);
    expect(await rowOf()).toMatchObject({ version: 2 });
  });

  it('outlives the account of who decided, and goes with the business', async () => {
    const other = await signIn(hub, 'admin');
    await other.api.put(`${path}/verification`, CONFIRMED);
    expect((await admin.api.delete(`/users/${other.id}`)).status).toBe(204);
    expect(await historyOf()).toMatchObject([{ decided_by: null, verified: true }]);
    expect(await rowOf()).toMatchObject({ verified_at: new Date(NOW) });
    expect((await owner.api.delete(`/businesses/${id}`)).status).toBe(204);
    expect(await historyOf()).toEqual([]);
  });
});
