import type { StatableFact } from '../../eligibility';
import type { BusinessFeatures, OpportunityFeatures } from '../engine/features/features';
import { gapCounter, type OpenPair, profileGaps, rankGaps } from './gap-costs';

const silent: BusinessFeatures = {
  terms: [],
  naicsCodes: [],
  pscCodes: [],
  home: null,
  serves: { isNational: false, states: [], countyFips: [] },
  pastWork: [],
  comfort: null,
};

const outspoken: BusinessFeatures = {
  terms: [{ lexeme: 'switch', word: 'switches', weight: 1 }],
  naicsCodes: [{ code: '541512', isPrimary: true }],
  pscCodes: ['DA01'],
  home: { state: 'UT', county: null, neighbours: [] },
  serves: silent.serves,
  pastWork: [
    { title: 'Switches', buyer: null, naicsCode: null, pscCode: null, terms: [], valueUsd: null, ageYears: 1 },
  ],
  comfort: { lowUsd: 1, highUsd: 2 },
};

const blank: OpportunityFeatures = {
  id: 'blank',
  naicsCode: null,
  pscCode: null,
  buyer: null,
  place: null,
  estimatedValueUsd: null,
  dueAt: null,
  terms: { lexemes: [], body: [], title: [], length: 0 },
};

const full: OpportunityFeatures = {
  ...blank,
  id: 'full',
  naicsCode: '541512',
  pscCode: 'DA01',
  buyer: { department: 'DEFENSE', subTier: null, office: null },
  place: { origin: 'performance', state: 'NV', county: null },
  estimatedValueUsd: 100_000,
  terms: { lexemes: ['switch'], body: [1], title: [0], length: 1 },
};

const pair = (features: OpportunityFeatures, ...lacking: StatableFact[]): OpenPair => ({ features, lacking });

const costsOf = (own: BusinessFeatures, pairs: readonly OpenPair[]): Record<string, number> => {
  const counter = gapCounter(own, profileGaps);
  for (const one of pairs) counter.add(one);
  return Object.fromEntries([...counter.counts()].filter(([, count]) => count > 0));
};

describe('what the gaps of a profile cost', () => {
  it('is every comparison that the notice states its side of', () => {
    expect(costsOf(silent, [pair(full), pair(full), pair(blank)])).toEqual({
      description: 2,
      services: 2,
      naicsCodes: 2,
      primaryNaicsCode: 2,
      pscCodes: 2,
      pastPerformance: 2,
      zipCode: 2,
      serviceArea: 2,
      contractValue: 2,
    });
  });

  it('is nothing where the profile is compared already', () => {
    expect(costsOf(outspoken, [pair(full)])).toEqual({ serviceArea: 1 });
  });

  it.each<[string, string | null, number]>([
    ['in its own state', 'UT', 0],
    ['in another', 'NV', 1],
    ['abroad', null, 0],
  ])('of a service area depends on where the work is: %s', (_, state, expected) => {
    const place = { origin: 'performance', state, county: null } as const;
    expect(costsOf(outspoken, [pair({ ...full, place })])['serviceArea'] ?? 0).toBe(expected);
  });

  it('is every notice that a fact keeps undecided', () => {
    const pairs = [pair(blank, 'samRegistration', 'excluded'), pair(blank, 'samRegistration'), pair(blank)];
    expect(costsOf(outspoken, pairs)).toEqual({ samRegistration: 2, excluded: 1 });
  });

  it('ranks gaps, the costliest first and then by points, and says so', () => {
    const missing = [
      { gap: 'websiteUrl', points: 2, advice: 'a' },
      { gap: 'pscCodes', points: 10, advice: 'b' },
      { gap: 'excluded', points: 4, advice: 'c' },
      { gap: 'serviceArea', points: 4, advice: 'd' },
      { gap: 'ueiNumber', points: 4, advice: 'e' },
    ] as const;
    const counts = new Map([
      ['pscCodes', 1],
      ['excluded', 7],
      ['serviceArea', 1],
    ] as const);
    expect(rankGaps(missing, counts).map(({ gap, matches, reason }) => [gap, matches, reason])).toEqual([
      ['excluded', 7, 'Whether you may bid on 7 open notices cannot be decided without it.'],
      [
        'pscCodes',
        1,
        'The product or service code of 1 open notice that you may bid on cannot be compared with the profile.',
      ],
      ['serviceArea', 1, 'Whether you work at the place of 1 open notice that you may bid on cannot be told.'],
      ['ueiNumber', 0, 'No open notice depends on it at present.'],
      ['websiteUrl', 0, 'No open notice depends on it at present.'],
    ]);
  });
});
