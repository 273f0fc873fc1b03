import { aNotice, anAward, dueAt } from '../../../../test/support/notices';
import { type Opportunities, openOpportunities } from '../../../../test/support/opportunities';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/template-database';
import { FixedClock } from '../../../common/time/clock';
import type { Notice } from '../domain/notice';
import { OPPORTUNITIES_CHANGED, type OpportunitiesChanged } from '../domain/opportunity.events';
import type { OpportunityPage } from '../domain/opportunity-card';
import type { RecordedNotice, RecordingOutcome } from './record-notices.service';

const NOW = new Date('2026-04-10T12:00:00Z');

const amendment = (given: Partial<Notice> = {}): Notice =>
  aNotice({ sourceNoticeId: 'notice-2', postedAt: new Date('2026-04-05T12:00:00Z'), ...given });

const outcomes = (recorded: readonly RecordedNotice[]): RecordingOutcome[] => recorded.map(({ outcome }) => outcome);
const distinct = (recorded: readonly RecordedNotice[]): number =>
  new Set(recorded.map(({ opportunityId }) => opportunityId)).size;

describe('recording notices', () => {
  let database: TestDatabase;
  let opportunities: Opportunities;
  let announced: string[];

  beforeEach(async () => {
    database = await createTestDatabase();
    opportunities = await openOpportunities(database.url, new FixedClock(NOW));
    announced = [];
    opportunities.events.on(OPPORTUNITIES_CHANGED, (event: OpportunitiesChanged) =>
      announced.push(...event.opportunityIds),
    );
  });

  afterEach(async () => {
    await opportunities.close();
    await database.drop();
  });

  const record = (...notices: Notice[]): Promise<readonly RecordedNotice[]> =>
    opportunities.recorder.recordNotices(notices);
  const opportunityOf = async ([recorded]: readonly RecordedNotice[]): Promise<OpportunityPage> =>
    opportunities.service.get(recorded?.opportunityId ?? '');

  it('makes one opportunity of a notice and its amendments, whatever the order of the rows', async () => {
    const recorded = await record(amendment({ title: 'Amended' }), aNotice());
    expect(outcomes(recorded)).toEqual(['merged', 'created']);
    expect(distinct(recorded)).toBe(1);
    const opportunity = await opportunityOf(recorded);
    expect(opportunity).toMatchObject({ title: 'Amended', noticeCount: 2, publishedAt: aNotice().postedAt });
    expect(opportunity.notices.map(({ sourceNoticeId }) => sourceNoticeId)).toEqual(['notice-2', 'notice-1']);
  });

  it('gives the same state when an older notice arrives later', async () => {
    await record(amendment({ title: 'Amended', setAside: '8A' }));
    const recorded = await record(aNotice({ setAside: 'SBA' }));
    expect(outcomes(recorded)).toEqual(['merged']);
    expect(await opportunityOf(recorded)).toMatchObject({ title: 'Amended', setAside: '8A', noticeCount: 2 });
  });

  it('changes and announces nothing when the same notices come again', async () => {
    await record(aNotice(), amendment());
    announced = [];
    expect(outcomes(await record(aNotice(), amendment()))).toEqual(['unchanged', 'unchanged']);
    expect(announced).toEqual([]);
  });

  it('keeps every state of a notice whose content changes', async () => {
    await record(aNotice());
    const recorded = await record(aNotice({ title: 'Corrected' }));
    expect(outcomes(recorded)).toEqual(['updated']);
    expect(await opportunityOf(recorded)).toMatchObject({ title: 'Corrected', noticeCount: 1 });
    const history: unknown = await opportunities.dataSource.query(
      'select revision, title, superseded_at from notices order by revision',
    );
    expect(history).toEqual([
      { revision: 1, title: 'Network equipment', superseded_at: NOW },
      { revision: 2, title: 'Corrected', superseded_at: null },
    ]);
  });

  it('keeps the text when the same notice comes again in a format that carries none', async () => {
    await record(aNotice({ description: 'Switches and routers for the depot.' }));
    expect(outcomes(await record(aNotice({ description: '' })))).toEqual(['unchanged']);
    const recorded = await record(aNotice({ description: '', title: 'Corrected' }));
    expect(await opportunityOf(recorded)).toMatchObject({
      title: 'Corrected',
      description: 'Switches and routers for the depot.',
    });
  });

  it('judges the second occurrence of a notice in a batch against the first', async () => {
    const recorded = await record(aNotice(), aNotice(), aNotice({ title: 'Corrected' }));
    expect(outcomes(recorded)).toEqual(['created', 'unchanged', 'updated']);
    expect(await opportunityOf(recorded)).toMatchObject({ title: 'Corrected', noticeCount: 1 });
  });

  it('leaves a notice in its opportunity when its number changes', async () => {
    const first = await record(aNotice());
    const again = await record(aNotice({ solicitationNumber: 'OTHER-26-R-0002' }));
    expect(again).toEqual([{ outcome: 'updated', opportunityId: first[0]?.opportunityId }]);
  });

  it('holds one contract in one opportunity', async () => {
    const contracts = ['C-1', 'C-2', 'C-3'].map((number, at) => anAward(number, { sourceNoticeId: `award-${at}` }));
    const [first, ...others] = await record(...contracts);
    expect(outcomes([...(first ? [first] : []), ...others])).toEqual(['created', 'created', 'created']);
    const later = await record(
      aNotice(),
      anAward('C-2', { sourceNoticeId: 'again' }),
      anAward('C-4', { sourceNoticeId: 'new' }),
    );
    expect(later.map(({ opportunityId }) => opportunityId).slice(0, 2)).toEqual([
      first?.opportunityId,
      others[0]?.opportunityId,
    ]);
    expect(outcomes(later)).toEqual(['merged', 'merged', 'created']);
  });

  it('announces only what can change a match', async () => {
    const [{ opportunityId } = { opportunityId: '' }] = await record(aNotice());
    expect(announced).toEqual([opportunityId]);
    announced = [];
    await record(aNotice({ sourceUrl: 'https://sam.gov/opp/1' }));
    expect(announced).toEqual([]);
    await record(aNotice({ responseDeadline: dueAt('2026-05-01T20:00:00Z') }));
    expect(announced).toEqual([opportunityId]);
    const revisions: unknown = await opportunities.dataSource.query(
      'select match_revision, version from opportunities',
    );
    expect(revisions).toEqual([{ match_revision: '2', version: 3 }]);
  });

  it('makes one opportunity when several processes meet the same new procurement at once', async () => {
    const batches = Array.from({ length: 8 }, (_, index) => aNotice({ sourceNoticeId: `notice-${index}` }));
    const recorded = (await Promise.all(batches.map((notice) => record(notice)))).flat();
    expect(distinct(recorded)).toBe(1);
    expect(outcomes(recorded).sort()).toEqual(['created', ...Array<string>(7).fill('merged')]);
    expect(await opportunityOf(recorded)).toMatchObject({ noticeCount: 8 });
  });

  it('stores text that the database cannot hold as it is', async () => {
    const recorded = await record(aNotice({ title: 'A\0B', description: 'half \ud800 pair' }));
    expect(await opportunityOf(recorded)).toMatchObject({ title: 'A\uFFFDB', description: 'half \uFFFD pair' });
  });
});
