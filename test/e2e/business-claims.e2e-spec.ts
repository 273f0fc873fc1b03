import { randomUUID } from 'node:crypto';
import type { NewBusiness } from '../../src/modules/businesses';
import { startHub, type TestHub } from '../support/app';
import { aProfile, createBusiness } from '../support/businesses';
import { anUnownedBusiness, claim, claimed, countRows, decide, ownerOfBusiness } from '../support/claims';
import { PASSWORD, type Person, signIn } from '../support/people';

const NOW = '2026-04-10T12:00:00.000Z';
const CONFIRM = { decision: 'confirmed', reason: 'The address belongs to the firm.' };
const REFUSE = { decision: 'refused', reason: 'Nobody there knows <b>you</b>.' };

describe('claims of profiles that nobody owns', () => {
  let hub: TestHub;
  let admin: Person;

  beforeAll(async () => {
    hub = await startHub({ THROTTLE_SCALE: '1000' });
    admin = await signIn(hub, 'admin');
  });

  afterAll(() => hub.close());

  const unowned = (given: Partial<NewBusiness> = {}): Promise<string> => anUnownedBusiness(hub, given);
  const rowOf = async (claimId: string): Promise<Record<string, unknown> | undefined> => {
    const rows = await hub.query('SELECT * FROM business_claims WHERE id = $1', [claimId]);
    return rows[0];
  };
  const ownerOf = (businessId: string): Promise<unknown> => ownerOfBusiness(hub, businessId);
  const countOf = ({ id }: Person): Promise<unknown> => countRows(hub, 'business_claims', 'claimant_id', id);
  const mailsOf = ({ id }: Person): Promise<unknown> => countRows(hub, 'outgoing_mails', 'user_id', id);
  const actionsOn = async (businessId: string): Promise<unknown[]> => {
    const rows = await hub.query('SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY sequence', [
      businessId,
    ]);
    return rows.map(({ action }) => action);
  };

  describe('making one', () => {
    it('is for owners of businesses with a verified address', async () => {
      const businessId = await unowned();
      const [viewer, official, unverified] = [
        await signIn(hub, 'viewer'),
        await signIn(hub, 'government_official'),
        await signIn(hub),
      ];
      await hub.query('UPDATE users SET is_verified = false WHERE id = $1', [unverified.id]);
      expect((await hub.anonymous.post(`/businesses/${businessId}/claims`, {})).status).toBe(401);
      for (const [person, code] of [
        [viewer, 'forbidden'],
        [official, 'forbidden'],
        [unverified, 'email-unverified'],
      ] as const) {
        const { status, body } = await claim(person, businessId);
        expect([status, body.code]).toEqual([403, code]);
        expect(await countOf(person)).toBe(0);
      }
    });

    it('stores it to be decided, and gives nothing yet', async () => {
      const [person, profile] = [await signIn(hub), aProfile()];
      const businessId = await unowned(profile);
      const made = await claim(person, businessId, { note: 'I founded it.\nAsk the bank.' });
      expect(made.status).toBe(201);
      expect(made.body).toEqual({
        id: expect.any(String),
        businessId,
        companyName: profile.companyName,
        presentCompanyName: profile.companyName,
        presentUeiNumber: null,
        claimantId: person.id,
        status: 'pending',
        note: 'I founded it.\nAsk the bank.',
        createdAt: NOW,
        reason: null,
        decidedAt: null,
      });
      expect(await rowOf(made.body.id)).toMatchObject({
        business_id: businessId,
        claimant_id: person.id,
        mail_id: null,
      });
      expect(await ownerOf(businessId)).toBeNull();
      expect(await actionsOn(businessId)).toEqual(['business.claim-made']);
      expect((await person.api.put(`/businesses/${businessId}`, { description: 'Mine' })).status).toBe(403);
    });

    it('needs no words, and happens once under one key', async () => {
      const [person, businessId] = [await signIn(hub), await unowned()];
      const send = (): ReturnType<Person['api']['post']> =>
        person.api.post(`/businesses/${businessId}/claims`, undefined, { 'Idempotency-Key': 'one' });
      const [first, again] = [await send(), await send()];
      expect([first.status, again.status, first.body.note]).toEqual([201, 201, null]);
      expect(again.body).toEqual(first.body);
      expect(await countOf(person)).toBe(1);
    });

    it.each<[string, object, string]>([
      ['a note that is too long', { note: 'x'.repeat(2_001) }, 'note'],
      ['a note that is no text', { note: 7 }, 'note'],
      ['a status', { status: 'confirmed' }, 'status'],
    ])('refuses %s', async (_, body, field) => {
      const [person, businessId] = [await signIn(hub), await unowned()];
      const answer = await claim(person, businessId, body);
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, field]);
      expect(await countOf(person)).toBe(0);
    });

    it('takes the longest note', async () => {
      const [person, note] = [await signIn(hub), 'x'.repeat(2_000)];
      expect((await claim(person, await unowned(), { note })).body.note).toBe(note);
    });

    it('finds no profile that does not exist, or that the person may not see', async () => {
      const person = await signIn(hub);
      expect((await claim(person, randomUUID())).status).toBe(404);
      expect((await claim(person, await unowned({ visibility: 'private' }))).status).toBe(404);
      expect((await claim(person, '1')).status).toBe(400);
    });

    it('is refused for a profile that somebody owns, to who owns one, and a second time', async () => {
      const [owner, person] = [await signIn(hub), await signIn(hub)];
      const [ownedId, unownedId] = [await createBusiness(owner.api), await unowned()];
      await claimed(person, unownedId);
      for (const [who, businessId, code] of [
        [person, ownedId, 'business-claimed'],
        [owner, ownedId, 'business-claimed'],
        [owner, unownedId, 'business-exists'],
        [person, unownedId, 'claim-exists'],
      ] as const) {
        const { status, body } = await claim(who, businessId);
        expect([status, body.code]).toEqual([409, code]);
      }
      expect([await countOf(owner), await countOf(person)]).toEqual([0, 1]);
    });

    it('is possible five times at once, however many are asked for at the same time', async () => {
      const person = await signIn(hub);
      const ids = await Promise.all(Array.from({ length: 8 }, () => unowned()));
      const answers = await Promise.all(ids.map((businessId) => claim(person, businessId)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 409, 409, 409]);
      const refused = answers.filter(({ status }) => status === 409);
      expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['too-many-claims']));
      // One that was decided makes room.
      const decidedId = answers.find(({ status }) => status === 201)?.body.id;
      expect((await decide(admin, decidedId, REFUSE)).status).toBe(200);
      expect((await claim(person, await unowned())).status).toBe(201);
    });

    it('happens once, however often it is sent at the same time', async () => {
      const [person, businessId] = [await signIn(hub), await unowned()];
      const answers = await Promise.all(Array.from({ length: 5 }, () => claim(person, businessId)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
      expect(await countOf(person)).toBe(1);
    });
  });

  describe('the list', () => {
    it('holds the own ones, and everybody’s for administrators; the latest first', async () => {
      const [one, other] = [await signIn(hub), await signIn(hub)];
      const [first, second, foreign] = [
        await claimed(one, await unowned()),
        await claimed(one, await unowned()),
        await claimed(other, await unowned()),
      ];
      await decide(admin, first, REFUSE);
      const own = await one.api.get('/business-claims');
      expect(own.body.items.map(({ id }: { id: string }) => id)).toEqual([second, first]);
      expect(own.body).toMatchObject({ total: 2, nextCursor: null });
      const refused = await one.api.get('/business-claims', { status: 'refused' });
      expect(refused.body.items).toMatchObject([{ id: first, reason: REFUSE.reason, decidedAt: NOW }]);

      const all = await admin.api.get('/business-claims', { status: 'pending', limit: 2 });
      expect(all.body.items.map(({ id }: { id: string }) => id)).toEqual([foreign, second]);
      const [row] = await hub.query(`SELECT count(*)::int AS count FROM business_claims WHERE status = 'pending'`);
      expect(all.body.total).toBe(row?.['count']);
      const next = await admin.api.get('/business-claims', {
        status: 'pending',
        limit: 2,
        cursor: all.body.nextCursor,
      });
      expect(next.body.offset).toBe(2);
    });

    it('says what became of the profile since, which an import may have made another firm', async () => {
      const [person, profile] = [await signIn(hub), aProfile()];
      const businessId = await unowned(profile);
      const claimId = await claimed(person, businessId);
      await hub.query(`UPDATE businesses SET company_name = 'Other Corp', uei_number = 'ZQGGHJH74DW7' WHERE id = $1`, [
        businessId,
      ]);
      const { body } = await admin.api.get('/business-claims', { status: 'pending', limit: 1 });
      expect(body.items).toMatchObject([
        {
          id: claimId,
          companyName: profile.companyName,
          presentCompanyName: 'Other Corp',
          presentUeiNumber: 'ZQGGHJH74DW7',
        },
      ]);
      // From then on whoever owns it says who may see it.
      expect((await decide(admin, claimId, REFUSE)).body).toMatchObject({
        presentCompanyName: null,
        presentUeiNumber: null,
      });
    });

    it('is for owners of businesses and administrators', async () => {
      const [viewer, official] = [await signIn(hub, 'viewer'), await signIn(hub, 'government_official')];
      const answers = await Promise.all(
        [hub.anonymous, viewer.api, official.api].map((api) => api.get('/business-claims')),
      );
      expect(answers.map(({ status }) => status)).toEqual([401, 403, 403]);
      expect((await admin.api.get('/business-claims', { status: 'lost' })).status).toBe(422);
    });
  });

  describe('the decision', () => {
    it('is for administrators alone', async () => {
      const [person, businessId] = [await signIn(hub), await unowned()];
      const claimId = await claimed(person, businessId);
      const [viewer, stranger] = [await signIn(hub, 'viewer'), await signIn(hub)];
      const asked = [hub.anonymous, viewer.api, stranger.api, person.api];
      const answers = await Promise.all(asked.map((api) => api.put(`/admin/business-claims/${claimId}`, CONFIRM)));
      expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 403]);
      expect(await rowOf(claimId)).toMatchObject({ status: 'pending' });
      expect(await ownerOf(businessId)).toBeNull();
    });

    it('makes the claimant the owner, refuses all others and tells everybody', async () => {
      const [person, rival, profile] = [await signIn(hub), await signIn(hub), aProfile()];
      const businessId = await unowned(profile);
      const [claimId, rivalId] = [await claimed(person, businessId), await claimed(rival, businessId)];
      expect((await person.api.get(`/businesses/${businessId}`)).body.isClaimed).toBe(false);

      const { status, body } = await decide(admin, claimId, CONFIRM);
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: claimId, status: 'confirmed', reason: CONFIRM.reason, decidedAt: NOW });
      expect(await rowOf(claimId)).toMatchObject({ status: 'confirmed', decided_by: admin.id });
      expect(await rowOf(rivalId)).toMatchObject({
        status: 'refused',
        decided_by: admin.id,
        reason: 'Another claim of this profile was confirmed.',
      });
      const [row] = await hub.query('SELECT owner_id, version, match_revision FROM businesses WHERE id = $1', [
        businessId,
      ]);
      expect(row).toEqual({ owner_id: person.id, version: 2, match_revision: 1 });
      const shown = await person.api.get(`/businesses/${businessId}`);
      expect([shown.body.isClaimed, shown.body.visibility, shown.headers['etag']]).toEqual([true, 'public', '"2"']);
      expect((await person.api.put(`/businesses/${businessId}`, { description: 'Mine.' })).status).toBe(200);
      expect(await actionsOn(businessId)).toEqual([
        'business.claim-made',
        'business.claim-made',
        'business.claim-confirmed',
        'business.claim-refused',
      ]);

      await hub.deliverMail();
      const mail = await hub.mailbox.mailTo(person.email, 'Your claim of a profile was confirmed');
      expect(mail.text).toContain(profile.companyName);
      expect(mail.text).toContain(CONFIRM.reason);
      expect(mail.html).toContain(CONFIRM.reason);
      const other = await hub.mailbox.mailTo(rival.email, 'Your claim of a profile was refused');
      expect(other.text).toContain('Another claim of this profile was confirmed.');
      expect([await mailsOf(person), await mailsOf(rival)]).toEqual([1, 1]);
    });

    it('may refuse: then nobody owns the profile, and the person may claim it anew', async () => {
      const [person, rival, businessId] = [await signIn(hub), await signIn(hub), await unowned()];
      const [claimId, rivalId] = [await claimed(person, businessId), await claimed(rival, businessId)];
      const { status, body } = await decide(admin, claimId, REFUSE);
      expect([status, body.status]).toEqual([200, 'refused']);
      expect(await rowOf(rivalId)).toMatchObject({ status: 'pending' });
      const [row] = await hub.query('SELECT owner_id, version FROM businesses WHERE id = $1', [businessId]);
      expect(row).toEqual({ owner_id: null, version: 1 });
      await hub.deliverMail();
      const mail = await hub.mailbox.mailTo(person.email, 'Your claim of a profile was refused');
      expect(mail.html).toContain('&lt;b&gt;you&lt;');
      expect((await claim(person, businessId)).status).toBe(201);
    });

    it('is made once', async () => {
      const [person, businessId] = [await signIn(hub), await unowned()];
      const claimId = await claimed(person, businessId);
      await decide(admin, claimId, REFUSE);
      for (const body of [REFUSE, CONFIRM]) {
        const again = await decide(admin, claimId, body);
        expect([again.status, again.body.code]).toEqual([409, 'claim-decided']);
      }
      expect(await ownerOf(businessId)).toBeNull();
      expect(await mailsOf(person)).toBe(1);
    });

    it.each<[string, object, string]>([
      ['no decision', { decision: undefined }, 'decision'],
      ['another decision', { decision: 'pending' }, 'decision'],
      ['no reason', { reason: undefined }, 'reason'],
      ['a blank reason', { reason: ' ' }, 'reason'],
      ['a reason that is too long', { reason: 'x'.repeat(1_001) }, 'reason'],
      ['an owner', { ownerId: randomUUID() }, 'ownerId'],
    ])('refuses %s', async (_, given, field) => {
      const { status, body } = await decide(admin, randomUUID(), { ...CONFIRM, ...given });
      expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
    });

    it('answers 404 for a claim that does not exist, 400 for what is no id', async () => {
      expect((await decide(admin, randomUUID(), CONFIRM)).status).toBe(404);
      expect((await decide(admin, '1', CONFIRM)).status).toBe(400);
    });

    it.each<[string, string, (person: Person, businessId: string) => Promise<unknown>]>([
      [
        'the profile has an owner',
        'business-claimed',
        async (_, businessId) =>
          hub.query('UPDATE businesses SET owner_id = $2 WHERE id = $1', [businessId, (await signIn(hub)).id]),
      ],
      ['the claimant has a profile', 'business-exists', (person) => createBusiness(person.api)],
      [
        'the name is that of an owned profile',
        'company-name-taken',
        async (_, businessId) => {
          const [row] = await hub.query('SELECT company_name FROM businesses WHERE id = $1', [businessId]);
          await createBusiness((await signIn(hub)).api, { companyName: row?.['company_name'] });
        },
      ],
      [
        'the claimant may own none any more',
        'claimant-unfit',
        (person) => hub.query(`UPDATE users SET role = 'viewer' WHERE id = $1`, [person.id]),
      ],
      [
        'the claimant has an address that is unverified',
        'claimant-unfit',
        (person) => hub.query('UPDATE users SET is_verified = false WHERE id = $1', [person.id]),
      ],
    ])('cannot confirm when meanwhile %s', async (_, code, change) => {
      const [person, businessId] = [await signIn(hub), await unowned()];
      const claimId = await claimed(person, businessId);
      await change(person, businessId);
      const { status, body } = await decide(admin, claimId, CONFIRM);
      expect([status, body.code]).toEqual([409, code]);
      expect(await rowOf(claimId)).toMatchObject({ status: 'pending', mail_id: null });
      expect(await ownerOf(businessId)).not.toBe(person.id);
      expect(await mailsOf(person)).toBe(0);
      expect((await decide(admin, claimId, REFUSE)).status).toBe(200);
    });

    it('says nothing to an address that may be a stranger’s', async () => {
      const [person, businessId] = [await signIn(hub), await unowned()];
      const claimId = await claimed(person, businessId);
      await hub.query('UPDATE users SET is_verified = false WHERE id = $1', [person.id]);
      await decide(admin, claimId, REFUSE);
      await hub.deliverMail();
      const [row] = await hub.query('SELECT outcome FROM outgoing_mails WHERE user_id = $1', [person.id]);
      expect(row).toEqual({ outcome: 'dropped' });
    });
  });

  it('go with the account, and with the profile', async () => {
    const [person, other, businessId] = [await signIn(hub), await signIn(hub), await unowned()];
    await claimed(person, businessId);
    await claimed(other, businessId);
    const body = { currentPassword: PASSWORD };
    expect((await person.api.send({ method: 'DELETE', path: '/api/v1/users/me', body })).status).toBe(204);
    expect([await countOf(person), await countOf(other)]).toEqual([0, 1]);
    expect((await admin.api.delete(`/businesses/${businessId}`)).status).toBe(204);
    expect(await countOf(other)).toBe(0);
  });
});
