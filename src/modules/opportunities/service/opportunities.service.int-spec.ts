import { aNotice, anAward, dueAt } from '../../../../test/support/notices';
import { type Opportunities, openOpportunities } from '../../../../test/support/opportunities';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/template-database';
import { FixedClock } from '../../../common/time/clock';
import type { Notice } from '../domain/notice';
import type { OpportunitySlice } from '../domain/opportunity-search';
import type { OpportunityQuestion } from './opportunities.service';

const NOW = new Date('2026-04-10T12:00:00Z');
const BY_ID: OpportunitySlice = { sort: 'postedAt', order: 'asc', limit: 100, offset: 0 };

const stored = (title: string, given: Partial<Notice> = {}): Notice =>
  aNotice({ title, sourceNoticeId: title, solicitationNumber: `SOL-26-${title}`, description: '', ...given });

const address = { city: null, country: 'USA' };
const provo = { ...address, state: 'UT', zip: '84601' };
const saltLake = { ...address, state: 'UT', zip: '84101' };

const notices: readonly Notice[] = [
  stored('router', {
    naicsCode: '334210',
    pscCode: '7025',
    setAside: 'SBA',
    responseDeadline: dueAt('2026-04-20T18:00:00Z'),
  }),
  stored('helpdesk', { setAside: 'NONE', description: 'Routers are out of scope.', placeOfPerformance: provo }),
  stored('due now', { responseDeadline: dueAt('2026-04-10T12:00:00Z') }),
  stored('sought', { type: 'r', officePlace: saltLake, responseDeadline: dueAt('2026-04-12T05:59:59Z') }),
  anAward('C-1', { title: 'award', sourceNoticeId: 'award', solicitationNumber: 'SOL-26-award', description: '' }),
  stored('archived', { archiveOn: '2026-04-09' }),
  stored('50% off_', {
    naicsCode: '33',
    buyer: { department: 'INTERIOR, 100% GREEN', subTier: null, office: null, officeCode: null },
  }),
];

describe('searching opportunities', () => {
  let database: TestDatabase;
  let opportunities: Opportunities;

  beforeAll(async () => {
    database = await createTestDatabase();
    opportunities = await openOpportunities(database.url, new FixedClock(NOW));
    await opportunities.recorder.recordNotices(notices);
  });

  afterAll(async () => {
    await opportunities.close();
    await database.drop();
  });

  const titles = async (question: OpportunityQuestion, slice: Partial<OpportunitySlice> = {}): Promise<string[]> =>
    (await opportunities.service.search(question, { ...BY_ID, ...slice }))[0].map(({ title }) => title);

  it.each<[string, OpportunityQuestion, string[]]>([
    ['open ones', { status: ['open'] }, ['router', 'helpdesk', 'sought', '50% off_']],
    ['several statuses', { status: ['closed', 'awarded', 'archived'] }, ['due now', 'award', 'archived']],
    ['what can be bid on', { biddable: true }, ['router', 'helpdesk', '50% off_']],
    ['what cannot be bid on', { biddable: false }, ['due now', 'sought', 'award', 'archived']],
    ['words, stemmed', { q: 'ROUTERS' }, ['router', 'helpdesk']],
    ['words without another', { q: 'router -scope' }, ['router']],
    ['a number with or without punctuation', { q: 'SOL26router' }, ['router']],
    ['a solicitation number', { solicitationNumber: 'sol26 router' }, ['router']],
    ['no placeholder of a number', { solicitationNumber: 'N/A' }, []],
    ['a whole NAICS sector by one of its parts', { naics: ['31'] }, ['router', '50% off_']],
    ['a NAICS group', { naics: ['3342'] }, ['router']],
    ['a PSC group', { psc: ['70', 'ZZ'] }, ['router']],
    ['a set-aside', { setAside: ['sba'] }, ['router']],
    ['unrestricted ones', { setAside: ['none'] }, ['helpdesk']],
    ['those that do not say', { setAside: ['unknown'] }, ['due now', 'sought', 'award', 'archived', '50% off_']],
    ['a notice type', { noticeType: ['r', 'a'] }, ['sought', 'award']],
    ['another source', { source: ['utah'] }, []],
    ['part of an agency name, % taken literally', { agency: '100%' }, ['50% off_']],
    ['the state, by place or else office', { state: 'ut' }, ['helpdesk', 'sought']],
    ['Utah County, which is not the state', { county: 'Utah' }, ['helpdesk']],
    ['a county of the office', { county: 'Salt Lake County' }, ['sought']],
    ['a county by FIPS code', { county: '49049' }, ['helpdesk']],
    [
      'a window of deadlines',
      { dueFrom: new Date('2026-04-10T12:00:00Z'), dueTo: new Date('2026-04-20T18:00:00Z') },
      ['due now', 'sought'],
    ],
    ['a window of postings', { postedFrom: new Date('2026-04-02Z') }, []],
  ])('finds %s', async (_, question, expected) => {
    expect((await titles(question)).sort()).toEqual([...expected].sort());
  });

  it('sorts by deadline with the unknown ones last in both orders', async () => {
    const dated = { noticeType: ['o', 'r'] as const };
    expect((await titles(dated, { sort: 'dueAt' })).slice(0, 3)).toEqual(['due now', 'sought', 'router']);
    expect((await titles(dated, { sort: 'dueAt', order: 'desc' })).slice(0, 3)).toEqual([
      'router',
      'sought',
      'due now',
    ]);
  });

  it('ranks a word in the title before one in the description', async () => {
    expect(await titles({ q: 'router' }, { sort: 'relevance', order: 'desc' })).toEqual(['router', 'helpdesk']);
  });

  it('gives every item once over all pages and counts them all', async () => {
    const pages = await Promise.all(
      [0, 3, 6, 9].map((offset) => opportunities.service.search({}, { ...BY_ID, limit: 3, offset })),
    );
    expect(pages.flatMap(([items]) => items.map(({ title }) => title)).sort()).toEqual(
      notices.map(({ title }) => title).sort(),
    );
    expect(pages.map(([, total]) => total)).toEqual([7, 7, 7, 7]);
  });

  it.each([
    ['county', { county: 'Cook' }],
    ['setAside', { setAside: ['SBAX'] }],
    ['naics', { naics: ['99'] }],
  ])('refuses an unknown %s by name', async (field, question) => {
    await expect(opportunities.service.search(question, BY_ID)).rejects.toMatchObject({
      kind: 'invalid',
      fields: [{ field }],
    });
  });

  it('shows where an opportunity is and which address says so', async () => {
    const [items] = await opportunities.service.search({ county: 'Salt Lake' }, BY_ID);
    expect(items[0]).toMatchObject({
      location: { basis: 'office', state: 'UT', county: 'Salt Lake' },
      placeOfPerformance: { county: null, state: null },
      agency: 'DEPT OF DEFENSE',
      status: 'open',
      biddable: false,
    });
  });

  it('never shows what was withdrawn', async () => {
    const [items] = await opportunities.service.search({ q: 'archived' }, BY_ID);
    const id = items[0]?.id ?? '';
    await opportunities.dataSource.query('update opportunities set withdrawn_at = $1 where id = $2', [NOW, id]);
    try {
      await expect(opportunities.service.get(id)).rejects.toMatchObject({ kind: 'not-found' });
      expect(await titles({ q: 'archived' })).toEqual([]);
      expect((await opportunities.service.findCards([id])).size).toBe(0);
    } finally {
      await opportunities.dataSource.query('update opportunities set withdrawn_at = null where id = $1', [id]);
    }
  });

  it('hands matching the open ones page by page, and again only those that changed', async () => {
    const question = { now: NOW, onlyOpen: true, onlyUnmatched: true, limit: 3 };
    const first = await opportunities.service.findForMatching(question);
    const second = await opportunities.service.findForMatching({ ...question, afterId: first.at(-1)?.id });
    expect([...first, ...second].map(({ title }) => title).sort()).toEqual([
      '50% off_',
      'helpdesk',
      'router',
      'sought',
    ]);
    expect(first.find(({ title }) => title === 'router')?.searchVector).toMatch(/'router':1A/);
    await opportunities.service.markMatched(
      [...first, ...second].map(({ id, matchRevision }) => ({ opportunityId: id, matchRevision })),
    );
    expect(await opportunities.service.findForMatching(question)).toEqual([]);
  });
});
