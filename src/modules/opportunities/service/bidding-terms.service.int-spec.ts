import { randomUUID } from 'node:crypto';
import { aNotice, anAward, dueAt } from '../../../../test/support/notices';
import { type Opportunities, openOpportunities } from '../../../../test/support/opportunities';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/template-database';
import { FixedClock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import type { BiddingTerms } from '../domain/bidding-terms';
import type { Notice } from '../domain/notice';
import { BiddingTermsReadModel } from '../persistence/bidding-terms.read-model';
import { BiddingTermsService } from './bidding-terms.service';

const NOW = new Date('2026-04-10T12:00:00Z');

const stored = (title: string, given: Partial<Notice> = {}): Notice =>
  aNotice({ title, sourceNoticeId: title, solicitationNumber: `SOL-26-${title}`, ...given });

/** More than two pages. */
const MANY = 401;
const many = Array.from({ length: MANY }, (_, index) => stored(`many-${index}`, { type: index % 2 ? 'o' : 'k' }));

const others = [
  stored('over', { responseDeadline: dueAt('2026-04-10T12:00:00Z') }),
  stored('survey', { type: 'r' }),
  stored('archived', { archiveOn: '2026-04-09' }),
  anAward('C-1', { title: 'award', sourceNoticeId: 'award', solicitationNumber: 'SOL-26-award' }),
];

const whole = stored('whole', {
  source: 'utah',
  type: 'k',
  setAside: 'SBA',
  naicsCode: '236220',
  pscCode: 'Y1AA',
  buyer: { department: 'UTAH', subTier: 'DFCM', office: 'CAPITOL', officeCode: 'UT-1' },
  placeOfPerformance: { city: 'Provo', state: 'UT', zip: '84601', country: 'USA' },
  responseDeadline: { at: new Date('2026-05-01T05:59:59Z'), zone: 'America/Denver', text: 'April 30', dateOnly: true },
});

describe('terms of opportunities', () => {
  let database: TestDatabase;
  let opportunities: Opportunities;
  let terms: BiddingTermsService;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    opportunities = await openOpportunities(database.url, new FixedClock(NOW));
    terms = new BiddingTermsService(new BiddingTermsReadModel(new UnitOfWork(opportunities.dataSource)));
    await opportunities.recorder.recordNotices(many);
    const recorded = await opportunities.recorder.recordNotices([...others, whole]);
    [...others, whole].forEach(({ title }, index) => ids.set(title, recorded[index]?.opportunityId ?? ''));
  });

  afterAll(async () => {
    await opportunities.close();
    await database.drop();
  });

  it('walks everything that an offer may be made on, each once, in bounded pages', async () => {
    const pages: (readonly BiddingTerms[])[] = [];
    for await (const page of terms.walkBiddable(NOW)) pages.push(page);
    const found = pages.flat();
    expect(pages.map(({ length }) => length)).toEqual([200, 200, 2]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(MANY + 1);
    expect(found.every(({ status, noticeType }) => status === 'open' && 'ok'.includes(noticeType))).toBe(true);
  });

  it('reads what decides, and only that', async () => {
    expect(await terms.get(ids.get('whole') ?? '', NOW)).toEqual({
      id: ids.get('whole'),
      source: 'utah',
      noticeType: 'k',
      setAside: 'SBA',
      naicsCode: '236220',
      pscCode: 'Y1AA',
      buyer: whole.buyer,
      location: { state: 'UT' },
      responseDeadline: { at: new Date('2026-05-01T05:59:59Z'), zone: 'America/Denver', dateOnly: true },
      status: 'open',
    });
  });

  it.each([
    ['over', 'closed'],
    ['survey', 'open'],
    ['archived', 'archived'],
    ['award', 'awarded'],
  ])('knows how it stands with what can no longer be bid on: %s', async (title, status) => {
    expect(await terms.get(ids.get(title) ?? '', NOW)).toMatchObject({ status });
  });

  it('does not know drafts, withdrawn ones and what is not there', async () => {
    const id = ids.get('survey') ?? '';
    for (const change of ['withdrawn_at = now()', 'withdrawn_at = null, published_at = null']) {
      await opportunities.dataSource.query(`update opportunities set ${change} where id = $1`, [id]);
      await expect(terms.get(id, NOW)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(terms.get(randomUUID(), NOW)).rejects.toMatchObject({ code: 'not-found' });
  });
});
