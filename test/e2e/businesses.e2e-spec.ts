import { randomUUID } from 'node:crypto';
import { startHub, type TestHub } from '../support/app';
import { aFullProfile, aProfile, createBusiness } from '../support/businesses';
import { type Person, signIn } from '../support/people';

const PRIVATE_FIELDS = ['dunsNumber', 'stateLicenseNumber', 'employeeCount', 'annualRevenue', 'pastPerformance'];

describe('businesses', () => {
  let hub: TestHub;
  let admin: Person;
  let viewer: Person;
  let stranger: Person;

  beforeAll(async () => {
    hub = await startHub();
    [admin, viewer, stranger] = await Promise.all([signIn(hub, 'admin'), signIn(hub, 'viewer'), signIn(hub)]);
  });

  afterAll(() => hub.close());

  const anOwner = async (profile: object = aProfile()): Promise<Person & { readonly path: string }> => {
    const person = await signIn(hub);
    return { ...person, path: `/businesses/${await createBusiness(person.api, profile)}` };
  };
  const rowOf = async (path: string): Promise<Record<string, unknown> | undefined> => {
    const [row] = await hub.query('SELECT * FROM businesses WHERE id = $1', [path.split('/')[2]]);
    return row;
  };

  describe('creating', () => {
    it('stores everything that the owner says, and answers it', async () => {
      const owner = await signIn(hub);
      const profile = aFullProfile();
      const { status, body, headers } = await owner.api.post('/businesses', profile);
      expect(status).toBe(201);
      expect(headers['etag']).toBe('"1"');
      expect(body).toMatchObject({
        ...profile,
        naicsCodes: [
          { code: '541512', isPrimary: true },
          { code: '541519', isPrimary: false },
        ],
        certifications: [{ program: 'hubzone', status: 'active', certifier: null, expiresOn: '2028-01-01' }],
        verifiedAt: null,
      });
      expect(await rowOf(`/businesses/${body.id}`)).toMatchObject({
        owner_id: owner.id,
        company_name: profile.companyName,
        verified_at: null,
      });
      expect((await owner.api.get(`/businesses/${body.id}`)).body).toEqual(body);
    });

    it('takes a profile that says nothing but its name', async () => {
      const { api } = await signIn(hub);
      const { status, body } = await api.post('/businesses', aProfile());
      expect(status).toBe(201);
      expect(body).toMatchObject({ dbaName: null, naicsCodes: [], pastPerformance: [] });
    });

    it('allows one profile per owner, also when asked by many at once', async () => {
      const { api } = await signIn(hub);
      const answers = await Promise.all(Array.from({ length: 10 }, () => api.post('/businesses', aProfile())));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
      expect(new Set(answers.flatMap(({ body }) => body.code ?? []))).toEqual(new Set(['business-exists']));
    });

    it('allows one owned profile of a company name, ignoring letter case', async () => {
      const { companyName } = aProfile();
      await anOwner({ companyName });
      const { api } = await signIn(hub);
      const { status, body } = await api.post('/businesses', { companyName: companyName.toUpperCase() });
      expect([status, body.code]).toEqual([409, 'company-name-taken']);
    });

    it('stores a name in one spelling, so that its twins are the same name', async () => {
      const { companyName } = aProfile();
      const { body } = await (
        await signIn(hub)
      ).api.post('/businesses', { companyName: ` Cafe\u0301 \t ${companyName}` });
      expect(body.companyName).toBe(`Caf\u00e9 ${companyName}`);
      const twin = await (await signIn(hub)).api.post('/businesses', { companyName: `Caf\u00e9 ${companyName}` });
      expect([twin.status, twin.body.code]).toEqual([409, 'company-name-taken']);
    });

    it('takes blank texts for nothing, and counts the characters of others one by one', async () => {
      const { companyName } = aProfile();
      const longest = `${companyName}${'🚀'.repeat(100 - companyName.length)}`;
      const given = {
        companyName: longest,
        dbaName: ' ',
        description: '\n',
        businessType: '',
        stateLicenseNumber: '  ',
      };
      const { status, body } = await (await signIn(hub)).api.post('/businesses', given);
      expect(status).toBe(201);
      expect(body).toMatchObject({ ...given, dbaName: null, description: null, businessType: null, stateLicenseNumber: null }); // prettier-ignore
    });

    it.each(['viewer', 'government_official'] as const)('is not for a %s', async (role) => {
      const { api } = await signIn(hub, role);
      expect((await api.post('/businesses', aProfile())).status).toBe(403);
    });

    it('needs an account', async () => {
      expect((await hub.anonymous.post('/businesses', aProfile())).status).toBe(401);
    });

    it.each(['id', 'ownerId', 'verifiedAt', 'version', 'matchRevision', 'createdAt', 'profileCompletenessScore'])(
      'refuses %s',
      async (field) => {
        const { status, body } = await stranger.api.post('/businesses', { ...aProfile(), [field]: 1 });
        expect(status).toBe(422);
        expect(body.errors).toEqual([expect.objectContaining({ field, code: 'unknown-field' })]);
      },
    );

    it.each<[string, object]>([
      ['companyName', { companyName: '' }],
      ['companyName', { companyName: '  ' }],
      ['companyName', { companyName: 'x'.repeat(101) }],
      ['companyName', { companyName: 'a\uFE0F'.repeat(51) }],
      ['companyName', { companyName: '\u0958'.repeat(51) }],
      ['description', { description: 'a\uFE0F'.repeat(2_501) }],
      ['companyName', { companyName: null }],
      ['ueiNumber', { ueiNumber: 'ZQGGHJH74DW8' }],
      ['ueiNumber', { ueiNumber: 'ABC123DEF456' }],
      ['dunsNumber', { dunsNumber: '12345' }],
      ['websiteUrl', { websiteUrl: 'javascript:alert(1)' }],
      ['websiteUrl', { websiteUrl: 'https://user:secret@example.com' }],
      ['websiteUrl', { websiteUrl: 'https://xn--a.com' }],
      ['employeeCount', { employeeCount: -1 }],
      ['employeeCount', { employeeCount: 1.5 }],
      ['employeeCount', { employeeCount: '12' }],
      ['annualRevenue', { annualRevenue: 1e13 }],
      ['zipCode', { zipCode: '8410' }],
      ['naicsCodes', { naicsCodes: '541512' }],
      ['naicsCodes', { naicsCodes: Array.from({ length: 51 }, () => ({ code: '541512' })) }],
      ['naicsCodes.0.code', { naicsCodes: [{ code: '5415' }] }],
      ['naicsCodes.0.id', { naicsCodes: [{ code: '541512', id: randomUUID() }] }],
      ['services.1.title', { services: [{ title: 'Roofs' }, {}] }],
      ['certifications.0.status', { certifications: [{ program: 'hubzone', status: 'held' }] }],
      ['pastPerformance.0.valueUsd', { pastPerformance: [{ title: 'Roof', valueUsd: -1 }] }],
      ['services.0.title', { services: [{ title: ' ' }] }],
      ['licences.0.classification', { licences: [{ classification: '   ', status: 'active' }] }],
      ['naicsCodes.1.code', { naicsCodes: [{ code: '541512' }, { code: '999999' }] }],
      ['pscCodes.1.code', { pscCodes: [{ code: 'DA01' }, { code: 'ZZZ9' }] }],
      ['certifications.0.program', { certifications: [{ program: 'gold', status: 'active' }] }],
      [
        'certifications.0.expiresOn',
        { certifications: [{ program: 'sdb', status: 'active', validFrom: '2027-01-02', expiresOn: '2027-01-01' }] },
      ],
      ['pastPerformance.1.naicsCode', { pastPerformance: [{ title: 'Roof' }, { title: 'Roof', naicsCode: '999999' }] }],
    ])('refuses a wrong %s: %j', async (field, given) => {
      const { status, body } = await stranger.api.post('/businesses', { ...aProfile(), ...given });
      expect(status).toBe(422);
      expect(body.errors).toEqual([expect.objectContaining({ field })]);
    });

    it.each<[string, object]>([
      ['naicsCodes.1.code', { naicsCodes: [{ code: '541512' }, { code: '541512' }] }],
      ['naicsCodes.1.isPrimary', { naicsCodes: [{ code: '541512', isPrimary: true }, { code: '541519', isPrimary: true }] }], // prettier-ignore
      ['pscCodes.2.code', { pscCodes: [{ code: 'DA01' }, { code: 'DA10' }, { code: 'DA01' }] }],
      ['cageCodes.1.code', { cageCodes: [{ code: '1ck93' }, { code: '1CK93' }] }],
      ['cageCodes.1.isPrimary', { cageCodes: [{ code: '1CK93', isPrimary: true }, { code: '1TCA0', isPrimary: true }] }], // prettier-ignore
      ['certifications.1.program', { certifications: [{ program: 'sdb', status: 'active' }, { program: 'sdb', status: 'expired' }] }], // prettier-ignore
      ['licences.1.classification', { licences: [{ classification: 'b100', status: 'active' }, { classification: 'B100', status: 'active' }] }], // prettier-ignore
    ])('refuses what is listed twice: %s', async (field, given) => {
      const { status, body } = await stranger.api.post('/businesses', { ...aProfile(), ...given });
      expect([status, body.code]).toEqual([422, 'validation-failed']);
      const code = field.endsWith('isPrimary') ? 'second-primary' : 'listed-twice';
      expect(body.errors).toEqual([{ field, code, message: expect.any(String) }]);
    });

    it.each<[string, object]>([
      ['a NAICS code', { naicsCodes: [{ code: '999999' }] }],
      ['a product code', { pscCodes: [{ code: 'ZZZ9' }] }],
      ['a certification program', { certifications: [{ program: 'gold', status: 'active' }] }],
      ['a NAICS code of past work', { pastPerformance: [{ title: 'Roof', naicsCode: '999999' }] }],
    ])('refuses %s that does not exist, and stores nothing', async (_, given) => {
      const { api } = await signIn(hub);
      expect((await api.post('/businesses', { ...aProfile(), ...given })).status).toBe(422);
      expect((await api.post('/businesses', aProfile())).status).toBe(201);
    });

    it.each<[string, object]>([
      ['no null in lists', { naicsCodes: [null] }],
      ['no text in lists', { naicsCodes: ['541512'] }],
      ['no list in lists', { services: [[{ title: 'Roofs' }]] }],
    ])('takes %s', async (_, given) => {
      expect((await stranger.api.post('/businesses', { ...aProfile(), ...given })).status).toBe(422);
    });
  });

  describe('reading', () => {
    it('shows figures that competitors would like to know to the owner and administrators alone', async () => {
      const owner = await anOwner(aFullProfile());
      for (const { api } of [owner, admin]) {
        expect(Object.keys((await api.get(owner.path)).body)).toEqual(expect.arrayContaining(PRIVATE_FIELDS));
      }
      for (const { api } of [stranger, viewer]) {
        const { status, body } = await api.get(owner.path);
        expect(status).toBe(200);
        expect(body).toMatchObject({
          dbaName: 'Wasatch Networks',
          naicsCodes: [{ code: '541512' }, { code: '541519' }],
        });
        expect(Object.keys(body).filter((field) => PRIVATE_FIELDS.includes(field))).toEqual([]);
      }
    });

    it('finds by name, by the beginning of a NAICS code and by an active certification', async () => {
      const profile = aFullProfile({ companyName: 'Zion 100% Roofing', dbaName: 'Zebra_Roofs' });
      await anOwner({
        ...profile,
        naicsCodes: [{ code: '238160', isPrimary: true }],
        certifications: [
          { program: 'wosb', status: 'active' },
          { program: 'sdb', status: 'expired' },
        ],
      });
      const names = async (query: Record<string, string>): Promise<string[]> => {
        const { body } = await viewer.api.get('/businesses', { ...query, limit: '100' });
        return body.items.map(({ companyName }: { companyName: string }) => companyName);
      };
      expect(await names({ q: 'zion 100%' })).toEqual(['Zion 100% Roofing']);
      expect(await names({ q: 'zebra_' })).toEqual(['Zion 100% Roofing']);
      expect(await names({ naics: '2381' })).toEqual(['Zion 100% Roofing']);
      expect(await names({ certification: 'wosb' })).toEqual(['Zion 100% Roofing']);
      expect(await names({ q: 'zebra%' })).toEqual([]);
      expect(await names({ certification: 'sdb' })).toEqual([]);
      expect(await names({ q: "' OR 1=1 --" })).toEqual([]);
    });

    it('lists by name, in parts that together are everything', async () => {
      await Promise.all([anOwner(), anOwner(), anOwner()]);
      const { body: all } = await viewer.api.get('/businesses', { limit: 100 });
      const { body: first } = await viewer.api.get('/businesses', { limit: 2 });
      const { body: rest } = await viewer.api.get('/businesses', { limit: 100, offset: 2 });
      expect(first).toMatchObject({ total: all.total, limit: 2, offset: 0 });
      expect([...first.items, ...rest.items]).toEqual(all.items);
      expect(JSON.stringify(all)).not.toMatch(/annualRevenue|employeeCount|dunsNumber/);
    });

    it.each([
      ['naics', '5'],
      ['naics', '541x'],
      ['certification', 'HUB zone'],
      ['q', 'x'.repeat(101)],
    ])('refuses %s=%s', async (name, value) => {
      const { status, body } = await viewer.api.get('/businesses', { [name]: value });
      expect([status, body.errors?.[0]?.field]).toEqual([422, name]);
    });

    it('answers 404 where there is none', async () => {
      expect((await viewer.api.get(`/businesses/${randomUUID()}`)).status).toBe(404);
    });
  });

  describe('changing', () => {
    it('changes what is given, clears what is null and leaves the rest', async () => {
      const owner = await anOwner(aFullProfile());
      const { body: before } = await owner.api.get(owner.path);
      const { status, body, headers } = await owner.api.put(owner.path, { description: 'Roofs.', dbaName: null });
      expect(status).toBe(200);
      expect(headers['etag']).toBe('"2"');
      expect(body).toEqual({ ...before, description: 'Roofs.', dbaName: null });
      expect(await rowOf(owner.path)).toMatchObject({ description: 'Roofs.', dba_name: null, zip_code: '84101' });
    });

    it('may take another name, but no other owner’s', async () => {
      const [owner, other] = [await anOwner(), await anOwner()];
      const { companyName } = (await other.api.get(other.path)).body;
      const taken = await owner.api.put(owner.path, { companyName: companyName.toLowerCase() });
      expect([taken.status, taken.body.code]).toEqual([409, 'company-name-taken']);
      expect((await owner.api.put(owner.path, { companyName: aProfile().companyName })).status).toBe(200);
    });

    it.each<[string, object]>([
      ['companyName', { companyName: null }],
      ['companyName', { companyName: ' ' }],
      ['naicsCodes', { naicsCodes: [] }],
      ['ownerId', { ownerId: randomUUID() }],
      ['verifiedAt', { verifiedAt: '2026-01-01' }],
      ['version', { version: 7 }],
      ['ueiNumber', { ueiNumber: 'ABC123DEF456' }],
    ])('refuses %s: %j', async (field, changes) => {
      const owner = await anOwner();
      const { status, body } = await owner.api.put(owner.path, changes);
      expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
      expect(await rowOf(owner.path)).toMatchObject({ version: 1 });
    });

    it('refuses a version that is not the present one', async () => {
      const owner = await anOwner();
      for (const tag of ['"2"', 'W/"1"', '1', '"x"', '"1', '"2", "3"']) {
        const { status } = await owner.api.put(owner.path, { description: 'Lost' }, { 'If-Match': tag });
        expect([tag, status]).toEqual([tag, 412]);
      }
      expect((await owner.api.put(owner.path, { description: 'A' }, { 'If-Match': '"1"' })).status).toBe(200);
      expect((await owner.api.put(owner.path, { description: 'B' }, { 'If-Match': '"1"' })).status).toBe(412);
      expect((await owner.api.put(owner.path, { description: 'C' }, { 'If-Match': '*' })).status).toBe(200);
      expect((await owner.api.put(owner.path, { description: 'D' }, { 'If-Match': '"99", "3"' })).status).toBe(200);
      expect((await owner.api.put(owner.path, { description: 'E' }, { 'If-Match': '"99", "3"' })).status).toBe(412);
      expect(await rowOf(owner.path)).toMatchObject({ description: 'D', version: 4 });
    });

    it('lets one of fifty win who change the same version', async () => {
      const owner = await anOwner();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          owner.api.put(owner.path, { description: `Change ${index}` }, { 'If-Match': '"1"' }),
        ),
      );
      const winners = answers.filter(({ status }) => status === 200);
      expect(winners).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 412)).toHaveLength(49);
      expect(await rowOf(owner.path)).toMatchObject({ description: winners[0]?.body.description, version: 2 });
    });

    it('is for the owner and administrators alone', async () => {
      const owner = await anOwner();
      const statuses = async (...people: Person[]): Promise<number[]> =>
        Promise.all(people.map(async ({ api }) => (await api.put(owner.path, { description: 'Mine now' })).status));
      expect(await statuses(stranger, viewer)).toEqual([403, 403]);
      expect((await hub.anonymous.put(owner.path, {})).status).toBe(401);
      expect(await rowOf(owner.path)).toMatchObject({ description: null, version: 1 });
      expect(await statuses(admin)).toEqual([200]);
      expect(await rowOf(owner.path)).toMatchObject({ owner_id: owner.id, description: 'Mine now' });
    });
  });

  describe('deleting', () => {
    it('removes the profile with its lists, and lets the owner begin anew', async () => {
      const profile = aFullProfile();
      const owner = await anOwner(profile);
      expect((await owner.api.delete(owner.path)).status).toBe(204);
      expect((await owner.api.get(owner.path)).status).toBe(404);
      expect((await owner.api.delete(owner.path)).status).toBe(404);
      expect(await rowOf(owner.path)).toBeUndefined();
      expect((await owner.api.post('/businesses', profile)).status).toBe(201);
    });

    it('is for the owner and administrators alone', async () => {
      const owner = await anOwner();
      expect((await stranger.api.delete(owner.path)).status).toBe(403);
      expect((await viewer.api.delete(owner.path)).status).toBe(403);
      expect((await owner.api.delete(owner.path, { 'If-Match': '"9"' })).status).toBe(412);
      expect(await rowOf(owner.path)).toBeDefined();
      expect((await admin.api.delete(owner.path)).status).toBe(204);
    });
  });
});
