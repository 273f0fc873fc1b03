import { randomUUID } from 'node:crypto';
import type { Notice } from '../../src/modules/opportunities';
import { anAgency } from '../support/agencies';
import { startHub, type TestHub } from '../support/app';
import { aFullProfile, createBusiness } from '../support/businesses';
import { aNotice, dueAt } from '../support/notices';
import { type Person, signIn } from '../support/people';
import { eventually } from '../support/services-probes';

interface Scored {
  readonly score: number;
  readonly eligibility: string;
  readonly gates: readonly { readonly rule: string; readonly verdict: string; readonly question?: string }[];
  readonly components: readonly { readonly name: string; readonly contribution: number; readonly reason: string }[];
}
interface Match extends Scored {
  readonly opportunity: { readonly id: string; readonly title: string };
}

const responseDeadline = dueAt('2026-08-03T20:00:00Z');
let notices = 0;
const notice = (title: string, given: Partial<Notice>): Notice => {
  notices += 1;
  const number = { sourceNoticeId: `m-${notices}`, solicitationNumber: `MATCH-${1_000 + notices}` };
  return aNotice({ ...number, title, responseDeadline, ...given });
};

const board: readonly Notice[] = [
  notice('Switches for HUBZone firms', { setAside: 'HZC' }),
  notice('Routers for everybody', { setAside: 'NONE' }),
  notice('Network for veterans', { setAside: 'SDVOSBC' }),
  notice('Network, set-aside not stated', { setAside: null }),
  notice('Roof for everybody', { setAside: 'NONE', naicsCode: '238160', pscCode: 'Z1AA', description: 'Shingles.' }),
  notice('Survey of network vendors', { setAside: 'NONE', type: 'r' }),
];

const titles = (items: readonly Match[]): string[] => items.map(({ opportunity }) => opportunity.title);

/** What holds for every shown score: its parts sum to it exactly, in tenths of a point. */
const expectPartsToSum = ({ score, components }: Scored): void => {
  const tenths = components.reduce((sum, { contribution }) => sum + Math.round(contribution * 10), 0);
  expect(tenths).toBe(Math.round(score * 10));
  expect(score * 10).toBeCloseTo(Math.round(score * 10), 9);
  for (const { contribution, reason } of components) {
    expect(contribution * 10).toBeCloseTo(Math.round(contribution * 10), 9);
    expect(reason).toMatch(/\S/);
  }
};

describe('matching', () => {
  let hub: TestHub;
  let owner: Person;
  let official: Person;
  let ids: string[];

  beforeAll(async () => {
    hub = await startHub();
    ids = await hub.publish(...board);
    const agency = await anAgency(hub);
    [owner, official] = await Promise.all([signIn(hub), signIn(hub, 'government_official', agency.id)]);
    await createBusiness(owner.api, aFullProfile());
    await hub.sweep();
  });

  afterAll(() => hub.close());

  const idOf = (title: string): string => ids[board.findIndex((one) => one.title === title)] ?? '';
  const list = async (query: Record<string, string | number> = {}): Promise<Match[]> => {
    const { status, body } = await owner.api.get('/matching/opportunities', query);
    expect(status).toBe(200);
    return body.items;
  };
  const one = async (title: string): Promise<Match> =>
    (await owner.api.get(`/matching/opportunities/${idOf(title)}`)).body;

  it('lists what the business may bid on, best first, each score with the parts it is the sum of', async () => {
    const items = await list();
    expect(titles(items)).toEqual(expect.arrayContaining(['Switches for HUBZone firms', 'Routers for everybody']));
    expect(items.map(({ score }) => score)).toEqual(items.map(({ score }) => score).sort((a, b) => b - a));
    for (const match of items) {
      expectPartsToSum(match);
      expect(match.score).toBeGreaterThan(0);
      expect(match.eligibility).not.toBe('not_eligible');
      expect(match.components.length).toBeGreaterThan(0);
    }
    expect(titles(items).slice(0, 3)).not.toContain('Roof for everybody');
  });

  it('says why the business may bid', async () => {
    const { eligibility, gates } = await one('Switches for HUBZone firms');
    expect(eligibility).toBe('eligible');
    expect(gates).toContainEqual(
      expect.objectContaining({
        rule: 'set-aside.hubzone',
        verdict: 'pass',
        source: expect.stringContaining('13 CFR 126'),
      }),
    );
  });

  it('never ranks what the business may not bid on, and names the rule', async () => {
    expect(titles(await list({ limit: 100 }))).not.toContain('Network for veterans');
    const refused = await list({ eligibility: 'not_eligible' });
    expect(titles(refused)).toEqual(expect.arrayContaining(['Network for veterans', 'Survey of network vendors']));
    const veterans = refused.find(({ opportunity }) => opportunity.title === 'Network for veterans');
    expect(veterans).toMatchObject({ eligibility: 'not_eligible', score: 0, components: [] });
    expect(veterans?.gates).toContainEqual(
      expect.objectContaining({ rule: 'set-aside.sdvosb', verdict: 'fail', source: '13 CFR 128.401' }),
    );
  });

  it('asks where the notice does not say, instead of guessing', async () => {
    const { eligibility, gates } = await one('Network, set-aside not stated');
    const unknown = gates.find(({ verdict }) => verdict === 'unknown');
    expect(eligibility).toBe('unknown');
    expect(unknown).toMatchObject({ rule: 'set-aside.not-stated', question: expect.stringContaining('?') });
    expect(titles(await list({ eligibility: 'unknown' }))).toEqual(['Network, set-aside not stated']);
  });

  it.each<[Record<string, string | number>, string[]]>([
    [{ setAside: 'HZC' }, ['Switches for HUBZone firms']],
    [{ setAside: 'hzc' }, ['Switches for HUBZone firms']],
    [{ setAside: 'unknown' }, ['Network, set-aside not stated']],
    [{ naics: '2381' }, ['Roof for everybody']],
    [{ noticeType: 'r' }, []],
    [{ eligibility: 'not_eligible', noticeType: 'r' }, ['Survey of network vendors']],
    [{ eligibility: 'not_eligible', setAside: 'SDVOSBC' }, ['Network for veterans']],
    [{ minScore: 100 }, []],
  ])('filters by %j', async (query, expected) => {
    expect(titles(await list(query))).toEqual(expected);
  });

  it('lists no less than the least score asked for', async () => {
    const [best, second] = await list();
    const least = best?.score ?? 0;
    expect(second).toBeDefined();
    expect((await list({ minScore: least })).every(({ score }) => score >= least)).toBe(true);
    expect(titles(await list({ minScore: least }))).toContain(best?.opportunity.title);
  });

  it('gives parts that together are everything', async () => {
    const [all, first, rest] = [
      await list({ limit: 100 }),
      await list({ limit: 2 }),
      await list({ limit: 100, offset: 2 }),
    ];
    expect([...first, ...rest]).toEqual(all);
  });

  it.each([
    ['eligibility', 'maybe'],
    ['minScore', '101'],
    ['minScore', ''],
    ['minScore', 'abc'],
    ['noticeType', 'x'],
    ['naics', '5'],
    ['setAside', '%'],
    ['sort', 'score'],
  ])('refuses %s=%s', async (name, value) => {
    const { status, body } = await owner.api.get('/matching/opportunities', { [name]: value });
    expect([status, body.errors?.[0]?.field]).toEqual([422, name]);
  });

  it('works out one pair as it is listed', async () => {
    const listed = (await list()).find(({ opportunity }) => opportunity.title === 'Routers for everybody');
    const { status, body } = await owner.api.get(`/matching/opportunities/${idOf('Routers for everybody')}`);
    expect(status).toBe(200);
    expect(body).toEqual(listed);
    expect((await one('Network for veterans')).eligibility).toBe('not_eligible');
    expect((await owner.api.get(`/matching/opportunities/${randomUUID()}`)).status).toBe(404);
    expect((await owner.api.get('/matching/opportunities/1')).status).toBe(400);
  });

  it('is for owners of a profile', async () => {
    const [viewer, newcomer, admin] = await Promise.all([signIn(hub, 'viewer'), signIn(hub), signIn(hub, 'admin')]);
    for (const path of ['/matching/opportunities', `/matching/opportunities/${ids[0]}`]) {
      const people = [hub.anonymous, viewer.api, official.api, newcomer.api, admin.api];
      const statuses = await Promise.all(people.map(async (api) => (await api.get(path)).status));
      expect(statuses).toEqual([401, 403, 403, 404, 404]);
    }
  });

  it('follows the profile: what was refused is ranked once the certification is there', async () => {
    const veteran = await signIn(hub);
    const path = `/businesses/${await createBusiness(veteran.api, aFullProfile())}`;
    await hub.sweep();
    const listed = async (): Promise<string[]> =>
      titles((await veteran.api.get('/matching/opportunities', { setAside: 'SDVOSBC' })).body.items);
    expect(await listed()).toEqual([]);
    const certification = { program: 'sdvosb', status: 'active', expiresOn: '2028-01-01' };
    const { body } = await veteran.api.post(`${path}/certifications`, certification);
    await hub.sweep();
    expect(await listed()).toEqual(['Network for veterans']);
    await veteran.api.delete(`${path}/certifications/${body.id}`);
    await hub.sweep();
    expect(await listed()).toEqual([]);
    await veteran.api.delete(path);
    await hub.sweep();
    expect((await veteran.api.get('/matching/opportunities')).status).toBe(404);
  });

  describe('of an opportunity', () => {
    const pathOf = (title: string): string => `/opportunities/${idOf(title)}/matches`;

    it('shows officials and administrators who could serve it, best first, without what is private', async () => {
      const admin = await signIn(hub, 'admin');
      for (const { api } of [official, admin]) {
        const { status, body } = await api.get(pathOf('Switches for HUBZone firms'));
        expect(status).toBe(200);
        expect(body).toMatchObject({
          total: 1,
          items: [{ eligibility: 'eligible', business: { dbaName: 'Wasatch Networks' } }],
        });
        for (const match of body.items) expectPartsToSum(match);
        expect(JSON.stringify(body)).not.toMatch(/annualRevenue|employeeCount|dunsNumber|owner@/);
      }
    });

    it('names nobody who may not bid', async () => {
      expect((await official.api.get(pathOf('Network for veterans'))).body).toMatchObject({ total: 0, items: [] });
    });

    it('is not for owners and viewers', async () => {
      const viewer = await signIn(hub, 'viewer');
      const people = [hub.anonymous, viewer.api, owner.api];
      const statuses = await Promise.all(
        people.map(async (api) => (await api.get(pathOf('Routers for everybody'))).status),
      );
      expect(statuses).toEqual([401, 403, 403]);
    });

    it('answers 404 where there is none', async () => {
      expect((await official.api.get(`/opportunities/${randomUUID()}/matches`)).status).toBe(404);
    });
  });

  it('records who had all lists made anew', async () => {
    const admin = await signIn(hub, 'admin');
    const { status, body } = await admin.api.post('/admin/rematch');
    expect([status, body]).toEqual([202, { businesses: 1 }]);
    const recorded = `SELECT actor_id, details FROM audit_events WHERE action = 'rematch.started'`;
    expect(await hub.query(recorded)).toEqual([{ actor_id: admin.id, details: { businesses: 1 } }]);
  });

  it('gives a new business its matches, and a new opportunity its place in them, when a worker runs', async () => {
    await hub.startWorker();
    const { api } = await signIn(hub);
    await createBusiness(api, aFullProfile());
    const listed = async (): Promise<string[]> => titles((await api.get('/matching/opportunities')).body.items);
    await eventually(async () => (await listed()).includes('Switches for HUBZone firms'));
    await hub.publish(notice('Switches, the second lot', { setAside: 'HZC' }));
    await eventually(async () => (await listed()).includes('Switches, the second lot'));
  });
});
