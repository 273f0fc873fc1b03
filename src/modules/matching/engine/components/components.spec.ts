import {
  aBusiness,
  anOpportunity,
  aPastWork,
  contextOf,
  termsOf,
  vectorOf,
} from '../../../../../test/support/matching';
import type { BusinessFeatures, OpportunityFeatures, WorkPlace } from '../features/features';
import type { ComponentName, ScoreComponent } from '../match';
import { scoreOpportunity } from '../score-opportunity';

const part = (
  name: ComponentName,
  business: Partial<BusinessFeatures>,
  opportunity: Partial<OpportunityFeatures>,
  others: readonly OpportunityFeatures[] = [],
): ScoreComponent | undefined => {
  const wanted = anOpportunity(opportunity);
  return scoreOpportunity(aBusiness(business), wanted, contextOf([wanted, ...others])).components.find(
    (component) => component.name === name,
  );
};

describe('NAICS', () => {
  it.each([
    ['541512', '541512', true, 1, 'NAICS 541512 equals your primary code.'],
    ['541512', '541512', false, 0.9, 'NAICS 541512 equals your secondary code.'],
    ['541512', '541511', true, 0.8, 'NAICS 541512 shares its industry with your primary code 541511.'],
    ['541512', '541519', false, 0.72, 'NAICS 541512 shares its industry with your secondary code 541519.'],
    ['541511', '541519', true, 0.8, 'NAICS 541511 shares its industry with your primary code 541519.'],
    ['236220', '23622', true, 1, 'NAICS 236220 equals your primary code.'],
    ['541512', '541611', true, 0.3, 'NAICS 541512 shares its subsector with your primary code 541611.'],
    ['541512', '54', true, 0.1, 'NAICS 541512 shares its sector with your primary code 54.'],
    ['332710', '311111', true, 0.1, 'NAICS 332710 shares its sector with your primary code 311111.'],
    ['484110', '493110', true, 0.1, 'NAICS 484110 shares its sector with your primary code 493110.'],
    ['541512', '236220', true, 0, 'NAICS 541512 is not near any of your codes.'],
  ])('%s against %s (primary: %s) is %s', (code, own, isPrimary, value, reason) => {
    const found = part('naics', { naicsCodes: [{ code: own, isPrimary }] }, { naicsCode: code });
    expect(found).toMatchObject({ value, reason });
  });

  it('the nearest code decides, a secondary one too', () => {
    const naicsCodes = [
      { code: '541611', isPrimary: true },
      { code: '541512', isPrimary: false },
    ];
    expect(part('naics', { naicsCodes }, { naicsCode: '541512' })?.value).toBe(0.9);
  });

  it('is absent where one side has no code', () => {
    expect(part('naics', {}, { naicsCode: '541512' })).toBeUndefined();
    expect(part('naics', { naicsCodes: [{ code: '541512', isPrimary: true }] }, {})).toBeUndefined();
  });
});

describe('PSC', () => {
  it.each([
    ['D399', 'D399', 1, 'PSC D399 equals one of your codes.'],
    ['D399', 'D302', 0.5, 'PSC D399 is in the same group as your D302.'],
    ['D399', 'DA01', 0.25, 'PSC D399 is in the same category as your DA01.'],
    ['59', '5905', 1, 'PSC 59 and your 5905 name the same group.'],
    ['59', '53', 0, 'PSC 59 is not near any of your codes.'],
    ['R425', 'D302', 0, 'PSC R425 is not near any of your codes.'],
  ])('%s against %s is %s', (code, own, value, reason) => {
    expect(part('psc', { pscCodes: [own] }, { pscCode: code })).toMatchObject({ value, reason });
  });

  it('is absent where one side has no code', () => {
    expect(part('psc', {}, { pscCode: 'D399' })).toBeUndefined();
    expect(part('psc', { pscCodes: ['D399'] }, {})).toBeUndefined();
  });
});

describe('buyer', () => {
  const buyer = { department: 'DEFENSE', subTier: 'AIR FORCE', office: 'FA8201 OO ALC' };
  const elsewhere = { department: 'INTERIOR', subTier: null, office: 'BLM UTAH' };

  it.each([
    [[buyer], 1, 'Your one past work was for this office.'],
    [[buyer, elsewhere, elsewhere, elsewhere], 0.5, 'One of your 4 past works was for this office.'],
    [[{ ...buyer, office: 'OTHER' }], 0.7, 'Your one past work was for this agency.'],
    [[{ ...buyer, office: null, subTier: null }], 0.4, 'Your one past work was for this department.'],
    [[elsewhere], 0, 'None of your past works was for this buyer.'],
  ])('%j', (buyers, value, reason) => {
    const pastWork = buyers.map((past) => aPastWork({ buyer: past }));
    expect(part('buyer', { pastWork }, { buyer })).toMatchObject({ value, reason });
  });

  it('never matches two missing names', () => {
    const pastWork = [aPastWork({ buyer: { department: 'DEFENSE', subTier: null, office: null } })];
    const unnamed = { department: 'INTERIOR', subTier: null, office: null };
    expect(part('buyer', { pastWork }, { buyer: unnamed })?.value).toBe(0);
  });

  it('is absent without past work', () => {
    expect(part('buyer', {}, { buyer })).toBeUndefined();
  });
});

describe('place', () => {
  const davis = { fips: '49011', name: 'Davis County' };
  const saltLake = { fips: '49035', name: 'Salt Lake County' };
  const washington = { fips: '49053', name: 'Washington County' };
  const home = { state: 'UT', county: davis, neighbours: ['49035', '49057'] };
  const at = (given: Partial<WorkPlace>): WorkPlace => ({ origin: 'performance', state: 'UT', county: null, ...given });

  it.each([
    [at({ county: davis }), 1, 'The work is in Davis County, your county.'],
    [at({ county: saltLake }), 0.8, 'The work is in Salt Lake County, next to your Davis County.'],
    [at({ county: washington }), 0.6, 'The work is in Utah, your state.'],
    [at({}), 0.6, 'The work is in Utah, your state.'],
    [at({ state: 'NV' }), 0.5, 'The work is in Nevada, a state that you serve.'],
    [at({ state: 'VA' }), 0, 'The work is in Virginia, which is not your state.'],
    [at({ state: null }), 0, 'The work is outside the United States.'],
  ])('%j', (place, value, reason) => {
    expect(
      part('place', { home, serves: { isNational: false, states: ['NV'], countyFips: [] } }, { place }),
    ).toMatchObject({ value, reason, weight: 10 });
  });

  it('counts half, and says so, where only the office is known', () => {
    expect(part('place', { home }, { place: at({ origin: 'office', county: davis }) })).toMatchObject({
      value: 1,
      weight: 5,
      reason: 'No place of work is stated; the buying office is in Davis County, your county.',
    });
  });

  it('is absent where one side is unknown', () => {
    expect(part('place', { home }, {})).toBeUndefined();
    expect(part('place', {}, { place: at({}) })).toBeUndefined();
  });
});

describe('text', () => {
  const others = Array.from({ length: 300 }, (_, position) =>
    anOpportunity({
      id: `other-${position}`,
      terms: vectorOf(`contractor shall provide service support government item${position}`),
    }),
  );
  const words = 'cloud migration helpdesk support service contractor government provide';
  const value = (business: string, notice: string): number =>
    part('text', { terms: termsOf(business) }, { terms: vectorOf(notice) }, others)?.value ?? -1;

  it('names the words that appear, the most telling first', () => {
    const found = part(
      'text',
      { terms: termsOf(words) },
      { terms: vectorOf('cloud migration | provide helpdesk') },
      others,
    );
    expect(found?.reason).toBe('3 of your words appear: cloud, migration, helpdesk.');
  });

  it('words that half of all notices use count for nothing', () => {
    expect(value(words, 'government support service contractor provide')).toBe(0);
  });

  it('a word in the title counts more than in the description', () => {
    expect(value(words, 'cloud migration helpdesk | x y z')).toBeGreaterThan(
      value(words, 'x y z | cloud migration helpdesk'),
    );
  });

  it('one matching word is weak evidence', () => {
    expect(value(words, 'cloud | a b')).toBeLessThan(value(words, 'cloud migration helpdesk | a b') / 2);
  });

  it('is 0, not absent, where no word matches, and absent where one side has no words', () => {
    expect(value(words, 'asphalt paving')).toBe(0);
    expect(value(words, '')).toBe(-1);
    expect(value('', 'asphalt paving')).toBe(-1);
  });
});

describe('past performance', () => {
  const same = { naicsCode: '541512', pscCode: 'D399' };

  it.each([
    [[aPastWork(same)], 1, 'Similar to your past work "Help desk for Hill Air Force Base".'],
    [[aPastWork({ ...same, ageYears: 3 })], 0.5, 'Similar to your past work "Help desk for Hill Air Force Base".'],
    [[aPastWork({ naicsCode: '541512' })], 0.5, 'Similar to your past work "Help desk for Hill Air Force Base".'],
    [[aPastWork({ naicsCode: '236220', pscCode: 'Z1AA' })], 0, 'None of your past works is similar.'],
    [
      [aPastWork({ ...same, ageYears: 3 }), aPastWork({ ...same, title: 'Newer', ageYears: 0 })],
      1,
      'Similar to your past work "Newer".',
    ],
  ])('%j', (pastWork, value, reason) => {
    expect(part('pastPerformance', { pastWork }, same)).toMatchObject({ value, reason });
  });

  it('counts ten times the size half', () => {
    const pastWork = [aPastWork({ ...same, valueUsd: 100_000 })];
    expect(part('pastPerformance', { pastWork }, { ...same, estimatedValueUsd: 1_000_000 })?.value).toBe(0.5);
    expect(part('pastPerformance', { pastWork }, { ...same, estimatedValueUsd: 100_000 })?.value).toBe(1);
  });

  it('is absent where nothing can be compared', () => {
    expect(part('pastPerformance', {}, same)).toBeUndefined();
    expect(part('pastPerformance', { pastWork: [aPastWork()] }, same)).toBeUndefined();
  });
});

describe('value', () => {
  const comfort = { lowUsd: 100_000, highUsd: 1_000_000 };

  it.each([
    [500_000, 1, '$500,000 is within your usual range of $100,000 to $1,000,000.'],
    [10_000_000, 0.5, '$10,000,000 is above your usual range of $100,000 to $1,000,000.'],
    [10_000, 0.5, '$10,000 is below your usual range of $100,000 to $1,000,000.'],
    [100_000_000, 0, '$100,000,000 is above your usual range of $100,000 to $1,000,000.'],
  ])('%s is %s', (estimatedValueUsd, value, reason) => {
    expect(part('value', { comfort }, { estimatedValueUsd })).toMatchObject({ value, reason });
  });

  it('is absent without an estimate or a range', () => {
    expect(part('value', { comfort }, {})).toBeUndefined();
    expect(part('value', {}, { estimatedValueUsd: 1 })).toBeUndefined();
  });
});
