import {
  aNewBusiness,
  HandClock,
  type MatchingTest,
  openMatching,
  openMatchingTest,
  someNotices,
} from '../../../../test/support/matching-context';
import type { Principal } from '../../../common/auth/principal';

const clock = new HandClock(new Date('2026-04-10T12:00:00Z'));

let hub: MatchingTest;

const create = async (companyName: string): Promise<string> =>
  (await hub.businesses.create(null, aNewBusiness({ companyName }))).id;

const matchedAt = (businessId: string): Promise<number> =>
  hub.count(`matches WHERE business_id = '${businessId}' AND matched_at = '${clock.now().toISOString()}'`);

const allRows = (): Promise<readonly unknown[]> =>
  hub.dataSource.query(`SELECT * FROM matches ORDER BY business_id, opportunity_id`);

beforeEach(async () => {
  clock.set('2026-04-10T12:00:00Z');
  hub = await openMatchingTest(clock);
});

afterEach(async () => hub.close());

describe('the sweep', () => {
  it('does nothing on an empty hub', async () => {
    await hub.sweep.sweep();
    await hub.sweep.sweep();
    expect(await hub.count('text_corpora')).toBe(0);
  });

  it('matches businesses before there is any opportunity, and once there are', async () => {
    const id = await create('Early Bird');
    await hub.sweep.sweep();
    expect(await hub.count('match_states')).toBe(1);
    await hub.recorder.recordNotices(someNotices(2));
    await hub.sweep.sweep();
    expect(await matchedAt(id)).toBe(2);
  });

  it('finds a business that was never matched and leaves the others alone', async () => {
    await hub.recorder.recordNotices(someNotices(2));
    const old = await create('Old');
    await hub.sweep.sweep();
    clock.set('2026-04-10T12:10:00Z');
    const young = await create('Young');
    await hub.sweep.sweep();
    expect([await matchedAt(old), await matchedAt(young)]).toEqual([0, 2]);
  });

  it('finds a profile that changed', async () => {
    await hub.recorder.recordNotices(someNotices(2));
    const id = await create('Changing');
    await hub.sweep.sweep();
    const before = await hub.storedMatches(id);
    const admin: Principal = {
      userId: id,
      role: 'admin',
      sessionId: id,
      isVerified: true,
      agencyId: null,
      mustEnrolSecondFactor: false,
    };
    await hub.businesses.update(admin, id, { description: 'Asphalt.' });
    await hub.sweep.sweep();
    expect((await hub.storedMatches(id))[0]?.score).toBeLessThan(before[0]?.score ?? 0);
  });

  it('finds opportunities that no job announced', async () => {
    await hub.recorder.recordNotices(someNotices(10));
    const id = await create('Waiting');
    await hub.sweep.sweep();
    await hub.recorder.recordNotices(someNotices(1, {}, 20));
    await hub.sweep.sweep();
    expect(await hub.storedMatches(id)).toHaveLength(11);
  });

  it('makes a list anew when it is older than a day, without what closed meanwhile', async () => {
    await hub.recorder.recordNotices(someNotices(3));
    const id = await create('Daily');
    await hub.sweep.sweep();
    clock.set('2026-05-01T00:02:00Z');
    await hub.sweep.sweep();
    expect((await hub.storedMatches(id)).map(({ title }) => title)).toEqual(['Network equipment 0003']);
  });

  it('makes all lists anew when the words were counted anew', async () => {
    await hub.recorder.recordNotices(someNotices(2));
    const id = await create('Counting');
    await hub.sweep.sweep();
    expect((await hub.storedMatches(id))[0]?.modelVersion).toBe('2026-11.1');
    await hub.recorder.recordNotices(someNotices(2, {}, 20));
    await hub.sweep.sweep();
    expect((await hub.storedMatches(id)).map(({ modelVersion }) => modelVersion)).toEqual(Array(4).fill('2026-11.2'));
  });

  it('goes on when a business was deleted meanwhile', async () => {
    await hub.recorder.recordNotices(someNotices(2));
    const [gone, staying] = [await create('Gone'), await create('Staying')];
    await hub.sweep.sweep();
    await hub.dataSource.query('DELETE FROM businesses WHERE id = $1', [gone]);
    await hub.rematch.rematchAll({});
    expect([await hub.count('match_states'), await hub.count('matches')]).toEqual([1, 2]);
    expect(await matchedAt(staying)).toBe(2);
  });

  it('stops when it is told to and leaves the rest to the next one', async () => {
    const id = await create('Patient');
    await hub.sweep.sweep({ signal: AbortSignal.abort() });
    expect(await hub.count('match_states')).toBe(0);
    await hub.sweep.sweep();
    expect(await hub.count(`match_states WHERE business_id = '${id}'`)).toBe(1);
  });
});

describe('two processes on the same businesses at once', () => {
  it('end with the rows that one leaves', async () => {
    const other = await openMatching(hub.url, clock);
    try {
      for (let number = 1; number <= 12; number += 1) await create(`Firm ${number}`);
      const recorded = await hub.recorder.recordNotices(someNotices(30));
      const opportunityIds = recorded.map(({ opportunityId }) => opportunityId);
      await hub.sweep.sweep();
      const alone = await allRows();
      await hub.dataSource.query('UPDATE opportunities SET matched_revision = 0');
      await hub.rematch.request();
      const businessIds: { id: string }[] = await hub.dataSource.query('SELECT id FROM businesses ORDER BY id DESC');
      await Promise.all([
        hub.sweep.sweep(),
        other.sweep.sweep(),
        other.matchBusinesses.match(businessIds.map(({ id }) => id)),
        hub.matchOpportunities.match([...opportunityIds].reverse()),
      ]);
      expect(await allRows()).toEqual(alone);
    } finally {
      await other.close();
    }
  });
});
