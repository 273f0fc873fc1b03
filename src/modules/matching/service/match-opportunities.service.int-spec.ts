import {
  aNewBusiness,
  HandClock,
  type MatchingTest,
  openMatchingTest,
  someNotices,
} from '../../../../test/support/matching-context';
import { anAward, dueAt } from '../../../../test/support/notices';
import type { Notice } from '../../opportunities';

const clock = new HandClock(new Date('2026-04-10T12:00:00Z'));

let hub: MatchingTest;
let businessId: string;

const record = async (notices: readonly Notice[]): Promise<readonly string[]> =>
  (await hub.recorder.recordNotices(notices)).map(({ opportunityId }) => opportunityId);

const titles = async (): Promise<readonly string[]> => (await hub.storedMatches(businessId)).map(({ title }) => title);

/** Records notices and takes the announcement of their change, as a job does. */
const publish = async (notices: readonly Notice[]): Promise<readonly string[]> => {
  const ids = await record(notices);
  await hub.matchOpportunities.match(ids);
  return ids;
};

beforeEach(async () => {
  clock.set('2026-04-10T12:00:00Z');
  hub = await openMatchingTest(clock);
  businessId = (await hub.businesses.create(null, aNewBusiness())).id;
  await record(someNotices(3));
  await hub.sweep.sweep();
});

afterEach(async () => hub.close());

describe('an opportunity that changed', () => {
  it('enters the lists when it is new', async () => {
    await publish(someNotices(1, { title: 'Cloud migration' }, 10));
    expect(await titles()).toContain('Cloud migration');
    expect(await hub.count('opportunities WHERE matched_revision <> match_revision')).toBe(0);
  });

  it('leaves the lists of those for whom it is no longer', async () => {
    const [changed] = someNotices(1, { setAside: 'SDVOSBC', postedAt: new Date('2026-04-09T12:00:00Z') }, 2);
    if (changed) await publish([{ ...changed, sourceNoticeId: 'amendment' }]);
    expect(await titles()).toEqual(['Network equipment 0001', 'Network equipment 0003']);
  });

  it('leaves all lists when it is awarded', async () => {
    const award = anAward('W912XX26C0002', {
      sourceNoticeId: 'award',
      solicitationNumber: 'W912XX26R0002',
      postedAt: new Date('2026-04-09T12:00:00Z'),
    });
    await publish([award]);
    expect(await titles()).toEqual(['Network equipment 0001', 'Network equipment 0003']);
    expect(await hub.count('opportunities WHERE matched_revision <> match_revision')).toBe(0);
  });

  it('leaves all lists when its deadline has passed before it was matched', async () => {
    const [changed] = someNotices(
      1,
      { description: 'Now with cables.', postedAt: new Date('2026-04-09T12:00:00Z') },
      2,
    );
    const ids = changed ? await record([{ ...changed, sourceNoticeId: 'amendment' }]) : [];
    clock.set('2026-05-01T00:02:00Z');
    await hub.matchOpportunities.match(ids);
    expect(await titles()).toEqual(['Network equipment 0001', 'Network equipment 0003']);
  });

  it('is not touched when its present revision was matched already', async () => {
    const ids = await publish(someNotices(1, {}, 10));
    const before = await hub.dataSource.query(`SELECT xmin::text, * FROM matches ORDER BY business_id, opportunity_id`);
    clock.set('2026-04-10T13:00:00Z');
    await hub.matchOpportunities.match(ids);
    const after = await hub.dataSource.query(`SELECT xmin::text, * FROM matches ORDER BY business_id, opportunity_id`);
    expect(after).toEqual(before);
  });

  it('stays to be matched when the work was told to stop', async () => {
    const ids = await record(someNotices(1, {}, 10));
    await hub.matchOpportunities.match(ids, AbortSignal.abort());
    expect(await hub.count('opportunities WHERE matched_revision <> match_revision')).toBe(1);
    await hub.sweep.sweep();
    expect(await hub.count('opportunities WHERE matched_revision <> match_revision')).toBe(0);
    expect(await titles()).toHaveLength(4);
  });
});

describe('a full list', () => {
  const amended = (title: string, setAside: string): readonly Notice[] =>
    someNotices(1, { title, setAside, postedAt: new Date('2026-04-09T12:00:00Z') }, 1).map((notice) => ({
      ...notice,
      sourceNoticeId: 'amendment',
    }));

  beforeEach(async () => {
    await record(someNotices(198, {}, 11));
    await hub.rematch.rematchAll({});
    await hub.sweep.sweep();
  });

  it('is not made anew for a change that keeps its place', async () => {
    await publish(amended('Cloud migration', 'NONE'));
    expect((await titles())[0]).toBe('Cloud migration');
    expect(await hub.count(`match_states WHERE matched_at = '-infinity'`)).toBe(0);
  });

  it('gives its last place to a better newcomer', async () => {
    await publish(someNotices(1, { title: 'Cloud migration' }, 500));
    const list = await titles();
    expect(list).toHaveLength(200);
    expect(list[0]).toBe('Cloud migration');
    expect(list.at(-1)).toBe('Network equipment 0206');
  });

  it('that loses a member is made anew by the next sweep, because a successor was never stored', async () => {
    await publish(amended('Network equipment 0001', 'SDVOSBC'));
    expect(await titles()).toHaveLength(199);
    await hub.sweep.sweep();
    const list = await titles();
    expect(list).toHaveLength(200);
    expect(list.at(-1)).toBe('Network equipment 0208');
  });

  it('that loses a member to an award is made anew, too', async () => {
    const award = anAward('W912XX26C0001', {
      sourceNoticeId: 'award',
      solicitationNumber: 'W912XX26R0001',
      postedAt: new Date('2026-04-09T12:00:00Z'),
    });
    await publish([award]);
    await hub.sweep.sweep();
    expect((await titles()).at(-1)).toBe('Network equipment 0208');
  });

  it('that loses a member to the clock is made anew within the hour', async () => {
    const [soon] = amended('Cloud migration', 'NONE');
    await publish(soon ? [{ ...soon, responseDeadline: dueAt('2026-04-10T12:30:00Z') }] : []);
    clock.set('2026-04-10T12:59:00Z');
    await hub.sweep.sweep();
    expect((await titles())[0]).toBe('Cloud migration');
    clock.set('2026-04-10T13:01:00Z');
    await hub.sweep.sweep();
    const list = await titles();
    expect(list).not.toContain('Cloud migration');
    expect([list.length, list.at(-1)]).toEqual([200, 'Network equipment 0208']);
  });
});
