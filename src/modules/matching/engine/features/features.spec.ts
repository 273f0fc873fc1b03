import { referenceFacts, vectorOf } from '../../../../../test/support/matching';
import { currentModel } from '../models/current-model';
import { businessFeatures, businessTexts } from './business-features';
import type { MatchableBusiness } from './business-features';
import { displayWords } from './display-words';
import { buyerKey } from './normalise';
import { opportunityFeatures } from './opportunity-features';
import type { MatchableOpportunity } from './opportunity-features';

const facts = referenceFacts();
const nowhere = { city: null, state: null, zip: null, country: null };

const opportunity: MatchableOpportunity = {
  id: 'opportunity',
  title: 'Network equipment',
  naicsCode: '541512',
  pscCode: 'DA01',
  buyer: { department: 'DEPT OF DEFENSE', subTier: null, office: 'FA8201  OO-ALC', officeCode: null },
  placeOfPerformance: nowhere,
  officePlace: nowhere,
  countyFips: null,
  responseDeadline: null,
  estimatedValueUsd: null,
};
const placeOf = (given: Partial<MatchableOpportunity>) =>
  opportunityFeatures({ ...opportunity, ...given }, vectorOf(''), facts).place;

describe('place of an opportunity', () => {
  it.each([
    [{ placeOfPerformance: { ...nowhere, state: 'ut' }, countyFips: '49011' }, 'performance', 'UT', 'Davis County'],
    [{ placeOfPerformance: { ...nowhere, state: 'UT', zip: '84101' } }, 'performance', 'UT', 'Salt Lake County'],
    [{ placeOfPerformance: { ...nowhere, zip: '84101-1234' } }, 'performance', 'UT', 'Salt Lake County'],
    [{ placeOfPerformance: { ...nowhere, state: 'NV', zip: '84101' } }, 'performance', 'NV', undefined],
    [{ placeOfPerformance: { ...nowhere, state: 'DE-RP' } }, 'performance', null, undefined],
    [{ placeOfPerformance: { ...nowhere, city: 'Ramstein', country: 'DEU' } }, 'performance', null, undefined],
    [
      {
        placeOfPerformance: { ...nowhere, state: 'N/A', country: 'USA' },
        officePlace: { ...nowhere, state: 'UT', zip: '84056' },
      },
      'office',
      'UT',
      'Davis County',
    ],
  ])('%j', (given, origin, state, county) => {
    const place = placeOf(given);
    expect([place?.origin, place?.state, place?.county?.name]).toEqual([origin, state, county]);
  });

  it('is unknown where neither place nor office says a state', () => {
    expect(placeOf({ placeOfPerformance: { ...nowhere, city: 'Provo', country: 'USA' } })).toBeNull();
  });
});

describe('codes and names of an opportunity', () => {
  const featuresOf = (given: Partial<MatchableOpportunity>) =>
    opportunityFeatures({ ...opportunity, ...given }, vectorOf(''), facts);

  it('empty and malformed codes are absent', () => {
    expect(featuresOf({ naicsCode: '', pscCode: ' ' })).toMatchObject({ naicsCode: null, pscCode: null });
    expect(featuresOf({ naicsCode: 'N/A', pscCode: 'D399X' })).toMatchObject({ naicsCode: null, pscCode: null });
    const unnamed = { department: '', subTier: null, office: ' ', officeCode: null };
    expect(featuresOf({ buyer: unnamed }).buyer).toBeNull();
  });

  it('codes lose blanks and case', () => {
    expect(featuresOf({ naicsCode: ' 541512 ', pscCode: 'da01' })).toMatchObject({
      naicsCode: '541512',
      pscCode: 'DA01',
    });
  });
});

describe('the product or service code', () => {
  const codeOf = (pscCode: string | null, title: string, words = '') =>
    opportunityFeatures({ ...opportunity, pscCode, title }, vectorOf(words), facts).pscCode;

  it.each([
    [null, '59--SWITCH,ROTARY', '', '59'],
    [null, 'DA10--Software licenses', '', 'DA10'],
    [null, 'J012--Fire alarm services', '', 'J012'],
    [null, 'Z--Repair of a road', '', 'Z'],
    ['R425', '59--SWITCH,ROTARY', '', 'R425'],
    [null, 'Network -- equipment', '', null],
    [null, '2026--2027 season', '', null],
    ['59', 'SWITCH,ROTARY', '5930001234567', '5930'],
    [null, '59--SWITCH,ROTARY', '5930001234567', '5930'],
    ['59', 'SWITCH', '5930001234567 5905001234567', '59'],
    ['59', 'SWITCH', '4730001234567', '59'],
    ['5905', 'SWITCH', '5930001234567', '5905'],
  ])('stated %p, title %p, words %p: %p', (stated, title, words, code) => {
    expect(codeOf(stated, title, words)).toBe(code);
  });
});

describe('buyer names', () => {
  it.each([
    ['VETERANS AFFAIRS, DEPARTMENT OF', 'Department of Veterans Affairs'],
    ['DEPT OF DEFENSE', 'Department of Defense'],
    ['U.S. Forest Service', 'FOREST SERVICE'],
  ])('%s is %s', (left, right) => {
    expect(buyerKey(left)).toBe(buyerKey(right));
  });

  it.each([null, '', '  ', 'Department of the'])('%p names nobody', (name) => {
    expect(buyerKey(name)).toBeNull();
  });
});

const business: MatchableBusiness = {
  description: 'We run help desks.',
  zipCode: '84101',
  annualRevenue: 2_000_000,
  serviceArea: null,
  contractValueMinUsd: null,
  contractValueMaxUsd: null,
  naicsCodes: [{ code: '541512', isPrimary: true }],
  pscCodes: [{ id: 'p', code: 'da01' }],
  services: [{ id: 's', title: 'Cloud migration', description: null }],
  pastPerformance: [],
};
const past = {
  id: 'past',
  title: 'Migration of a clinic',
  description: null,
  department: 'Veterans Affairs',
  office: null,
  naicsCode: '541512',
  pscCode: null,
  valueUsd: 300_000,
  completedOn: '2023-11-23',
};
const featuresOf = (given: Partial<MatchableBusiness>) => {
  const firm = { ...business, ...given };
  const texts = businessTexts(firm, facts);
  const terms = {
    capability: vectorOf(texts.capability),
    pastWork: new Map(texts.pastWork.map(({ id, text }) => [id, vectorOf(text)])),
  };
  return businessFeatures(firm, { terms, facts, today: '2026-11-23', model: currentModel });
};

describe('features of a business', () => {
  it('finds its county and the counties next to it', () => {
    const { home } = featuresOf({});
    expect(home).toMatchObject({ state: 'UT', county: { fips: '49035', name: 'Salt Lake County' } });
    expect(home?.neighbours).toContain('49011');
  });

  it('has no home without a ZIP code that exists', () => {
    expect(featuresOf({ zipCode: null }).home).toBeNull();
    expect(featuresOf({ zipCode: '00000' }).home).toBeNull();
  });

  it('lets words of services count more than words of past work', () => {
    const weights = new Map(
      featuresOf({ pastPerformance: [past] }).terms.map(({ lexeme, weight }) => [lexeme, weight]),
    );
    expect(weights.get('cloud')).toBeGreaterThan(weights.get('clinic') ?? 1);
    expect(weights.get('migration')).toBe(weights.get('cloud'));
  });

  it('leaves out the names of its own city, county and state', () => {
    const description = 'Road salt in Salt Lake City, Salt Lake County and all of UTAH';
    const { terms } = featuresOf({ description, services: [] });
    expect(terms.map(({ lexeme }) => lexeme)).toEqual(['all', 'and', 'in', 'of', 'road', 'salt']);
  });

  it('leaves out years, quantities, numbers of standards and single letters, but not stock numbers', () => {
    const { terms } = featuresOf({ description: '2026 24 171 -171 800-171 c 2040008519467 8a', services: [] });
    expect(terms.map(({ lexeme }) => lexeme)).toEqual(['2040008519467', '8a']);
  });

  it('knows how old past work is, running work being new', () => {
    expect(featuresOf({ pastPerformance: [past] }).pastWork[0]?.ageYears).toBeCloseTo(3, 2);
    expect(featuresOf({ pastPerformance: [{ ...past, completedOn: null }] }).pastWork[0]?.ageYears).toBe(0);
  });

  it('takes the comfort range from past values, else from revenue, else has none', () => {
    expect(featuresOf({ pastPerformance: [past] }).comfort).toEqual({ lowUsd: 100_000, highUsd: 900_000 });
    expect(featuresOf({}).comfort).toEqual({ lowUsd: 20_000, highUsd: 1_000_000 });
    expect(featuresOf({ annualRevenue: null }).comfort).toBeNull();
  });

  it('drops empty codes', () => {
    const empty = featuresOf({
      naicsCodes: [{ code: '', isPrimary: true }],
      pscCodes: [{ id: 'p', code: '' }],
    });
    expect(empty).toMatchObject({ naicsCodes: [], pscCodes: [] });
    expect(featuresOf({}).pscCodes).toEqual(['DA01']);
  });
});

describe('words for display', () => {
  it('shows the word a stem came from', () => {
    const words = displayWords('Cloud migrations for any company; services', [
      'migrat',
      'compani',
      'servic',
      'cloud',
      'zzz',
    ]);
    expect([...words.values()]).toEqual(['migrations', 'company', 'services', 'cloud', 'zzz']);
  });

  it('shows words without the punctuation round them', () => {
    const text = 'Support of users. Any season... Help-desk; (node.js), c++ and O’Brien.';
    const words = displayWords(text, ['user', 'season', 'help-desk', 'node.j', 'c++', 'desk']);
    expect([...words.values()]).toEqual(['users', 'season', 'help-desk', 'node.js', 'c++', 'desk']);
  });
});
