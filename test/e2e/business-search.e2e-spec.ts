import { startHub, type TestHub } from '../support/app';
import { aProfile, createBusiness } from '../support/businesses';
import {
  countiesOf,
  facetsOf,
  facts,
  type Firm,
  firms,
  milesBetween,
  milesTo,
  placesOf,
  programsOf,
  storeFirm,
} from '../support/firms';
import { type Person, signIn } from '../support/people';

/** Evening in Utah: already the next day in UTC. */
const NOW = '2026-04-11T03:00:00.000Z';

type Query = Readonly<Record<string, string | number | boolean>>;
type Item = Readonly<Record<string, unknown>> & { readonly id: string; readonly companyName: string };
interface Answer {
  readonly items: readonly Item[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly facets: {
    readonly certifications: readonly { code: string; count: number }[];
    readonly naicsSectors: readonly { code: string; count: number }[];
    readonly counties: readonly { fips: string; name: string; count: number }[];
    readonly verified: { yes: number; no: number };
  };
}

describe('searching for businesses', () => {
  let hub: TestHub;
  let viewer: Person;
  let admin: Person;
  let owner: Person;
  let ownId: string;

  beforeAll(async () => {
    hub = await startHub({ HUB_NOW: NOW });
    [viewer, admin, owner] = await Promise.all([signIn(hub, 'viewer'), signIn(hub, 'admin'), signIn(hub)]);
    for (const firm of firms) await storeFirm(hub, firm);
  });

  afterAll(() => hub.close());

  const search = async (query: Query, { api }: Person = viewer): Promise<Answer> => {
    const { status, body } = await api.get('/businesses', { limit: 100, ...query });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  const names = async (query: Query, person?: Person): Promise<string[]> =>
    (await search(query, person)).items.map(({ companyName }) => companyName);
  const juniper = (query: Query): Query => ({ q: 'juniper', ...query });
  const wanted = (is: (firm: Firm) => boolean): readonly Firm[] => firms.filter((firm) => !firm.isPrivate && is(firm));
  const add = async (profile: object): Promise<Person & { readonly businessId: string }> => {
    const person = await signIn(hub);
    return { ...person, businessId: await createBusiness(person.api, aProfile(profile)) };
  };

  describe('by filters', () => {
    const beginsWith = (codes: readonly string[], ...beginnings: string[]): boolean =>
      codes.some((code) => beginnings.some((beginning) => code.startsWith(beginning)));
    const zipIn = (firm: Firm, state: string): boolean => placesOf(firm).some((zip) => facts.zip(zip)?.state === state);

    it.each<[string, Query, (firm: Firm) => boolean]>([
      ['nothing', {}, () => true],
      ['a code of NAICS', { naics: '541512' }, ({ naics }) => naics.includes('541512')],
      ['an industry group', { naics: '5415' }, ({ naics }) => beginsWith(naics, '5415')],
      ['a sector by one of its digits', { naics: '33' }, ({ naics }) => beginsWith(naics, '31', '32', '33')],
      ['a sector by its range', { naics: '31-33' }, ({ naics }) => beginsWith(naics, '31', '32', '33')],
      ['several codes', { naics: '44-45, 2362' }, ({ naics }) => beginsWith(naics, '44', '45', '2362')],
      ['beginnings of PSC', { psc: 'da,z1' }, ({ psc }) => beginsWith(psc, 'DA', 'Z1')],
      ['a certification', { certification: 'wosb' }, (firm) => programsOf(firm).includes('wosb')],
      ['a county by name', { county: 'Salt Lake County' }, (firm) => countiesOf(firm).has('49035')],
      ['a county by FIPS code', { county: '49019' }, (firm) => countiesOf(firm).has('49019')],
      ['Utah County', { county: 'Utah' }, (firm) => countiesOf(firm).has('49049')],
      ['the state', { state: 'ut' }, (firm) => zipIn(firm, 'UT') || firm.states.includes('UT')],
      ['a state that is only served', { state: 'NV' }, ({ states }) => states.includes('NV')],
      ['a circle', { zip: '84101', radiusMiles: 40 }, (firm) => milesTo('84101', firm) <= 40],
      ['a wide circle', { zip: '84532', radiusMiles: 500 }, (firm) => milesTo('84532', firm) <= 500],
      ['verified ones', { verified: true }, ({ isVerified }) => isVerified],
      ['others than verified ones', { verified: false }, ({ isVerified }) => !isVerified],
      ['unclaimed ones', { claimed: false }, () => true],
      ['claimed ones', { claimed: true }, () => false],
      ['a CAGE code', { cage: '7aa51' }, ({ cage }) => cage === '7AA51'],
      [
        'many at once',
        { naics: '33', certification: 'sdb', verified: false, state: 'UT', zip: '84101', radiusMiles: 300 },
        (firm) =>
          beginsWith(firm.naics, '31', '32', '33') &&
          programsOf(firm).includes('sdb') &&
          !firm.isVerified &&
          (zipIn(firm, 'UT') || firm.states.includes('UT')) &&
          milesTo('84101', firm) <= 300,
      ],
    ])('finds %s, and counts what it found', async (_, query, is) => {
      const expected = wanted(is);
      const { items, total, facets } = await search(juniper(query));
      expect(items.map(({ companyName }) => companyName)).toEqual(expected.map(({ name }) => name).sort());
      expect(total).toBe(expected.length);
      expect(facets).toEqual(facetsOf(expected));
    });

    it('counts everything found, whichever part is answered', async () => {
      const { items, facets, total } = await search(juniper({ limit: 1, offset: 5 }));
      expect(items).toHaveLength(1);
      expect(total).toBe(wanted(() => true).length);
      expect(facets).toEqual(facetsOf(wanted(() => true)));
      expect((await search(juniper({ offset: 1_000 }))).facets).toEqual(facets);
    });

    it('counts what each further filter would leave', async () => {
      const { facets } = await search(juniper({ state: 'UT' }));
      const { naicsSectors, counties } = facets;
      for (const { code, count } of naicsSectors) {
        expect([code, (await search(juniper({ state: 'UT', naics: code }))).total]).toEqual([code, count]);
      }
      for (const { fips, count } of counties) {
        expect([fips, (await search(juniper({ state: 'UT', county: fips }))).total]).toEqual([fips, count]);
      }
      expect([naicsSectors.length, counties.length]).toEqual([5, 5]);
    });

    it('answers nothing found as nothing', async () => {
      expect(await search({ uei: 'ZQGGHJH74DW7' })).toMatchObject({
        ...{ items: [], total: 0, nextCursor: null },
        facets: { certifications: [], naicsSectors: [], counties: [], verified: { yes: 0, no: 0 } },
      });
    });

    it('finds a UEI in any letter case, and tells what everybody may know', async () => {
      const services = [{ title: 'Snow', description: null }];
      const { businessId } = await add({
        companyName: 'Quartz',
        ueiNumber: 'ZQGGHJH74DW7',
        zipCode: '84601',
        services,
      });
      const { items } = await search({ uei: 'zqgghjh74dw7', claimed: true });
      expect(items).toEqual([
        {
          ...{ id: businessId, companyName: 'Quartz', dbaName: null, description: null, websiteUrl: null },
          ...{ zipCode: '84601', county: 'Utah', state: 'UT', primaryNaicsCode: null, certifications: [] },
          ...{ isClaimed: true, verifiedAt: null },
        },
      ]);
    });

    it('names the programs in force, the place and the distance', async () => {
      const [firm] = wanted((each) => programsOf(each).length > 1 && each.zip === '84601');
      const { items } = await search({ cage: firm?.cage ?? '', zip: '84101', radiusMiles: 400 });
      expect(items).toEqual([
        expect.objectContaining({
          ...{ id: firm?.id, certifications: [...(firm ? programsOf(firm) : [])].sort(), county: 'Utah', state: 'UT' },
          ...{ isClaimed: false, primaryNaicsCode: firm?.naics[0] },
          distanceMiles: Math.round(milesBetween('84101', '84601') * 10) / 10,
        }),
      ]);
    });
  });

  describe('round a ZIP code', () => {
    it('draws the border at the great-circle distance of the middles', async () => {
      await add({ companyName: 'Lonely Nevada', zipCode: '89801' });
      const miles = milesBetween('84101', '89801');
      const inside = { q: 'lonely', zip: '84101', radiusMiles: (miles + 0.001).toFixed(6) };
      expect(await names(inside)).toEqual(['Lonely Nevada']);
      expect(await names({ ...inside, radiusMiles: (miles - 0.001).toFixed(6) })).toEqual([]);
      expect(await names({ ...inside, zip: '89801', radiusMiles: 1 })).toEqual(['Lonely Nevada']);
    });

    it('tells nothing of other addresses, which are private', async () => {
      const { api, businessId } = await add({ companyName: 'Two Places', zipCode: '84770' });
      const branch = { kind: 'branch', zipCode: '84601' };
      expect((await api.post(`/businesses/${businessId}/addresses`, branch)).status).toBe(201);
      expect(await names({ q: 'two places', zip: '84601', radiusMiles: 5 })).toEqual([]);
      expect(await names({ q: 'two places', county: 'Utah' })).toEqual([]);
      expect(await names({ q: 'two places', county: 'Washington' })).toEqual(['Two Places']);
    });

    it('sorts by distance, then by name', async () => {
      const { items } = await search(juniper({ zip: '84101', radiusMiles: 500, sort: 'distance' }));
      const byDistance = wanted((firm) => milesTo('84101', firm) <= 500).toSorted(
        (a, b) => milesTo('84101', a) - milesTo('84101', b) || (a.name < b.name ? -1 : 1),
      );
      expect(items.map(({ companyName }) => companyName)).toEqual(byDistance.map(({ name }) => name));
      expect(items.map(({ distanceMiles }) => distanceMiles)).toEqual(
        byDistance.map((firm) => Math.round(milesTo('84101', firm) * 10) / 10),
      );
    });
  });

  describe('by certification', () => {
    beforeAll(async () => {
      const term = { validFrom: '2026-01-01', expiresOn: '2027-06-30' };
      await add({ companyName: 'Sunstone', certifications: [{ program: 'vosb', status: 'active', ...term }] });
    });

    it.each<[string, string, string[]]>([
      ['the day before the first', '2025-12-31', []],
      ['the first day', '2026-01-01', ['Sunstone']],
      ['the last day', '2027-06-30', ['Sunstone']],
      ['the day after the last', '2027-07-01', []],
    ])('%s', async (_, validOn, expected) => {
      expect(await names({ q: 'sunstone', certification: 'vosb', validOn })).toEqual(expected);
      const { items, facets } = await search({ q: 'sunstone', validOn });
      expect(items[0]?.['certifications']).toEqual(expected.map(() => 'vosb'));
      expect(facets.certifications).toEqual(expected.map(() => ({ code: 'vosb', count: 1 })));
    });

    it('counts on the day asked about', async () => {
      const validOn = '2026-04-11';
      const { facets } = await search(juniper({ validOn }));
      expect(facets).toEqual(
        facetsOf(
          wanted(() => true),
          validOn,
        ),
      );
    });
  });

  describe('by words', () => {
    beforeAll(async () => {
      await add({
        companyName: 'Obsidian Builders',
        dbaName: 'Raven_Works 50% Off',
        description: 'Design-build of fire stations.',
        services: [{ title: 'Paving', description: 'Parking lots with HVAC/R sheds' }],
      });
      await add({ companyName: 'Obsidian Raven Works 50', description: 'Anything but this.' });
    });

    it.each<[string, string[]]>([
      ['sidian build', ['Obsidian Builders']],
      ['OBSIDIAN', ['Obsidian Builders', 'Obsidian Raven Works 50']],
      ['obsidian station', ['Obsidian Builders']],
      ['the station of obsidian', ['Obsidian Builders']],
      ['obsidian paved', ['Obsidian Builders']],
      ['obsidian paving fires lot', ['Obsidian Builders']],
      ['design-build obsidian', ['Obsidian Builders']],
      ['obsidian, "hvac/r"', ['Obsidian Builders']],
      ['obsidian hvac/x', []],
      ['obsidian tunnels', []],
      ['raven_works', ['Obsidian Builders']],
      ['raven%works', []],
      ['50%', ['Obsidian Builders']],
      ['obsidian _', ['Obsidian Builders']],
      ['obsidian %', ['Obsidian Builders']],
      ['obsidian \\', []],
      ['obsidin', ['Obsidian Builders', 'Obsidian Raven Works 50']],
      ['obsidin buildars', ['Obsidian Builders']],
    ])('%s', async (q, expected) => {
      expect(await names({ q })).toEqual(expected);
    });

    it('takes a misspelt word for what it is like only where nobody uses it', async () => {
      await add({ companyName: 'Obsidin Limited' });
      expect(await names({ q: 'obsidin' })).toEqual(['Obsidin Limited']);
    });
  });

  describe('private profiles', () => {
    it('are found and counted by their owner and administrators alone', async () => {
      ownId = await createBusiness(owner.api, {
        ...{
          companyName: 'Hidden Malachite',
          visibility: 'private',
          zipCode: '84532',
          naicsCodes: [{ code: '115310' }],
        },
        certifications: [{ program: 'dbe', status: 'active' }],
      });
      const own = { q: 'malachite', naics: '11', certification: 'dbe', county: 'Grand', zip: '84532', radiusMiles: 1 };
      for (const person of [owner, admin]) {
        const { items, facets } = await search(own, person);
        expect(items.map(({ id }) => id)).toEqual([ownId]);
        expect(facets.naicsSectors).toEqual([{ code: '11', count: 1 }]);
      }
      const { items, total, facets } = await search(own);
      expect([items, total, facets.naicsSectors, facets.counties]).toEqual([[], 0, [], []]);
      expect(JSON.stringify((await search({})).facets)).not.toMatch(/"(11|dbe)"/);
    });

    it('are all there for administrators', async () => {
      const { total, facets } = await search(juniper({}), admin);
      expect(total).toBe(firms.length);
      expect(facets).toEqual(facetsOf(firms));
    });

    it('do not show in what a misspelt word finds', async () => {
      await add({ companyName: 'Malachito Mining' });
      expect(await names({ q: 'malachite' })).toEqual(['Malachito Mining']);
      expect(await names({ q: 'malachite' }, owner)).toEqual(['Hidden Malachite']);
    });
  });

  describe('in parts', () => {
    it.each<[string, Query]>([
      ['name', {}],
      ['newest', { sort: 'newest' }],
      ['distance', { sort: 'distance', zip: '84101', radiusMiles: 500 }],
    ])('by %s lead through everything once', async (_, order) => {
      const { items: all } = await search(juniper(order));
      const seen: Item[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Answer = await search(juniper({ ...order, limit: 7, ...(cursor && { cursor }) }));
        seen.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(all);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(all.length);
    });

    it('are sorted by when the profile was made', async () => {
      const newest = wanted(() => true).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
      expect(await names(juniper({ sort: 'newest' }))).toEqual(newest.map(({ name }) => name));
    });
  });

  it.each<[string, Query]>([
    ['naics', { naics: '99' }],
    ['naics', { naics: '31-34' }],
    ['naics', { naics: '5' }],
    ['naics', { naics: Array.from({ length: 21 }, () => '54').join(',') }],
    ['psc', { psc: 'DA012' }],
    ['psc', { psc: '%' }],
    ['certification', { certification: 'gold' }],
    ['validOn', { validOn: '2026-02-30' }],
    ['county', { county: 'Nowhere' }],
    ['state', { state: 'Utah' }],
    ['zip', { zip: '00000', radiusMiles: 10 }],
    ['zip', { zip: '41901', radiusMiles: 10 }],
    ['zip', { zip: '8410', radiusMiles: 10 }],
    ['zip', { zip: '84101' }],
    ['radiusMiles', { radiusMiles: 10 }],
    ['radiusMiles', { zip: '84101', radiusMiles: 0.5 }],
    ['radiusMiles', { zip: '84101', radiusMiles: 501 }],
    ['radiusMiles', { zip: '84101', radiusMiles: '1e2' }],
    ['verified', { verified: 'yes' }],
    ['claimed', { claimed: '' }],
    ['uei', { uei: 'ZQGGHJH74DW8' }],
    ['cage', { cage: 'AAAAA' }],
    ['sort', { sort: 'size' }],
    ['sort', { sort: 'distance' }],
    ['size', { size: 'small' }],
  ])('refuses %s of %j', async (field, query) => {
    const { status, body } = await viewer.api.get('/businesses', query);
    expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
  });
});
