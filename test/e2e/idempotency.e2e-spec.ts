import { IdempotencySweep } from '../../src/infra/idempotency';
import { startHub, type TestHub } from '../support/app';
import { aProfile } from '../support/businesses';
import { type Person, signIn } from '../support/people';

const YESTERDAY = '2026-04-09T12:00:00Z';

describe('requests with an Idempotency-Key', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
  });

  afterAll(() => hub.close());

  const create = (person: Person, key: string, profile: object): ReturnType<Person['api']['post']> =>
    person.api.post('/businesses', profile, { 'Idempotency-Key': key });
  const count = async (table: 'idempotency_keys' | 'businesses', person: Person): Promise<unknown> => {
    const column = table === 'businesses' ? 'owner_id' : 'user_id';
    const [row] = await hub.query(`SELECT count(*)::int AS count FROM ${table} WHERE ${column} = $1`, [person.id]);
    return row?.['count'];
  };
  const age = (person: Person, createdAt: string): Promise<unknown> =>
    hub.query('UPDATE idempotency_keys SET created_at = $2 WHERE user_id = $1', [person.id, createdAt]);

  it('are answered as the first time, to the byte', async () => {
    const owner = await signIn(hub);
    const profile = aProfile({ description: 'Switches.' });
    const first = await create(owner, 'one', profile);
    expect([first.status, first.headers['etag'], first.headers['idempotency-replayed']]).toEqual([
      201,
      '"1"',
      undefined,
    ]);

    const turned = Object.fromEntries(Object.entries(profile).reverse());
    for (const again of [await create(owner, 'one', profile), await create(owner, 'one', turned)]) {
      expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([201, first.text, 'true']);
      for (const name of ['etag', 'content-type', 'content-length'])
        expect(again.headers[name]).toBe(first.headers[name]);
    }
    expect([await count('businesses', owner), await count('idempotency_keys', owner)]).toEqual([1, 1]);
  });

  it('look as they do without a key', async () => {
    const [one, other] = [await signIn(hub), await signIn(hub)];
    const [keyed, plain] = [await create(one, 'k', aProfile()), await other.api.post('/businesses', aProfile())];
    expect(Object.keys(keyed.body)).toEqual(Object.keys(plain.body));
    expect(Object.keys(keyed.headers).sort()).toEqual(Object.keys(plain.headers).sort());
    expect(keyed.headers['content-type']).toBe(plain.headers['content-type']);
    expect(await count('idempotency_keys', other)).toBe(0);
  });

  it('have one effect, however many come at once', async () => {
    const owner = await signIn(hub);
    const profile = aProfile();
    const answers = await Promise.all(Array.from({ length: 50 }, () => create(owner, 'many', profile)));
    const done = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    expect(done.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    for (const { status, body } of refused) expect([status, body.code]).toEqual([409, 'idempotency-key-in-use']);
    expect([await count('businesses', owner), await count('idempotency_keys', owner)]).toEqual([1, 1]);
  });

  it('are refused when they ask for something else', async () => {
    const owner = await signIn(hub);
    await create(owner, 'one', aProfile());
    const { status, body } = await create(owner, 'one', aProfile());
    expect([status, body.code, body.errors[0].field]).toEqual([422, 'idempotency-key-reused', 'Idempotency-Key']);
  });

  it('share no keys with another person', async () => {
    const [one, other] = [await signIn(hub), await signIn(hub)];
    const [first, second] = [await create(one, 'same', aProfile()), await create(other, 'same', aProfile())];
    expect([first.status, second.status, second.headers['idempotency-replayed']]).toEqual([201, 201, undefined]);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('are the same in whichever letters the path is written, and of another thing at another path', async () => {
    const [owner, admin] = [await signIn(hub), await signIn(hub, 'admin')];
    const { id } = (await owner.api.post('/businesses', aProfile())).body;
    const { id: otherId } = (await (await signIn(hub)).api.post('/businesses', aProfile())).body;
    const add = (path: string): ReturnType<Person['api']['post']> =>
      admin.api.post(path, { title: 'Roofs' }, { 'Idempotency-Key': 'roofs' });
    const first = await add(`/businesses/${id}/services`);
    for (const spelling of [`${id.toUpperCase()}/services`, `${id}/services/`, `${id}/Services`]) {
      const again = await add(`/businesses/${spelling}`);
      expect([again.status, again.text]).toEqual([201, first.text]);
    }
    expect((await add(`/businesses/${otherId}/services`)).headers['idempotency-replayed']).toBeUndefined();
    const { body } = await owner.api.get(`/businesses/${id}/services`);
    expect(body.total).toBe(1);
  });

  it('may be corrected after they failed', async () => {
    const [owner, rival] = [await signIn(hub), await signIn(hub)];
    const { companyName } = aProfile();
    await rival.api.post('/businesses', { companyName });
    expect((await create(owner, 'one', { companyName: '' })).status).toBe(422);
    expect((await create(owner, 'one', { companyName })).body.code).toBe('company-name-taken');
    expect(await count('idempotency_keys', owner)).toBe(0);
    const { status, headers } = await create(owner, 'one', aProfile());
    expect([status, headers['idempotency-replayed']]).toEqual([201, undefined]);
  });

  it.each([
    ['is empty', ''],
    ['is too long', 'x'.repeat(256)],
    ['holds a space', 'two words'],
    ['is not ASCII', 'schlüssel'],
  ])('are refused with a key that %s', async (_, key) => {
    const owner = await signIn(hub);
    const { status, body } = await create(owner, key, aProfile());
    expect([status, body.code, body.errors[0].field]).toEqual([422, 'validation-failed', 'Idempotency-Key']);
    expect(await count('businesses', owner)).toBe(0);
  });

  it('take a key of 255 characters', async () => {
    expect((await create(await signIn(hub), '~'.repeat(255), aProfile())).status).toBe(201);
  });

  it('run again a day later', async () => {
    const owner = await signIn(hub);
    const profile = aProfile();
    const first = await create(owner, 'one', profile);
    await owner.api.delete(`/businesses/${first.body.id}`);
    await age(owner, '2026-04-09T12:00:00.001Z');
    expect((await create(owner, 'one', profile)).text).toBe(first.text);
    await age(owner, YESTERDAY);
    const later = await create(owner, 'one', aProfile());
    expect([later.status, later.headers['idempotency-replayed']]).toEqual([201, undefined]);
    expect(later.body.id).not.toBe(first.body.id);
    expect(await count('idempotency_keys', owner)).toBe(1);
  });

  it('are forgotten when they are a day old, and with the account', async () => {
    const [old, young] = [await signIn(hub), await signIn(hub)];
    for (const owner of [old, young]) await create(owner, 'one', aProfile());
    await age(old, YESTERDAY);
    await hub.get(IdempotencySweep).sweepRegularly();
    expect([await count('idempotency_keys', old), await count('idempotency_keys', young)]).toEqual([0, 1]);
    await hub.query('DELETE FROM users WHERE id = $1', [young.id]);
    expect(await count('idempotency_keys', young)).toBe(0);
  });
});
