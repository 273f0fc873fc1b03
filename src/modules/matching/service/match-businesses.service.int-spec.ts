import { v7 as uuid } from 'uuid';
import {
  aNewBusiness,
  HandClock,
  type MatchingTest,
  openMatchingTest,
  someNotices,
} from '../../../../test/support/matching-context';
import { aNotice, dueAt } from '../../../../test/support/notices';

const NOON = '2026-04-10T12:00:00Z';
const clock = new HandClock(new Date(NOON));
const tenths = (points: number): number => Math.round(points * 10);

/** Nothing that the business does. */
const roses = { title: 'Roses', description: 'Red.', naicsCode: '111422', pscCode: '8730' };

let hub: MatchingTest;
let ownerId: string;
let businessId: string;

beforeAll(async () => {
  hub = await openMatchingTest(clock);
  const owner = await hub.users.create({
    email: 'owner@matching.test',
    passwordHash: 'none',
    firstName: 'Olive',
    lastName: 'Owner',
    phone: null,
    companyName: null,
    role: 'business_owner',
    agencyId: null,
    isActive: true,
    isVerified: true,
  });
  ownerId = owner.id;
  businessId = (await hub.businesses.create(ownerId, aNewBusiness())).id;
  const place = { city: 'Provo', state: 'UT', zip: '84601', country: 'USA' };
  await hub.recorder.recordNotices([
    ...someNotices(203),
    ...someNotices(1, { title: 'Cloud migration', placeOfPerformance: place }, 301),
    ...someNotices(1, { title: 'Cloud migration, undecided', setAside: null }, 302),
    ...someNotices(1, { title: 'For veterans', setAside: 'SDVOSBC' }, 303),
    ...someNotices(1, { ...roses, setAside: 'SDVOSBC' }, 306),
    ...someNotices(1, { title: 'Asking around', type: 'r' }, 304),
    ...someNotices(1, { title: 'Over', responseDeadline: dueAt('2026-04-10T11:59:59Z') }, 305),
    aNotice({
      sourceNoticeId: 'open-end',
      solicitationNumber: 'W912XX26R9999',
      title: 'No deadline',
      setAside: 'NONE',
    }),
  ]);
});

afterAll(async () => hub.close());
beforeEach(() => clock.set(NOON));

describe('matching a business', () => {
  it('stores its best 200 and remembers the revision that they were made at', async () => {
    await hub.matchBusinesses.match([businessId]);
    const stored = await hub.storedMatches(businessId);
    expect(stored).toHaveLength(200);
    expect(stored[0]).toMatchObject({ title: 'Cloud migration', eligibility: 'eligible', modelVersion: '2026-11.0' });
    const states = await hub.count(
      `match_states state JOIN businesses b ON b.id = state.business_id AND b.match_revision = state.matched_revision
       WHERE state.matched_at = '${NOON}'`,
    );
    expect(states).toBe(1);
  });

  it('leaves out what is closed, what is not biddable and what is set aside for others', async () => {
    const titles = (await hub.storedMatches(businessId)).map(({ title }) => title);
    for (const title of ['Over', 'Asking around', 'For veterans']) expect(titles).not.toContain(title);
  });

  it('changes nothing but the time when it is done again', async () => {
    const before = await hub.storedMatches(businessId);
    clock.set('2026-04-10T13:00:00Z');
    await hub.matchBusinesses.match([businessId]);
    expect(await hub.storedMatches(businessId)).toEqual(before);
    expect(await hub.count(`matches WHERE matched_at <> '2026-04-10T13:00:00Z'`)).toBe(0);
  });

  it('stores parts that sum to the score exactly', async () => {
    for (const { score, components } of await hub.storedMatches(businessId)) {
      expect(components.reduce((sum, { contribution }) => sum + tenths(contribution), 0)).toBe(tenths(score));
    }
  });

  it('puts equal scores in the order of their deadlines, what states none last', async () => {
    const equal = (await hub.storedMatches(businessId)).filter(({ title }) => title.startsWith('Network equipment'));
    expect(new Set(equal.map(({ score }) => score)).size).toBe(1);
    const titles = equal.map(({ title }) => title);
    expect(titles).toEqual([...titles].sort());
    expect(titles).not.toContain('Network equipment 0203');
  });

  it('is done once for many changes in a row', async () => {
    await hub.dataSource.query('UPDATE businesses SET match_revision = match_revision + 3 WHERE id = $1', [businessId]);
    await hub.matchBusinesses.matchIfBehind(businessId);
    const versions = (): Promise<unknown> =>
      hub.dataSource.query('SELECT xmin::text, matched_at FROM match_states WHERE business_id = $1', [businessId]);
    const after = await versions();
    clock.set('2026-04-10T14:00:00Z');
    await hub.matchBusinesses.matchIfBehind(businessId);
    expect(await versions()).toEqual(after);
    expect(await hub.count('matches')).toBe(200);
  });

  it('passes over a business that is gone', async () => {
    await hub.matchBusinesses.match([uuid()]);
    await hub.matchBusinesses.match([]);
    expect(await hub.count('match_states')).toBe(1);
  });
});

describe('what an owner sees', () => {
  const list = async (filter: Parameters<MatchingTest['matches']['search']>[1] = {}) => {
    const [items, total] = await hub.matches.search(ownerId, filter, { limit: 200, offset: 0 });
    return { titles: items.map(({ opportunity }) => opportunity.title), items, total };
  };

  it('is the stored list, best first', async () => {
    const { titles, total } = await list();
    expect(total).toBe(200);
    expect(titles).toEqual((await hub.storedMatches(businessId)).map(({ title }) => title));
  });

  it('no longer holds what has closed since it was matched', async () => {
    clock.set('2026-05-01T00:03:00Z');
    const { titles, total } = await list();
    expect(total).toBe(197);
    expect(titles).not.toContain('Network equipment 0003');
    expect(titles).toContain('Network equipment 0004');
  });

  it('shows one pair exactly as it is stored', async () => {
    for (const stored of (await hub.storedMatches(businessId)).slice(0, 3)) {
      const shown = await hub.matches.get(ownerId, stored.opportunityId);
      const { score, confidence, eligibility, gates, components, modelVersion } = shown;
      const { opportunityId, title, ...rest } = stored;
      expect({ score, confidence, eligibility, gates, components, modelVersion }).toEqual(rest);
      expect([shown.opportunityId, shown.opportunity.title]).toEqual([opportunityId, title]);
    }
  });

  it('tells what it may not bid on, and by which rule', async () => {
    const { items, total } = await list({ eligibility: 'not_eligible' });
    expect(total).toBe(3);
    expect(items.at(-1)?.opportunity.title).toBe('Roses');
    const failed = items.map(({ opportunity, score, components, gates }) => [
      opportunity.title,
      score,
      components.length,
      gates.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule),
    ]);
    expect(failed).toContainEqual(['For veterans', 0, 0, ['set-aside.sdvosb']]);
    expect(failed).toContainEqual(['Asking around', 0, 0, ['notice.biddable']]);
    expect((await list({ eligibility: 'not_eligible', setAside: 'SDVOSBC' })).titles).toEqual([
      'For veterans',
      'Roses',
    ]);
  });

  it('asks what would settle an unknown', async () => {
    const { items } = await list({ eligibility: 'unknown' });
    expect(items.map(({ opportunity }) => opportunity.title)).toEqual(['Cloud migration, undecided']);
    expect(items[0]?.gates.find(({ verdict }) => verdict === 'unknown')?.question).toMatch(/set aside\?/);
  });

  it('answers not found for an opportunity that does not exist', async () => {
    await expect(hub.matches.get(ownerId, uuid())).rejects.toMatchObject({ kind: 'not-found' });
  });
});
