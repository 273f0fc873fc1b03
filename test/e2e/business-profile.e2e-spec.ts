import { UnitOfWork } from '../../src/infra/database';
import { Cache } from '../../src/infra/cache';
import { startHub, type TestHub } from '../support/app';
import { aFullProfile, aProfile, createBusiness } from '../support/businesses';
import { type Person, signIn } from '../support/people';
import { secretsIn } from '../support/secrets';

const EIN = '87-4443210';

describe('the profile of a business', () => {
  let hub: TestHub;
  let admin: Person;
  let stranger: Person;

  beforeAll(async () => {
    hub = await startHub();
    [admin, stranger] = await Promise.all([signIn(hub, 'admin'), signIn(hub)]);
  });

  afterAll(() => hub.close());

  const anOwner = async (profile: object = aProfile()): Promise<Person & { readonly path: string }> => {
    const person = await signIn(hub);
    return { ...person, path: `/businesses/${await createBusiness(person.api, profile)}` };
  };
  const rowOf = async (path: string): Promise<Record<string, unknown>> => {
    const [row] = await hub.query('SELECT * FROM businesses WHERE id = $1', [path.split('/')[2]]);
    return row ?? {};
  };

  describe('keeps the employer number', () => {
    it('sealed, and shows its last four digits to the owner and administrators alone', async () => {
      const owner = await anOwner(aProfile({ einNumber: EIN }));
      const views = await Promise.all([owner, admin, stranger].map(({ api }) => api.get(owner.path)));
      expect(views.map(({ body }) => body.einNumber)).toEqual(['**-***3210', '**-***3210', undefined]);
      const row = await rowOf(owner.path);
      expect(row['ein_last_four']).toBe('3210');
      expect(Buffer.from(String(row['ein_sealed'])).length).toBeGreaterThan(20);
      expect(secretsIn(JSON.stringify(row))).toEqual([]);
    });

    it('when the masked one is sent back, and gives it up for null', async () => {
      const owner = await anOwner(aProfile({ einNumber: EIN }));
      const before = await rowOf(owner.path);
      const echoed = await owner.api.put(owner.path, { einNumber: '**-***3210', dbaName: 'Snow' });
      expect([echoed.status, echoed.body.einNumber]).toEqual([200, '**-***3210']);
      expect((await rowOf(owner.path))['ein_sealed']).toEqual(before['ein_sealed']);
      const cleared = await owner.api.put(owner.path, { einNumber: null });
      expect(cleared.body.einNumber).toBeNull();
      expect(await rowOf(owner.path)).toMatchObject({ ein_sealed: null, ein_key_id: null, ein_last_four: null });
    });

    it('under its own mask alone, and is not changed by being said again', async () => {
      const owner = await anOwner(aProfile({ einNumber: EIN }));
      const other = await owner.api.put(owner.path, { einNumber: '**-***0000' });
      expect([other.status, other.body.errors?.[0]?.code]).toEqual([422, 'masked']);
      expect((await owner.api.put(owner.path, { einNumber: EIN })).headers['etag']).toBe('"1"');
      const bare = await anOwner();
      expect((await bare.api.put(bare.path, { einNumber: null })).headers['etag']).toBe('"1"');
    });

    it.each(['12345', '00-1234567', '89-1234567', 874443210, ''])('only if it is one: %j', async (einNumber) => {
      const { status, body, text } = await stranger.api.post('/businesses', { ...aProfile(), einNumber });
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'einNumber']);
      if (einNumber) expect(text).not.toContain(String(einNumber));
    });

    it('only if it is whole when nothing is known yet', async () => {
      const { status, body } = await stranger.api.post('/businesses', { ...aProfile(), einNumber: '**-***3210' });
      expect([status, body.errors?.[0]?.code]).toEqual([422, 'masked']);
    });
  });

  describe('says', () => {
    it('when it was said how the firm stands in SAM.gov', async () => {
      const owner = await anOwner(
        aProfile({ samRegistration: { status: 'active', expiresOn: '2027-01-31' }, excluded: false }),
      );
      const { body } = await owner.api.get(owner.path);
      expect(body).toMatchObject({
        samRegistration: { status: 'active', expiresOn: '2027-01-31', statedOn: '2026-04-10' },
        excluded: false,
        excludedStatedOn: '2026-04-10',
      });
      const cleared = await owner.api.put(owner.path, { samRegistration: null, excluded: null });
      expect(cleared.body).toMatchObject({ samRegistration: null, excluded: null, excludedStatedOn: null });
    });

    it('that on the day on which it was said, also when it is sent back as it was read', async () => {
      const owner = await anOwner(aProfile({ samRegistration: { status: 'active', expiresOn: '2027-01-31' } }));
      const said = { status: 'active', expiresOn: '2027-01-31', statedOn: '2026-01-05' };
      await hub.query('UPDATE businesses SET sam_registration = $2 WHERE id = $1', [owner.path.split('/')[2], said]);
      const echoed = await owner.api.put(owner.path, { samRegistration: said });
      expect([echoed.status, echoed.headers['etag'], echoed.body.samRegistration]).toEqual([200, '"1"', said]);
      const changed = await owner.api.put(owner.path, { samRegistration: { ...said, status: 'expired' } });
      expect(changed.body.samRegistration).toEqual({ ...said, status: 'expired', statedOn: '2026-04-10' });
      const dated = await owner.api.put(owner.path, { samRegistration: { ...said, statedOn: '2026-04-09' } });
      expect([dated.status, dated.body.errors]).toEqual([
        422,
        [{ field: 'samRegistration.statedOn', code: 'read-only', message: expect.any(String) }],
      ]);
      const created = await stranger.api.post('/businesses', aProfile({ samRegistration: said }));
      expect([created.status, created.body.errors?.[0]?.code]).toEqual([422, 'unknown-field']);
    });

    it('where the firm works and what it does not want', async () => {
      const owner = await anOwner();
      const said = {
        serviceArea: { isNational: false, isRemote: true, states: ['UT', 'NV'], countyFips: ['49035'] },
        ownExclusions: {
          naicsCodes: ['2362'],
          pscCodes: ['Y1'],
          setAsides: ['BICIV'],
          states: ['AK'],
          agencies: ['Bureau of Prisons'],
        },
        contractValueMinUsd: 10_000,
        contractValueMaxUsd: 500_000.5,
        bondingSingleUsd: 1_000_000,
        bondingAggregateUsd: 3_000_000,
      };
      const { status, body } = await owner.api.put(owner.path, said);
      expect(status).toBe(200);
      expect(body).toMatchObject(said);
      expect((await owner.api.put(owner.path, { ownExclusions: null })).body.ownExclusions).toEqual({
        naicsCodes: [],
        pscCodes: [],
        setAsides: [],
        states: [],
        agencies: [],
      });
    });

    it.each<[string, object]>([
      ['serviceArea.countyFips', { serviceArea: { countyFips: ['99999'] } }],
      ['serviceArea.states', { serviceArea: { states: ['Utah'] } }],
      ['serviceArea', { serviceArea: 'everywhere' }],
      ['serviceArea', { serviceArea: [{ isNational: true }] }],
      ['samRegistration', { samRegistration: [] }],
      ['ownExclusions', { ownExclusions: [] }],
      ['ownExclusions.setAsides', { ownExclusions: { setAsides: ['GOLD'] } }],
      ['ownExclusions.agencies', { ownExclusions: { agencies: [''] } }],
      ['ownExclusions.agencies', { ownExclusions: { agencies: ['   '] } }],
      ['ownExclusions.naicsCodes', { ownExclusions: { naicsCodes: ['5'] } }],
      ['samRegistration.status', { samRegistration: { status: 'maybe' } }],
      ['samRegistration.statedOn', { samRegistration: { status: 'active', statedOn: '2026-01-01' } }],
      ['excluded', { excluded: 'no' }],
      ['visibility', { visibility: null }],
      ['fiscalYearEndMonth', { fiscalYearEndMonth: 13 }],
      ['establishedOn', { establishedOn: '2026-02-30' }],
      ['contractValueMaxUsd', { contractValueMinUsd: 10, contractValueMaxUsd: 5 }],
      ['excludedStatedOn', { excludedStatedOn: '2026-01-01' }],
    ])('nothing that is wrong: %s in %j', async (field, given) => {
      const owner = await anOwner();
      const { status, body } = await owner.api.put(owner.path, given);
      expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
      expect(await rowOf(owner.path)).toMatchObject({ version: 1 });
    });

    it('that the firm is small only where the size standards of the day tell', async () => {
      const owner = await anOwner(aFullProfile());
      expect((await owner.api.get(owner.path)).body.isSmallBusiness).toBeNull();
    });

    it('how complete it is', async () => {
      const [bare, full] = [await anOwner(), await anOwner(aFullProfile())];
      const scores = await Promise.all([bare, full].map(async ({ api, path }) => (await api.get(path)).body));
      expect(scores[0].profileCompletenessScore).toBeLessThan(10);
      expect(scores[1].profileCompletenessScore).toBeGreaterThan(60);
      expect((await stranger.api.get(full.path)).body.profileCompletenessScore).toBeUndefined();
    });
  });

  it('has the ZIP code of its principal address', async () => {
    const owner = await anOwner(aProfile({ zipCode: '84101' }));
    const added = await owner.api.post(`${owner.path}/addresses`, { kind: 'principal', zipCode: '84601' });
    expect((await owner.api.get(owner.path)).body).toMatchObject({ zipCode: '84601' });
    const refused = await owner.api.put(owner.path, { zipCode: '84101' });
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'follows-address']);
    const moved = await owner.api.put(`${owner.path}/addresses/${added.body.id}`, { zipCode: '84321', city: null });
    expect(moved.body).toMatchObject({ city: 'Logan', county: 'Cache' });
    expect((await owner.api.get(owner.path)).body).toMatchObject({ zipCode: '84321' });
    const second = await owner.api.post(`${owner.path}/addresses`, { kind: 'principal', zipCode: '84601' });
    expect(second.status).toBe(409);
  });

  it('takes many contracts in at once, all of them or none', async () => {
    const owner = await anOwner();
    const path = `${owner.path}/past-performance`;
    const items = Array.from({ length: 60 }, (_, number) => ({ title: `Contract ${number}`, valueUsd: number }));
    const wrong = await owner.api.post(`${path}/import`, { items: [...items, { title: 'X', naicsCode: '999999' }] });
    expect([wrong.status, wrong.body.errors?.[0]?.field]).toEqual([422, 'items.60.naicsCode']);
    expect((await owner.api.get(path)).body.total).toBe(0);
    const { status, body } = await owner.api.post(`${path}/import`, { items });
    expect([status, body.items.length, body.items[59].title]).toEqual([201, 60, 'Contract 59']);
    expect((await owner.api.get(owner.path)).headers['etag']).toBe('"2"');
    expect((await owner.api.post(`${path}/import`, { items })).body.code).toBe('too-many-entries');
    expect((await owner.api.post(`${path}/import`, { items: [] })).status).toBe(422);
  });

  it('loses nothing of two changes of one entry at once', async () => {
    const owner = await anOwner();
    const { body } = await owner.api.post(`${owner.path}/licences`, { classification: 'B100', status: 'active' });
    const path = `${owner.path}/licences/${body.id}`;
    for (const number of ['1', '2', '3', '4', '5']) {
      const expiresOn = `2028-01-0${number}`;
      await Promise.all([owner.api.put(path, { number }), owner.api.put(path, { expiresOn })]);
      expect((await owner.api.get(path)).body).toMatchObject({ number, expiresOn });
    }
  });

  it('holds what belongs together also when it is changed at once', async () => {
    const owner = await anOwner(aProfile({ contractValueMinUsd: 0, contractValueMaxUsd: 1_000 }));
    const answers = await Promise.all([
      owner.api.put(owner.path, { contractValueMinUsd: 900 }),
      owner.api.put(owner.path, { contractValueMaxUsd: 100 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('keeps an imported code of an older edition until another one takes its place', async () => {
    const owner = await anOwner(aProfile({ naicsCodes: [{ code: '541512' }] }));
    await hub.query(
      `UPDATE business_naics_codes SET code = '511210', version = '2017', sam_size = 'small'
                      WHERE business_id = $1`,
      [owner.path.split('/')[2]],
    );
    const [{ id }] = (await owner.api.get(`${owner.path}/naics-codes`)).body.items;
    const echoed = await owner.api.put(`${owner.path}/naics-codes/${id}`, { code: '511210', isPrimary: true });
    expect(echoed.body).toMatchObject({ code: '511210', version: '2017', samSize: 'small', isPrimary: true });
    const changed = await owner.api.put(`${owner.path}/naics-codes/${id}`, { code: '513210' });
    expect(changed.body).toMatchObject({ code: '513210', version: '2022', samSize: null });
  });

  it('moves an address with its ZIP code, whatever followed from the old one', async () => {
    const owner = await anOwner();
    const { body } = await owner.api.post(`${owner.path}/addresses`, { kind: 'branch', zipCode: '84101' });
    const moved = await owner.api.put(`${owner.path}/addresses/${body.id}`, { zipCode: '83702' });
    expect([moved.status, moved.body.city, moved.body.state]).toEqual([200, 'Boise', 'ID']);
  });

  it('has one primary code: a new one takes the place of the one before', async () => {
    const owner = await anOwner(aProfile({ naicsCodes: [{ code: '541512', isPrimary: true }, { code: '541519' }] }));
    const primaries = async (): Promise<string[]> =>
      (await owner.api.get(owner.path)).body.naicsCodes
        .filter(({ isPrimary }: { isPrimary: boolean }) => isPrimary)
        .map(({ code }: { code: string }) => code);
    expect((await owner.api.post(`${owner.path}/naics-codes`, { code: '541511', isPrimary: true })).status).toBe(201);
    expect(await primaries()).toEqual(['541511']);
    const { body } = await owner.api.get(`${owner.path}/naics-codes`);
    const other = body.items.find(({ code }: { code: string }) => code === '541519');
    await owner.api.put(`${owner.path}/naics-codes/${other.id}`, { isPrimary: true });
    expect(await primaries()).toEqual(['541519']);
  });

  describe('that is private', () => {
    it('is there for the owner and administrators alone', async () => {
      const owner = await anOwner(aFullProfile({ visibility: 'private' }));
      const statuses = async (path: string): Promise<number[]> =>
        Promise.all([owner, admin, stranger].map(async ({ api }) => (await api.get(path)).status));
      expect(await statuses(owner.path)).toEqual([200, 200, 404]);
      expect(await statuses(`${owner.path}/naics-codes`)).toEqual([200, 200, 404]);
      expect((await stranger.api.put(owner.path, { dbaName: 'Mine' })).status).toBe(404);
      expect((await stranger.api.delete(owner.path)).status).toBe(404);
      await owner.api.put(owner.path, { visibility: 'public' });
      expect(await statuses(owner.path)).toEqual([200, 200, 200]);
      await owner.api.put(owner.path, { visibility: 'private' });
      expect(await statuses(owner.path)).toEqual([200, 200, 404]);
    });
  });

  describe('is matched anew', () => {
    const revisionAfter = async (change: (owner: Person & { path: string }) => Promise<unknown>): Promise<unknown> => {
      const owner = await anOwner(aFullProfile({ samRegistration: { status: 'active', expiresOn: '2027-01-31' } }));
      await change(owner);
      return (await rowOf(owner.path))['match_revision'];
    };

    it.each<[string, object]>([
      ['its description', { description: 'Roofs.' }],
      ['its revenue', { annualRevenue: 1 }],
      ['its registration', { samRegistration: { status: 'expired' } }],
      ['its exclusion', { excluded: true }],
      ['what it does not want', { ownExclusions: { states: ['AK'] } }],
    ])('once for a change of %s', async (_, change) => {
      expect(await revisionAfter(({ api, path }) => api.put(path, change))).toBe(2);
    });

    it.each<[string, object]>([
      ['its website', { websiteUrl: 'https://example.org' }],
      ['who sees it', { visibility: 'private' }],
      ['its employer number', { einNumber: EIN }],
      ['nothing', { annualRevenue: 2_500_000.5, description: aFullProfile().companyName && undefined }],
      ['the same registration', { samRegistration: { status: 'active', expiresOn: '2027-01-31' } }],
    ])('not for %s', async (_, change) => {
      expect(await revisionAfter(({ api, path }) => api.put(path, change))).toBe(1);
    });

    it('for lists that matching reads, and for no others', async () => {
      const add = (list: string, entry: object) => revisionAfter(({ api, path }) => api.post(`${path}/${list}`, entry));
      expect(await add('licences', { classification: 'B100', status: 'active' })).toBe(2);
      expect(await add('size-history', { measure: 'receipts', period: '2024', amount: 1 })).toBe(2);
      expect(await add('cage-codes', { code: '1CK93' })).toBe(1);
      expect(await add('addresses', { kind: 'branch', zipCode: '84601' })).toBe(1);
    });
  });

  describe('is read', () => {
    const keysOf = ({ path }: { path: string }) =>
      ['public', 'owner'].map((view) => `business:${path.split('/')[2]}:${view}`);

    it('from the cache, each view from its own entry, and anew after every change', async () => {
      const owner = await anOwner(aFullProfile());
      const cached = () => hub.get(Cache).getMany(keysOf(owner));
      await stranger.api.get(owner.path);
      expect((await cached()).map((entry) => entry !== undefined)).toEqual([true, false]);
      await owner.api.get(owner.path);
      const [shown, owned] = await cached();
      expect([shown?.includes('annualRevenue'), owned?.includes('annualRevenue')]).toEqual([false, true]);
      expect((await stranger.api.get(owner.path)).body).not.toHaveProperty('annualRevenue');
      await owner.api.post(`${owner.path}/services`, { title: 'Roofs' });
      expect(await cached()).toEqual([undefined, undefined]);
      const { body, headers } = await stranger.api.get(owner.path);
      expect(body.services.map(({ title }: { title: string }) => title)).toContain('Roofs');
      expect(headers['etag']).toBe('"2"');
      expect((await stranger.api.get(owner.path)).headers['etag']).toBe('"2"');
      await owner.api.delete(owner.path);
      expect((await stranger.api.get(owner.path)).status).toBe(404);
    });

    it('never older than a change that came between reading and keeping', async () => {
      const owner = await anOwner();
      const [key = ''] = keysOf(owner);
      const guard = `business:${owner.path.split('/')[2]}:guard`;
      await owner.api.put(owner.path, { dbaName: 'New' });
      await hub.get(Cache).fill(key, 'old', 60, { key: guard, seen: undefined });
      expect(await hub.get(Cache).get(key)).toBeUndefined();
    });

    it('with as many statements for a full profile as for a bare one', async () => {
      const [bare, full] = [await anOwner(), await anOwner(aFullProfile())];
      await Promise.all(
        ['541511', '541513', '541611', '541690'].map((code) => full.api.post(`${full.path}/naics-codes`, { code })),
      );
      const statements = async ({ api, path }: Person & { path: string }): Promise<number> => {
        const query = jest.spyOn(hub.get(UnitOfWork).manager.connection.driver, 'createQueryRunner');
        const before = query.mock.calls.length;
        await api.get(path);
        const made = query.mock.calls.length - before;
        query.mockRestore();
        return made;
      };
      const counted = [await statements(bare), await statements(full)];
      expect(counted[0]).toBeGreaterThan(0);
      // Who asks, and the profile with all its lists.
      expect(counted).toEqual([2, 2]);
    });
  });
});
