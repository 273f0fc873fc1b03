import fc from 'fast-check';
import type { Business, Licence } from '../../businesses';
import {
  aCertification,
  aLicence,
  aStanding,
  certificationStatuses,
  licenceStatuses,
  noticeTypes,
  referenceLookups,
  samStatuses,
  setAsideCodes,
  someTerms,
} from '../../../../test/support/eligibility';
import { deciderFor, decideEligibility, opportunityGates } from './decide-eligibility';
import type { EligibilityVerdict } from './decision';
import type { BusinessStanding, HeldCertification, OpportunityTerms } from './eligibility-input';
import { SUBCONTRACTING, UTAH_CONTRACTOR, UTAH_ITEMS } from './notes';
import { requirementKey, requirementOf } from './requirement';
import { RULE_TEXTS } from './rules';

const lookups = referenceLookups();
const now = new Date('2026-11-23T19:00:00Z');

const decide = (business: BusinessStanding, opportunity: OpportunityTerms) =>
  decideEligibility({ business, opportunity, lookups, now });

/** Matching passes whole profiles. */
const whole = (business: Business): BusinessStanding => business;

const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const day = nullable(fc.constantFrom('2024-01-01', '2026-12-14', '2026-12-15', '2026-12-16', '2030-01-01'));
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

const certification: fc.Arbitrary<HeldCertification> = fc.record({
  id,
  program: fc.constantFrom('8a', 'hubzone', 'wosb', 'edwosb', 'sdvosb', 'vosb', 'iee', 'sdb', 'dbe', ''),
  status: fc.constantFrom(...certificationStatuses),
  number: nullable(fc.constantFrom('1', '2')),
  validFrom: day,
  expiresOn: day,
});

const licence: fc.Arbitrary<Licence> = fc.record({
  id,
  state: fc.constantFrom('UT', 'UT', 'UT', 'NV', ''),
  classification: fc.constantFrom('B100', 'E100', 'R100', 'E200', 'P200', 'S280', 'S350', 'S 260', 'other', ''),
  number: nullable(fc.constantFrom('1', '2')),
  status: fc.constantFrom(...licenceStatuses),
  expiresOn: day,
});

const sizeHistory: fc.Arbitrary<BusinessStanding['sizeHistory']> = fc.oneof(
  fc.constant([]),
  fc
    .record({ own: fc.integer({ min: 0, max: 60_000_000 }), first: fc.constantFrom(2021, 2023) })
    .map(({ own, first }) =>
      Array.from({ length: 2026 - first }, (_, index) => ({
        id: String(index),
        measure: 'receipts' as const,
        period: String(first + index),
        amount: own,
        affiliatesAmount: null,
      })),
    ),
);

const someOf = (...texts: string[]): fc.Arbitrary<string[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.array(fc.constantFrom(...texts), { maxLength: 2 }));

const ownExclusions: fc.Arbitrary<BusinessStanding['ownExclusions']> = fc.record({
  naicsCodes: someOf('54', '541512', '23', '3', '', ' '),
  pscCodes: someOf('R', 'R499', '15', 'd', '', ' '),
  setAsides: someOf('NONE', '8A', 'WOSB', 'SBA', '', ' '),
  states: someOf('UT', 'NV', 'nv', '', ' '),
  agencies: someOf('navy', 'DEFENSE', 'of', 'army', '', ' '),
});

const business: fc.Arbitrary<BusinessStanding> = fc.record({
  certifications: fc.array(certification, { maxLength: 4 }),
  licences: fc.array(licence, { maxLength: 3 }),
  sizeHistory,
  annualRevenue: nullable(fc.integer({ min: 0, max: 60_000_000 })),
  employeeCount: nullable(fc.integer({ min: 0, max: 3000 })),
  establishedOn: nullable(fc.constantFrom('1999-05-05', '2024-01-04', '2026-11-20')),
  fiscalYearEndMonth: fc.constantFrom(12, 9),
  zipCode: fc.constant(null),
  samRegistration: nullable(
    fc.record({ status: fc.constantFrom(...samStatuses), expiresOn: day, statedOn: fc.constant('2026-09-30') }),
  ),
  excluded: nullable(fc.boolean()),
  excludedStatedOn: nullable(fc.constant('2026-09-30')),
  ownExclusions,
});

const deadline: fc.Arbitrary<OpportunityTerms['responseDeadline']> = nullable(
  fc.record({
    at: fc.date({ min: new Date('2026-11-01'), max: new Date('2027-02-01'), noInvalidDate: true }),
    zone: fc.constantFrom('America/Denver', 'America/New_York', 'UTC-05:00'),
    dateOnly: fc.boolean(),
  }),
);

const opportunity: fc.Arbitrary<OpportunityTerms> = fc.record({
  source: fc.constantFrom('sam', 'utah', 'hub'),
  noticeType: fc.constantFrom('o', 'k', ...noticeTypes),
  setAside: nullable(fc.constantFrom<string[]>(...setAsideCodes, 'NONE', 'NONE', '', 'XYZ')),
  naicsCode: nullable(
    fc.constantFrom(
      '541512',
      '541519',
      '541330',
      '336411',
      '522110',
      '236220',
      '236115',
      '237310',
      '238160',
      '23',
      '5415',
      '',
    ),
  ),
  pscCode: nullable(fc.constantFrom('R499', '1560', 'D302', '15', '')),
  buyer: fc.record({
    department: nullable(fc.constantFrom('DEPT OF DEFENSE', 'Interior', '')),
    subTier: nullable(fc.constantFrom('DEPT OF THE NAVY', 'Dept of the Army', '')),
    office: nullable(fc.constantFrom('NAVSEA', '')),
    officeCode: fc.constant(null),
  }),
  location: fc.record({ state: nullable(fc.constantFrom('UT', 'NV', '')) }),
  responseDeadline: deadline,
  status: fc.constantFrom('open', 'open', 'open', 'closed', 'cancelled'),
});

const RANK: Readonly<Record<EligibilityVerdict, number>> = { not_eligible: 0, unknown: 1, eligible: 2 };

/** Later than any offer is due. */
const LATER = '2040-01-01';

type Qualification = (business: BusinessStanding) => BusinessStanding;

const certified = certification.map((held): Qualification => (firm) => ({
  ...firm,
  certifications: [...firm.certifications, held],
}));
const licensed = licence.map((held): Qualification => (firm) => ({
  ...firm,
  licences: [...firm.licences, { ...held, status: 'active', expiresOn: LATER }],
}));
/** Over what was not stated, in whole or in part. */
const registered: Qualification = (firm) =>
  firm.samRegistration === null || (firm.samRegistration.status === 'active' && firm.samRegistration.expiresOn === null)
    ? { ...firm, samRegistration: { status: 'active', expiresOn: LATER, statedOn: '2026-11-01' } }
    : firm;
const notExcluded: Qualification = (firm) => (firm.excluded === null ? { ...firm, excluded: false } : firm);

const qualification = fc.oneof(certified, licensed, fc.constant(registered), fc.constant(notExcluded));

describe('a true qualification', () => {
  it('never makes a verdict worse', () => {
    fc.assert(
      fc.property(
        business,
        opportunity,
        fc.array(qualification, { minLength: 1, maxLength: 3 }),
        (firm, terms, added) => {
          const richer = added.reduce((before, qualify) => qualify(before), firm);
          expect(RANK[decide(richer, terms).verdict]).toBeGreaterThanOrEqual(RANK[decide(firm, terms).verdict]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never makes one of its gates worse', () => {
    const rank = { fail: 0, unknown: 1, pass: 2 } as const;
    fc.assert(
      fc.property(business, opportunity, qualification, (firm, terms, qualify) => {
        const after = new Map(decide(qualify(firm), terms).gates.map((gate) => [gate.rule, rank[gate.verdict]]));
        for (const { rule, verdict } of decide(firm, terms).gates) {
          expect(after.get(rule)).toBeGreaterThanOrEqual(rank[verdict]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('in full, answers every question about the firm itself', () => {
    fc.assert(
      fc.property(opportunity, (terms) => {
        const firm = registered(notExcluded(aStanding({ samRegistration: null, excluded: null })));
        const gates = decide(firm, terms).gates.filter(({ rule }) => rule.startsWith('sam.'));
        expect(gates.map(({ verdict }) => verdict)).toEqual(terms.source === 'sam' ? ['pass', 'pass'] : []);
      }),
    );
  });
});

const capitals = (texts: readonly string[]): string[] => texts.map((text) => text.toUpperCase()).reverse();
const small = (text: string | null): string | null => text?.toLowerCase() ?? null;

/** The same profile in capitals and the other way round. */
const shouted = (firm: BusinessStanding): BusinessStanding => ({
  ...firm,
  certifications: firm.certifications.map((held) => ({ ...held, program: held.program.toUpperCase() })).reverse(),
  licences: firm.licences
    .map((held) => ({ ...held, state: held.state.toLowerCase(), classification: held.classification.toLowerCase() }))
    .reverse(),
  sizeHistory: [...firm.sizeHistory].reverse(),
  ownExclusions: {
    naicsCodes: capitals(firm.ownExclusions.naicsCodes),
    pscCodes: capitals(firm.ownExclusions.pscCodes),
    setAsides: capitals(firm.ownExclusions.setAsides),
    states: capitals(firm.ownExclusions.states),
    agencies: capitals(firm.ownExclusions.agencies),
  },
});

const whispered = (terms: OpportunityTerms): OpportunityTerms => ({
  ...terms,
  setAside: small(terms.setAside),
  pscCode: small(terms.pscCode),
  location: { state: small(terms.location.state) },
  buyer: {
    department: small(terms.buyer.department),
    subTier: small(terms.buyer.subTier),
    office: small(terms.buyer.office),
    officeCode: null,
  },
});

describe('order and letter case', () => {
  it('change nothing', () => {
    fc.assert(
      fc.property(business, opportunity, (firm, terms) => {
        expect(decide(shouted(firm), whispered(terms))).toEqual(decide(firm, terms));
      }),
      { numRuns: 300 },
    );
  });
});

describe('empty texts', () => {
  const blank = fc.constantFrom('', ' ', '\t');

  it('in a profile match nothing', () => {
    fc.assert(
      fc.property(business, opportunity, blank, (firm, terms, nothing) => {
        const { ownExclusions: own } = firm;
        const padded: BusinessStanding = {
          ...firm,
          certifications: [...firm.certifications, aCertification({ id: 'blank', program: nothing })],
          licences: [
            ...firm.licences,
            aLicence({ id: 'blank', classification: nothing }),
            aLicence({ id: 'blank', state: nothing }),
          ],
          ownExclusions: {
            naicsCodes: [...own.naicsCodes, nothing],
            pscCodes: [nothing, ...own.pscCodes],
            setAsides: [...own.setAsides, nothing],
            states: [nothing, ...own.states],
            agencies: [...own.agencies, nothing],
          },
        };
        expect(decide(padded, terms)).toEqual(decide(firm, terms));
      }),
      { numRuns: 300 },
    );
  });

  it('in a notice are matched by nothing that a firm excludes', () => {
    fc.assert(
      fc.property(business, nullable(blank), (firm, nothing) => {
        const silent = someTerms({
          setAside: nothing,
          naicsCode: nothing,
          pscCode: nothing,
          location: { state: nothing },
          buyer: { department: nothing, subTier: nothing, office: nothing, officeCode: null },
        });
        expect(opportunityGates(firm, silent).filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
      }),
    );
  });
});

describe('own exclusions', () => {
  /** Said again as simply as can be. */
  const wants = ({ ownExclusions: own }: BusinessStanding, terms: OpportunityTerms): boolean => {
    const stated = (texts: readonly string[]) => texts.map((text) => text.trim().toLowerCase()).filter(Boolean);
    const of = (text: string | null) => (text ?? '').toLowerCase();
    const buyers = [terms.buyer.department, terms.buyer.subTier, terms.buyer.office].map(of);
    return !(
      stated(own.naicsCodes).some((prefix) => of(terms.naicsCode).indexOf(prefix) === 0) ||
      stated(own.pscCodes).some((prefix) => of(terms.pscCode).indexOf(prefix) === 0) ||
      stated(own.setAsides).includes(of(terms.setAside)) ||
      stated(own.states).includes(of(terms.location.state)) ||
      stated(own.agencies).some((words) => buyers.some((name) => ` ${name} `.indexOf(` ${words} `) >= 0))
    );
  };

  it('decide by what they name and by nothing else', () => {
    fc.assert(
      fc.property(business, opportunity, (firm, terms) => {
        const [gate] = opportunityGates(firm, terms);
        expect(gate?.verdict ?? 'pass').toBe(wants(firm, terms) ? 'pass' : 'fail');
      }),
      { numRuns: 500 },
    );
  });
});

describe('a decision', () => {
  it('is against as soon as one gate fails, whatever the others say', () => {
    fc.assert(
      fc.property(business, opportunity, (firm, terms) => {
        const { verdict, gates } = decide(firm, terms);
        expect(verdict === 'not_eligible').toBe(gates.some((gate) => gate.verdict === 'fail'));
        expect(verdict === 'eligible').toBe(gates.every((gate) => gate.verdict === 'pass'));
      }),
    );
  });

  it('is the same from what is kept for one business as from deciding each notice alone', () => {
    fc.assert(
      fc.property(business, fc.array(opportunity, { maxLength: 20 }), (firm, all) => {
        expect(all.map(deciderFor(firm, lookups, now))).toEqual(all.map((terms) => decide(firm, terms)));
      }),
    );
  });

  it('asks the rules about a business once for each requirement', () => {
    const asked: string[] = [];
    const setAside: typeof lookups.setAside = (text) => {
      asked.push(text);
      return lookups.setAside(text);
    };
    const decider = deciderFor(aStanding(), { ...lookups, setAside }, now);
    const first = decider(someTerms({ setAside: 'SBA' }));
    const askedOnce = asked.length;
    expect(askedOnce).toBeGreaterThan(0);
    expect(decider(someTerms({ setAside: 'SBA' }))).toEqual(first);
    expect(asked).toHaveLength(askedOnce);
  });

  it('is kept under different keys for different requirements', () => {
    const requirement = opportunity.map((terms) => requirementOf(terms, now));
    const changes = fc.record(
      {
        source: fc.constantFrom('sam', 'utah', 'hub'),
        setAside: fc.constantFrom('SBA', '8A', ''),
        naicsCode: fc.constantFrom('336411', '236220', ''),
        isSupply: fc.boolean(),
        isUtahConstruction: fc.boolean(),
        on: fc.constantFrom('2026-12-15', '2026-12-16'),
        hasDueDay: fc.boolean(),
        asOf: fc.constantFrom('2026-11-22', '2026-11-23'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(requirement, changes, (one, changed) => {
        const other = { ...one, ...changed };
        const isSame = JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
        expect(requirementKey(one) === requirementKey(other)).toBe(isSame);
      }),
      { numRuns: 500 },
    );
  });

  it('has at most one gate of a rule, cites listed texts only, and asks exactly where it cannot tell', () => {
    const text = ({ rule, version, source }: (typeof RULE_TEXTS)[number]): string => [rule, version, source].join();
    const listed = new Set(RULE_TEXTS.map(text));
    fc.assert(
      fc.property(business, opportunity, (firm, terms) => {
        const { gates } = decide(firm, terms);
        expect(new Set(gates.map(({ rule }) => rule)).size).toBe(gates.length);
        for (const gate of gates) {
          expect(listed.has(text(gate))).toBe(true);
          expect(gate.question?.match(/\?/g)?.length ?? 0).toBe(gate.verdict === 'unknown' ? 1 : 0);
        }
      }),
    );
  });

  it('names no note as a rule, and takes whole profiles', () => {
    const rules = new Set(RULE_TEXTS.map(({ rule }) => rule));
    expect([UTAH_ITEMS, UTAH_CONTRACTOR, SUBCONTRACTING].filter(({ rule }) => rules.has(rule))).toEqual([]);
    expect(whole).toBeDefined();
  });
});
