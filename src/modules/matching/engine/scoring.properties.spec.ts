import fc from 'fast-check';
import { aPastWork, contextOf, termsOf, vectorOf } from '../../../../test/support/matching';
import { combine } from './combine';
import type { WeightedFit } from './combine';
import type { BusinessFeatures, OpportunityFeatures } from './features/features';
import { buildOpportunityIndex } from './index/opportunity-index';
import { componentNames } from './match';
import type { Score } from './match';
import { currentModel } from './models/current-model';
import { rankOpportunities } from './rank-opportunities';
import { scoreOpportunity } from './score-opportunity';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const text = fc
  .array(fc.constantFrom('cloud', 'migration', 'helpdesk', 'roof', 'asphalt', 'laundry', 'propane', 'survey'), {
    maxLength: 6,
  })
  .map((words) => words.join(' '));
const naics = fc.constantFrom('541512', '541511', '541611', '236220', '23622', '54', '332710', '311111');
const psc = fc.constantFrom('D399', 'D302', 'DA01', '59', '5905', 'Z1AA', '70', '7A20');
const buyer = fc.record({
  department: optional(fc.constantFrom('DEFENSE', 'INTERIOR')),
  subTier: optional(fc.constantFrom('AIR FORCE', 'ARMY')),
  office: optional(fc.constantFrom('OO ALC', 'BLM UTAH')),
});
const county = optional(
  fc.constantFrom({ fips: '49011', name: 'Davis County' }, { fips: '49035', name: 'Salt Lake County' }),
);
const usd = optional(fc.integer({ min: 1000, max: 100_000_000 }));

const anyOpportunity: fc.Arbitrary<OpportunityFeatures> = fc.record({
  id: fc.uuid(),
  naicsCode: optional(naics),
  pscCode: optional(psc),
  buyer: optional(buyer),
  place: optional(
    fc.record({
      origin: fc.constantFrom('performance', 'office'),
      state: optional(fc.constantFrom('UT', 'NV', 'VA')),
      county,
    }),
  ),
  estimatedValueUsd: usd,
  dueAt: optional(fc.integer({ min: 0, max: 3 })),
  terms: fc.tuple(text, text).map(([title, body]) => vectorOf(`${title}|${body}`)),
});

const anyPastWork = fc
  .record({
    title: fc.constantFrom('Roof of a clinic', 'Help desk', 'Paving'),
    buyer: optional(buyer),
    naicsCode: optional(naics),
    pscCode: optional(psc),
    terms: text.map(termsOf),
    valueUsd: usd,
    ageYears: fc.double({ min: 0, max: 12, noNaN: true }),
  })
  .map(aPastWork);

const anyBusiness: fc.Arbitrary<BusinessFeatures> = fc.record({
  terms: text.map(termsOf),
  naicsCodes: fc.array(fc.record({ code: naics, isPrimary: fc.boolean() }), { maxLength: 3 }),
  pscCodes: fc.array(psc, { maxLength: 3 }),
  home: optional(fc.record({ state: fc.constant('UT'), county, neighbours: fc.constant(['49035']) })),
  serves: fc.record({
    isNational: fc.boolean(),
    states: fc.constantFrom([], ['NV']),
    countyFips: fc.constantFrom([], ['49049']),
  }),
  pastWork: fc.array(anyPastWork, { maxLength: 4 }),
  comfort: optional(fc.constant({ lowUsd: 50_000, highUsd: 2_000_000 })),
});

const tenths = (number: number): number => Math.round(number * 10);
const sumOfParts = ({ components }: Score): number =>
  components.reduce((sum, { contribution }) => sum + tenths(contribution), 0);

describe('a score', () => {
  const score = fc
    .tuple(anyBusiness, anyOpportunity, fc.array(anyOpportunity, { maxLength: 5 }))
    .map(([business, opportunity, others]) =>
      scoreOpportunity(business, opportunity, contextOf([opportunity, ...others])),
    );

  it('is the sum of its shown parts, exactly', () => {
    fc.assert(fc.property(score, (found) => expect(sumOfParts(found)).toBe(tenths(found.score))));
  });

  it('follows the published formula from the shown weights and values', () => {
    fc.assert(
      fc.property(score, ({ score: shown, components, confidence }) => {
        const weight = components.reduce((sum, component) => sum + component.weight, 0);
        const points = components.reduce((sum, component) => sum + component.weight * component.value, 0);
        expect(Math.abs(shown - (100 * points) / Math.max(weight, 60))).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(Math.abs(confidence - weight / 100)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });

  it('lists every component at most once, with values from 0 to 1 and no negative part', () => {
    fc.assert(
      fc.property(score, ({ components, score: shown }) => {
        expect(new Set(components.map(({ name }) => name)).size).toBe(components.length);
        for (const { value, contribution, reason } of components) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(contribution).toBeGreaterThanOrEqual(0);
          if (value === 0) expect(contribution).toBe(0);
          expect(reason).toMatch(/\.$/);
        }
        expect(shown).toBeGreaterThanOrEqual(0);
        expect(shown).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('does not depend on the order of anything in the profile', () => {
    fc.assert(
      fc.property(anyBusiness, anyOpportunity, (business, opportunity) => {
        const reversed: BusinessFeatures = {
          ...business,
          terms: [...business.terms].reverse(),
          naicsCodes: [...business.naicsCodes].reverse(),
          pscCodes: [...business.pscCodes].reverse(),
          pastWork: [...business.pastWork].reverse(),
        };
        const context = contextOf([opportunity]);
        const withoutReasons = ({ score: shown, components }: Score) => [shown, components.map(({ value }) => value)];
        expect(withoutReasons(scoreOpportunity(reversed, opportunity, context))).toEqual(
          withoutReasons(scoreOpportunity(business, opportunity, context)),
        );
      }),
    );
  });

  it('of an empty profile or an empty notice is 0', () => {
    fc.assert(
      fc.property(anyBusiness, anyOpportunity, (business, opportunity) => {
        const empty = {
          naicsCodes: [],
          pscCodes: [],
          terms: [],
          home: null,
          serves: { isNational: false, states: [], countyFips: [] },
          pastWork: [],
          comfort: null,
        };
        const blank = {
          ...opportunity,
          naicsCode: null,
          pscCode: null,
          buyer: null,
          place: null,
          estimatedValueUsd: null,
          terms: vectorOf(''),
        };
        const nothing = { score: 0, confidence: 0, components: [] };
        expect(scoreOpportunity(empty, opportunity, contextOf([opportunity]))).toEqual(nothing);
        expect(scoreOpportunity(business, blank, contextOf([blank]))).toEqual(nothing);
      }),
    );
  });
});

describe('combining', () => {
  const anyFits: fc.Arbitrary<WeightedFit[]> = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...componentNames), fc.integer({ min: 0, max: 100 })), {
      selector: ([name]) => name,
    })
    .map((parts) =>
      parts.map(([name, hundredths]) => ({
        name,
        weight: currentModel.weights[name],
        fit: { hundredths, reason: 'Test.' },
      })),
    );

  it('never lowers the score when a component improves', () => {
    fc.assert(
      fc.property(anyFits, fc.nat(), fc.integer({ min: 0, max: 100 }), (fits, which, better) => {
        const target = fits[which % Math.max(1, fits.length)];
        fc.pre(target !== undefined);
        const improved = fits.map((part) =>
          part === target ? { ...part, fit: { ...part.fit, hundredths: Math.max(part.fit.hundredths, better) } } : part,
        );
        expect(combine(improved, currentModel).score).toBeGreaterThanOrEqual(combine(fits, currentModel).score);
      }),
    );
  });

  it('never lowers the score when a component at or above it is added: missing never beats present and good', () => {
    fc.assert(
      fc.property(anyFits, (fits) => {
        const [added, ...rest] = fits;
        fc.pre(added !== undefined);
        const before = combine(rest, currentModel).score;
        fc.pre(added !== undefined && added.fit.hundredths >= before);
        expect(combine(fits, currentModel).score).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('ranking', () => {
  const anyPool = fc.uniqueArray(anyOpportunity, { maxLength: 30, selector: ({ id }) => id });

  it('gives exactly the scores of the single form, best first, ties by deadline and id, whatever the order', () => {
    fc.assert(
      fc.property(anyBusiness, anyPool, (business, pool) => {
        const context = contextOf(pool);
        const dueAt = (id: string) => pool.find((opportunity) => opportunity.id === id)?.dueAt ?? Infinity;
        const single = pool
          .map((opportunity) => ({
            opportunityId: opportunity.id,
            score: scoreOpportunity(business, opportunity, context),
          }))
          .filter(({ score }) => score.score > 0)
          .sort(
            (a, b) =>
              b.score.score - a.score.score ||
              (dueAt(a.opportunityId) === dueAt(b.opportunityId)
                ? 0
                : dueAt(a.opportunityId) - dueAt(b.opportunityId)) ||
              (a.opportunityId < b.opportunityId ? -1 : 1),
          );
        expect(rankOpportunities(business, buildOpportunityIndex(pool, context))).toEqual(single);
        expect(rankOpportunities(business, buildOpportunityIndex([...pool].reverse(), context))).toEqual(single);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the head of the admitted list when asked for few', () => {
    fc.assert(
      fc.property(anyBusiness, anyPool, fc.nat({ max: 5 }), (business, pool, most) => {
        const index = buildOpportunityIndex(pool, contextOf(pool));
        const admits = (id: string) => id < '8';
        expect(rankOpportunities(business, index, { most, admits })).toEqual(
          rankOpportunities(business, index)
            .filter(({ opportunityId }) => admits(opportunityId))
            .slice(0, most),
        );
      }),
    );
  });
});
