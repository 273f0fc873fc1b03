import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportNoticesService } from '../../src/modules/ingestion';
import type { Notice } from '../../src/modules/opportunities';
import { startHub, type TestHub } from '../support/app';
import { aNotice, anAward, dueAt } from '../support/notices';
import { samExtract, samRow } from '../support/sam-extract';

const utah = { city: 'Ogden', state: 'UT', zip: '84404', country: 'USA' };
const contact = {
  kind: 'primary',
  title: null,
  name: 'Jo Buyer',
  email: 'jo@buyer.test',
  phone: '801-555-0101',
} as const;

let notices = 0;
/** A notice of a procurement of its own. */
const notice = (given: Partial<Notice>): Notice => {
  notices += 1;
  return aNotice({ sourceNoticeId: `n-${notices}`, solicitationNumber: `SOL-${1_000 + notices}`, ...given });
};

const switches = notice({
  title: 'Network switches',
  setAside: 'HZC',
  responseDeadline: dueAt('2026-04-20T20:00:00Z'),
});
const roof = notice({
  title: 'Roof repair',
  description: 'Replace the roof of the armory.',
  type: 'k',
  setAside: 'NONE',
  naicsCode: '238160',
  pscCode: 'Z1AA',
  postedAt: new Date('2026-04-03T12:00:00Z'),
  placeOfPerformance: utah,
  contacts: [contact],
  sourceUrl: 'https://sam.gov/opp/1/view',
  responseDeadline: dueAt('2026-04-15T20:00:00Z'),
});
const sought = notice({
  title: 'Market research on paving',
  description: 'Asphalt.',
  type: 'r',
  naicsCode: '324121',
  pscCode: '5610',
  source: 'utah',
  buyer: { department: 'Utah Department of Transportation', subTier: null, office: null, officeCode: null },
});
const late = notice({ title: 'Late fence', description: 'Posts.', responseDeadline: dueAt('2026-04-10T12:00:00Z') });
const awarded = anAward('A-1', {
  sourceNoticeId: 'award-1',
  solicitationNumber: 'SOL-AWARD',
  title: 'Chairs',
  description: 'Oak.',
});

describe('opportunities', () => {
  let hub: TestHub;
  let roofId = '';
  let folder: string;

  beforeAll(async () => {
    hub = await startHub();
    folder = await mkdtemp(join(tmpdir(), 'opportunities-'));
    [, roofId = ''] = await hub.publish(switches, roof, sought, late, awarded);
  });

  afterAll(async () => {
    await hub.close();
    await rm(folder, { recursive: true });
  });

  const titles = async (query: Record<string, string | number>): Promise<string[]> => {
    const { status, body } = await hub.anonymous.get('/opportunities', query);
    expect(status).toBe(200);
    expect(body.total).toBe(body.items.length);
    return body.items.map(({ title }: { title: string }) => title);
  };

  it('lists what is open, newest first, without an account', async () => {
    const [newest, ...older] = await titles({});
    expect(newest).toBe('Roof repair');
    expect(older.sort()).toEqual(['Market research on paving', 'Network switches']);
  });

  it.each<[Record<string, string>, string[]]>([
    [{ q: 'roof' }, ['Roof repair']],
    [{ q: '"roof of the armory"' }, ['Roof repair']],
    [{ q: 'roof -armory' }, []],
    [{ naics: '2381' }, ['Roof repair']],
    [{ naics: '31-33' }, ['Market research on paving']],
    [{ naics: '33' }, ['Market research on paving']],
    [{ psc: 'z1' }, ['Roof repair']],
    [{ setAside: 'HZC' }, ['Network switches']],
    [{ setAside: 'none' }, ['Roof repair']],
    [{ setAside: 'unknown' }, ['Market research on paving']],
    [{ noticeType: 'r' }, ['Market research on paving']],
    [{ source: 'utah' }, ['Market research on paving']],
    [{ agency: 'transportation' }, ['Market research on paving']],
    [{ state: 'ut' }, ['Roof repair']],
    [{ county: 'Weber' }, ['Roof repair']],
    [{ county: '49057' }, ['Roof repair']],
    [{ county: 'Utah' }, []],
    [{ status: 'closed' }, ['Late fence']],
    [{ status: 'awarded' }, ['Chairs']],
    [{ postedFrom: '2026-04-02' }, ['Roof repair']],
    [{ dueTo: '2026-04-15' }, ['Roof repair']],
    [{ dueFrom: '2026-04-16', dueTo: '2026-04-20' }, ['Network switches']],
    [{ solicitationNumber: roof.solicitationNumber?.toLowerCase().replace('-', '') ?? '' }, ['Roof repair']],
    [{ biddable: 'true', sort: 'dueAt' }, ['Roof repair', 'Network switches']],
    [{ biddable: 'false' }, ['Market research on paving']],
  ])('filters by %j', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it('gives parts that together are everything, in either order', async () => {
    const all = await titles({ status: 'any', sort: 'postedAt', order: 'asc' });
    expect(all).toHaveLength(5);
    const parts: string[] = [];
    for (const offset of [0, 2, 4]) {
      const query = { status: 'any', sort: 'postedAt', order: 'asc', limit: 2, offset };
      const { body } = await hub.anonymous.get('/opportunities', query);
      expect(body).toMatchObject({ total: 5, limit: 2, offset });
      parts.push(...body.items.map(({ title }: { title: string }) => title));
    }
    expect(parts).toEqual(all);
  });

  it.each([
    ['status', 'draft'],
    ['setAside', 'GOLD'],
    ['county', 'Cook'],
    ['naics', '99'],
    ['sort', 'relevance'],
    ['sort', 'id'],
    ['dueFrom', '2026-02-30'],
    ['agency', 'x'],
  ])('refuses %s=%s', async (name, value) => {
    const { status, body } = await hub.anonymous.get('/opportunities', { [name]: value });
    expect([status, body.errors?.[0]?.field]).toEqual([422, name]);
  });

  it('tells all of one', async () => {
    const { status, body } = await hub.anonymous.get(`/opportunities/${roofId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Roof repair',
      description: 'Replace the roof of the armory.',
      agency: 'DEPT OF DEFENSE',
      status: 'open',
      biddable: true,
      placeOfPerformance: { city: 'Ogden', county: 'Weber', state: 'UT', zip: '84404' },
      location: { basis: 'place', state: 'UT', county: 'Weber' },
      responseDeadline: { at: '2026-04-15T20:00:00.000Z', zone: 'America/Denver', dateOnly: false },
      contacts: [contact],
      notices: [{ noticeType: 'k', sourceUrl: 'https://sam.gov/opp/1/view' }],
    });
  });

  it('keeps the history of one that is amended', async () => {
    const amendment = {
      sourceNoticeId: 'roof-2',
      title: 'Roof repair, amended',
      postedAt: new Date('2026-04-08T12:00:00Z'),
    };
    const [id] = await hub.publish({ ...roof, ...amendment });
    const { body } = await hub.anonymous.get(`/opportunities/${roofId}`);
    expect(id).toBe(roofId);
    expect(body).toMatchObject({ title: 'Roof repair, amended', noticeCount: 2 });
    expect(body.notices.map(({ title }: { title: string }) => title)).toEqual(['Roof repair, amended', 'Roof repair']);
  });

  it('answers 404 where there is none, and 400 for what is no id', async () => {
    expect((await hub.anonymous.get(`/opportunities/${randomUUID()}`)).status).toBe(404);
    expect((await hub.anonymous.get('/opportunities/1')).status).toBe(400);
  });

  it('shows what was imported from a daily extract', async () => {
    const file = join(folder, 'extract.csv');
    const deadline = { ResponseDeadLine: '2026-05-01T14:00:00-06:00', SetASideCode: 'SBA', NaicsCode: '541512' };
    await writeFile(file, samExtract([samRow(1, { ...deadline, Title: 'Imported help desk', PopState: 'UT' })]));
    await hub.get(ImportNoticesService).importFile(file, { source: 'sam' });
    const { body } = await hub.anonymous.get('/opportunities', { q: 'imported' });
    expect(body.items).toEqual([
      expect.objectContaining({ title: 'Imported help desk', setAside: 'SBA', naicsCode: '541512', source: 'sam' }),
    ]);
  });
});
