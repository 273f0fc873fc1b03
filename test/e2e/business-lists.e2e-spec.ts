import { randomUUID } from 'node:crypto';
import { BusinessPartsRepository } from '../../src/modules/businesses/persistence/business-parts.repository';
import { startHub, type TestHub } from '../support/app';
import { createBusiness } from '../support/businesses';
import { type Person, signIn } from '../support/people';

interface ListCase {
  readonly list: string;
  readonly table: string;
  readonly entry: object;
  /** A change of the entry, and one that is refused. */
  readonly change: object;
  readonly wrongChange: readonly [field: string, change: object];
  /** What is stored where the entry says nothing. */
  readonly defaults: object;
  readonly refused: readonly (readonly [field: string, entry: object])[];
  readonly isListedOnce: boolean;
  readonly isPrivate: boolean;
}

const past = { title: 'Switches', department: 'DEPT OF DEFENSE', naicsCode: '541512', pscCode: 'DA01', valueUsd: 9.5 };

const cases: readonly ListCase[] = [
  {
    list: 'naics-codes',
    table: 'business_naics_codes',
    entry: { code: '541512' },
    change: { code: '541519' },
    wrongChange: ['code', { code: null }],
    defaults: { isPrimary: false, version: '2022', samSize: null },
    refused: [
      ['code', {}],
      ['code', { code: '5415' }],
      ['code', { code: '999999' }],
      ['isPrimary', { code: '541512', isPrimary: 'yes' }],
    ],
    isListedOnce: true,
    isPrivate: false,
  },
  {
    list: 'psc-codes',
    table: 'business_psc_codes',
    entry: { code: 'DA01' },
    change: { code: 'DA10' },
    wrongChange: ['code', { code: 'ZZZ9' }],
    defaults: {},
    refused: [
      ['code', { code: 'da01' }],
      ['code', { code: 'ZZZ9' }],
    ],
    isListedOnce: true,
    isPrivate: false,
  },
  {
    list: 'certifications',
    table: 'business_certifications',
    entry: { program: 'hubzone', status: 'active', expiresOn: '2027-01-31' },
    change: { status: 'suspended', evidence: 'https://certifications.sba.gov' },
    wrongChange: ['expiresOn', { validFrom: '2027-02-01' }],
    defaults: { certifier: null, number: null, validFrom: null, evidence: null },
    refused: [
      ['program', { program: 'gold', status: 'active' }],
      ['status', { program: 'hubzone', status: 'held' }],
      ['expiresOn', { program: 'hubzone', status: 'active', expiresOn: '31.01.2027' }],
      ['expiresOn', { program: 'hubzone', status: 'active', expiresOn: '2027-02-31' }],
      ['expiresOn', { program: 'hubzone', status: 'active', validFrom: '2027-01-02', expiresOn: '2027-01-01' }],
    ],
    isListedOnce: true,
    isPrivate: false,
  },
  {
    list: 'services',
    table: 'business_services',
    entry: { title: 'Network installation' },
    change: { description: 'Switches.' },
    wrongChange: ['title', { title: null }],
    defaults: { description: null },
    refused: [
      ['title', { title: '' }],
      ['title', { title: ' ' }],
      ['title', { title: 'x'.repeat(151) }],
      ['title', { title: 'a\uFE0F'.repeat(76) }],
      ['description', { title: 'Roofs', description: 'x'.repeat(2_001) }],
    ],
    isListedOnce: false,
    isPrivate: false,
  },
  {
    list: 'past-performance',
    table: 'business_past_performance',
    entry: past,
    change: { valueUsd: null, placeState: 'UT' },
    wrongChange: ['completedOn', { startedOn: '2026-02-01', completedOn: '2026-01-01' }],
    defaults: {
      description: null,
      office: null,
      contractNumber: null,
      startedOn: null,
      completedOn: null,
      placeState: null,
      placeZipCode: null,
    },
    refused: [
      ['title', { ...past, title: ' \n' }],
      ['valueUsd', { ...past, valueUsd: 1.234 }],
      ['naicsCode', { ...past, naicsCode: '999999' }],
      ['pscCode', { ...past, pscCode: 'ZZZ9' }],
      ['completedOn', { ...past, completedOn: '2026-13-01' }],
      ['completedOn', { ...past, completedOn: '2026-02-30' }],
    ],
    isListedOnce: false,
    isPrivate: true,
  },
  {
    list: 'cage-codes',
    table: 'business_cage_codes',
    entry: { code: '1CK93' },
    change: { isPrimary: true },
    wrongChange: ['code', { code: 'OLDIE' }],
    defaults: { isPrimary: false },
    refused: [
      ['code', {}],
      ['code', { code: '1CK9' }],
      ['code', { code: '1CI93' }],
      ['code', { code: 'A1234' }],
    ],
    isListedOnce: true,
    isPrivate: false,
  },
  {
    list: 'licences',
    table: 'business_licences',
    entry: { classification: 'B100', status: 'active', expiresOn: '2027-11-30' },
    change: { status: 'expired', number: '123456-5501' },
    wrongChange: ['status', { status: null }],
    defaults: { state: 'UT', number: null },
    refused: [
      ['classification', { status: 'active' }],
      ['classification', { classification: '   ', status: 'active' }],
      ['classification', { classification: 'ﬃ'.repeat(30), status: 'active' }],
      ['status', { classification: 'B100', status: 'held' }],
      ['state', { classification: 'B100', status: 'active', state: 'Utah' }],
      ['expiresOn', { classification: 'B100', status: 'active', expiresOn: 'soon' }],
    ],
    isListedOnce: true,
    isPrivate: true,
  },
  {
    list: 'addresses',
    table: 'business_addresses',
    entry: { kind: 'branch', zipCode: '84601', line1: '1 Center Street' },
    change: { line2: 'Floor 2' },
    wrongChange: ['state', { state: 'NV' }],
    defaults: {
      line2: null,
      city: 'Provo',
      state: 'UT',
      county: 'Utah',
      countyFips: '49049',
      latitude: expect.closeTo(40.2, 0),
      longitude: expect.closeTo(-111.7, 0),
    },
    refused: [
      ['kind', { zipCode: '84601' }],
      ['zipCode', { kind: 'branch' }],
      ['zipCode', { kind: 'branch', zipCode: '846' }],
      ['state', { kind: 'branch', zipCode: '84601', state: 'CO' }],
    ],
    isListedOnce: false,
    isPrivate: true,
  },
  {
    list: 'size-history',
    table: 'business_size_records',
    entry: { measure: 'receipts', period: '2025', amount: 1_200_000.5 },
    change: { affiliatesAmount: 300_000 },
    wrongChange: ['period', { measure: 'employees' }],
    defaults: { affiliatesAmount: null },
    refused: [
      ['measure', { period: '2025', amount: 1 }],
      ['period', { measure: 'receipts', period: '25', amount: 1 }],
      ['period', { measure: 'receipts', period: '2025-03', amount: 1 }],
      ['period', { measure: 'employees', period: '2025', amount: 1 }],
      ['period', { measure: 'employees', period: '2025-13', amount: 1 }],
      ['amount', { measure: 'employees', period: '2025-03', amount: 1.5 }],
      ['amount', { measure: 'receipts', period: '2025', amount: -1 }],
    ],
    isListedOnce: true,
    isPrivate: true,
  },
];

let hub: TestHub;
let stranger: Person;
let viewer: Person;
let admin: Person;

beforeAll(async () => {
  hub = await startHub();
  [stranger, viewer, admin] = await Promise.all([signIn(hub), signIn(hub, 'viewer'), signIn(hub, 'admin')]);
});

afterAll(() => hub.close());

describe.each(cases)('/businesses/{id}/$list', ({ list, table, entry, ...expected }) => {
  const { change, wrongChange, defaults, refused, isListedOnce, isPrivate } = expected;
  let owner: Person;
  let path: string;

  beforeEach(async () => {
    owner = await signIn(hub);
    path = `/businesses/${await createBusiness(owner.api)}/${list}`;
  });

  const rows = async (): Promise<number> =>
    (await hub.query(`SELECT FROM ${table} WHERE business_id = $1`, [path.split('/')[2]])).length;

  it('takes an entry, lists it and gives it up again', async () => {
    const added = await owner.api.post(path, entry);
    expect(added.status).toBe(201);
    expect(added.body).toEqual({ ...defaults, ...entry, id: expect.any(String) });
    expect((await owner.api.get(path)).body).toEqual({
      items: [added.body],
      total: 1,
      limit: 20,
      offset: 0,
      nextCursor: null,
    });
    expect((await owner.api.delete(`${path}/${added.body.id}`)).status).toBe(204);
    expect((await owner.api.delete(`${path}/${added.body.id}`)).status).toBe(404);
    expect(await rows()).toBe(0);
  });

  it('counts every change as a change of the profile', async () => {
    const profile = path.replace(`/${list}`, '');
    const { body } = await owner.api.post(path, entry);
    expect((await owner.api.get(profile)).headers['etag']).toBe('"2"');
    await owner.api.delete(`${path}/${body.id}`);
    expect((await owner.api.get(profile)).headers['etag']).toBe('"3"');
    expect((await owner.api.delete(`${path}/${body.id}`)).status).toBe(404);
    expect((await owner.api.get(profile)).headers['etag']).toBe('"3"');
  });

  it('changes what is given of an entry, and leaves the rest', async () => {
    const { body: added } = await owner.api.post(path, entry);
    const changed = await owner.api.put(`${path}/${added.id}`, change);
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"3"']);
    expect(changed.body).toEqual({ ...added, ...change });
    const read = await owner.api.get(`${path}/${added.id}`);
    expect([read.body, read.headers['etag']]).toEqual([changed.body, '"3"']);
    // The same again is no change: the profile stays at its version.
    expect((await owner.api.put(`${path}/${added.id}`, change)).headers['etag']).toBe('"3"');
    const [field, wrong] = wrongChange;
    const refusal = await owner.api.put(`${path}/${added.id}`, wrong);
    expect([refusal.status, refusal.body.errors?.[0]?.field]).toEqual([422, field]);
    expect((await owner.api.get(`${path}/${added.id}`)).body).toEqual(changed.body);
  });

  it('changes nothing for whoever read another version of the profile', async () => {
    const stale = { 'If-Match': '"9"' };
    expect((await owner.api.post(path, entry, stale)).status).toBe(412);
    const { body } = await owner.api.post(path, entry, { 'If-Match': '"1"' });
    expect((await owner.api.put(`${path}/${body.id}`, change, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await owner.api.delete(`${path}/${body.id}`, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await owner.api.get(`${path}/${body.id}`)).body).toEqual(body);
  });

  it.each(refused)('refuses a wrong %s: %j', async (field, wrong) => {
    const { status, body } = await owner.api.post(path, wrong);
    expect(status).toBe(422);
    expect(body.errors).toEqual([expect.objectContaining({ field })]);
    expect(await rows()).toBe(0);
  });

  it.each(['id', 'businessId', 'createdAt'])('refuses %s in an entry', async (field) => {
    const { status, body } = await owner.api.post(path, { ...entry, [field]: randomUUID() });
    expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
  });

  it(isListedOnce ? 'lists nothing twice' : 'may list the same twice', async () => {
    const [first, second] = await Promise.all([owner.api.post(path, entry), owner.api.post(path, entry)]);
    expect([first.status, second.status].sort()).toEqual(isListedOnce ? [201, 409] : [201, 201]);
  });

  it(isPrivate ? 'is private' : 'can be read by everybody with an account', async () => {
    await owner.api.post(path, entry);
    const statuses = await Promise.all([stranger, viewer, admin].map(async ({ api }) => (await api.get(path)).status));
    expect(statuses).toEqual(isPrivate ? [403, 403, 200] : [200, 200, 200]);
    expect((await hub.anonymous.get(path)).status).toBe(401);
  });

  it('is changed by the owner and administrators alone', async () => {
    const { body } = await owner.api.post(path, entry);
    const other = await signIn(hub);
    const otherPath = `/businesses/${await createBusiness(other.api)}/${list}`;
    expect((await other.api.post(path, entry)).status).toBe(403);
    expect((await other.api.put(`${path}/${body.id}`, change)).status).toBe(403);
    expect((await other.api.put(`${otherPath}/${body.id}`, change)).status).toBe(404);
    expect((await other.api.delete(`${path}/${body.id}`)).status).toBe(403);
    expect((await other.api.delete(`${otherPath}/${body.id}`)).status).toBe(404);
    expect((await viewer.api.post(path, entry)).status).toBe(403);
    expect((await hub.anonymous.post(path, entry)).status).toBe(401);
    expect(await rows()).toBe(1);
    expect((await admin.api.delete(`${path}/${body.id}`)).status).toBe(204);
  });

  it('answers 404 for a business that is not there', async () => {
    const nowhere = `/businesses/${randomUUID()}/${list}`;
    expect((await owner.api.get(nowhere)).status).toBe(404);
    expect((await owner.api.post(nowhere, entry)).status).toBe(404);
  });
});

it('an entry is changed in the list of its own business alone, whoever asks for it', async () => {
  const [owner, other] = [await signIn(hub), await signIn(hub)];
  const businessId = await createBusiness(owner.api);
  const otherId = await createBusiness(other.api);
  const { body } = await owner.api.post(`/businesses/${businessId}/services`, { title: 'Cabling' });
  const service = { title: 'Stolen', description: null };
  const parts = hub.get(BusinessPartsRepository);
  expect(await parts.update('services', otherId, body.id, service)).toBe(false);
  const { body: read } = await owner.api.get(`/businesses/${businessId}/services/${body.id}`);
  expect(read).toMatchObject({ title: 'Cabling' });
});
