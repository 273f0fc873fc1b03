import type { ApiClient } from '../support/api-client';
import { startHub, type TestHub } from '../support/app';
import { signIn } from '../support/people';

describe('reference facts', () => {
  let hub: TestHub;
  let api: ApiClient;

  beforeAll(async () => {
    hub = await startHub();
    api = hub.anonymous;
  });

  afterAll(() => hub.close());

  it('finds NAICS codes by words, by the beginning of a code, by level and by parent', async () => {
    const byWords = await api.get('/reference/naics', { q: 'computer systems design', level: 6 });
    expect(byWords.status).toBe(200);
    expect(byWords.body.items).toContainEqual({
      code: '541512',
      title: expect.stringContaining('Computer Systems Design'),
      level: 6,
      parentCode: '54151',
    });
    const byCode = await api.get('/reference/naics', { q: '54151', level: 6 });
    expect(byCode.body.items.map(({ code }: { code: string }) => code)).toContain('541512');
    const parts = await api.get('/reference/naics', { parent: '5415' });
    expect(parts.body).toMatchObject({ total: 1, items: [{ code: '54151', level: 5 }] });
  });

  it('finds product and service codes', async () => {
    const { body } = await api.get('/reference/psc', { q: 'DA01' });
    expect(body.items).toContainEqual(expect.objectContaining({ code: 'DA01', kind: 'service' }));
  });

  it('lists the 29 counties of Utah with their neighbours, in parts', async () => {
    const first = await api.get('/reference/counties', { limit: 20 });
    const rest = await api.get('/reference/counties', { limit: 20, offset: 20 });
    expect(first.body).toMatchObject({ total: 29, limit: 20, offset: 0 });
    const counties: { fips: string; name: string; neighbours: string[] }[] = [...first.body.items, ...rest.body.items];
    expect(new Set(counties.map(({ fips }) => fips)).size).toBe(29);
    const saltLake = counties.find(({ name }) => name === 'Salt Lake');
    expect(saltLake).toMatchObject({ fips: '49035', neighbours: expect.arrayContaining(['49049']) });
    const { body: last } = await hub.anonymous.get('/reference/counties', { cursor: first.body.nextCursor });
    expect([first.body.items.length + last.items.length, last.nextCursor]).toEqual([29, null]);
  });

  it.each([
    ['/reference/set-asides', 'HZC'],
    ['/reference/certifications', 'hubzone'],
    ['/reference/notice-types', 'k'],
  ])('%s explains %s and where that is written', async (path, code) => {
    const { status, body } = await api.get(path, { limit: 100 });
    expect(status).toBe(200);
    expect(body.items).toContainEqual(expect.objectContaining({ code, source: expect.stringMatching(/\S/) }));
  });

  it('tells the size standards of an industry, newest first', async () => {
    const { status, body } = await api.get('/reference/size-standards/541512');
    expect(status).toBe(200);
    expect(body).toMatchObject({ naicsCode: '541512', standards: [{ exception: 0, measure: 'receipts' }] });
    expect((await api.get('/reference/size-standards/999999')).status).toBe(404);
  });

  it('may be cached by everybody, but never its errors', async () => {
    expect((await api.get('/reference/counties')).headers['cache-control']).toBe('public, max-age=3600');
    expect((await api.get('/reference/counties', { limit: 0 })).headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['/reference/naics', 'level', '7'],
    ['/reference/naics', 'parent', '5'],
    ['/reference/naics', 'q', ''],
    ['/reference/psc', 'q', 'x'.repeat(101)],
    ['/reference/psc', 'level', '6'],
    ['/reference/size-standards/541512', 'day', '2026-01-01'],
  ])('%s refuses %s=%s', async (path, name, value) => {
    const { status, body } = await api.get(path, { [name]: value });
    expect(status).toBe(422);
    expect(body.errors).toEqual([expect.objectContaining({ field: name })]);
  });

  it('answers the same with an account', async () => {
    const { api: viewer } = await signIn(hub, 'viewer');
    expect((await viewer.get('/auth/me')).status).toBe(200);
  });
});
