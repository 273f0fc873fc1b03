import fc from 'fast-check';
import { referenceLookups, setAsideCodes } from '../../../../test/support/eligibility';
import { businessGates, decideEligibility, decisionOf } from './decide-eligibility';
import type { EligibilityVerdict } from './decision';
import type { BusinessStanding, EligibilityInput, HeldCertification, OpportunityTerms } from './eligibility-input';
import { noticeGates } from './notice-gates';
import { requirementKey, requirementOf } from './requirement';

const lookups = referenceLookups();
const now = new Date('2026-11-23T19:00:00Z');

const opportunity: OpportunityTerms = {
  source: 'sam',
  noticeType: 'k',
  setAside: 'HZC',
  naicsCode: '541512',
  responseDeadline: { at: new Date('2026-12-15T19:00:00Z'), zone: 'America/Denver', dateOnly: false },
  status: 'open',
};
const business: BusinessStanding = { certifications: [], annualRevenue: 5_000_000, employeeCount: 20 };

const decide = (input: Partial<EligibilityInput>) =>
  decideEligibility({ business, opportunity, lookups, now, ...input });
const gateOf = (rule: string, input: Partial<EligibilityInput>) =>
  decide(input).gates.find((gate) => gate.rule === rule);

describe('what a person reads', () => {
  it('names the missing certification', () => {
    expect(gateOf('set-aside.hubzone', {})).toEqual({
      rule: 'set-aside.hubzone',
      version: '2025-01-16',
      source: '13 CFR 126.601',
      verdict: 'fail',
      reason: 'No HUBZone certification on the profile.',
    });
  });

  it('names the end of a certification that does not reach the response date', () => {
    const certifications = [
      { program: 'hubzone', status: 'active', validFrom: null, expiresOn: '2026-12-01' },
    ] as const;
    expect(gateOf('set-aside.hubzone', { business: { ...business, certifications } })?.reason).toBe(
      'Your HUBZone certification ends on 2026-12-01, before the response date 2026-12-15.',
    );
  });

  it('asks for the missing figure and names the standard', () => {
    const gate = gateOf('size.small', {
      business: { ...business, annualRevenue: null },
      opportunity: { ...opportunity, setAside: 'SBA' },
    });
    expect(gate?.question).toBe('Is your five-year average revenue at most $34.0 million (NAICS 541512)?');
  });

  it('compares the stated figure with the standard', () => {
    const large = { ...business, annualRevenue: 40_000_000 };
    expect(gateOf('size.small', { business: large, opportunity: { ...opportunity, setAside: 'SBA' } })?.reason).toBe(
      'Your average annual revenue of $40.0 million is above $34.0 million, the size standard of NAICS 541512.',
    );
  });

  it('says what to do with a sources sought notice', () => {
    expect(gateOf('notice.biddable', { opportunity: { ...opportunity, noticeType: 'r' } })?.reason).toBe(
      'Sources sought: not open to offers; send a capability statement, which can shape the set-aside.',
    );
  });

  it('lists the size gate only where size counts', () => {
    expect(gateOf('size.small', { opportunity: { ...opportunity, setAside: 'NONE' } })).toBeUndefined();
    expect(gateOf('size.small', { opportunity: { ...opportunity, setAside: 'HZS' } })).toBeUndefined();
    expect(gateOf('size.small', { opportunity: { ...opportunity, setAside: null } })).toBeUndefined();
  });

  it('cites Utah law for notices of Utah', () => {
    const utah: OpportunityTerms = { ...opportunity, source: 'utah', setAside: null };
    expect(decide({ opportunity: utah }).gates.map(({ source }) => source)).toEqual([
      expect.any(String),
      expect.stringContaining('Utah Code 63G-6a-112'),
      expect.stringContaining('Utah Code 63G-6a'),
    ]);
  });
});

describe('response date', () => {
  const on = (deadline: OpportunityTerms['responseDeadline']) =>
    requirementOf({ ...opportunity, responseDeadline: deadline }, now).on;

  it('is the local day of the deadline in its own zone', () => {
    const at = new Date('2026-12-16T03:00:00Z');
    expect(on({ at, zone: 'America/Denver', dateOnly: false })).toBe('2026-12-15');
    expect(on({ at, zone: 'UTC+09:00', dateOnly: false })).toBe('2026-12-16');
  });

  it('does not shift a date-only deadline, whether its end is kept as the last or as the first instant', () => {
    const zone = 'America/Denver';
    expect(on({ at: new Date('2026-12-16T06:59:59.999Z'), zone, dateOnly: true })).toBe('2026-12-15');
    expect(on({ at: new Date('2026-12-16T07:00:00Z'), zone, dateOnly: true })).toBe('2026-12-15');
  });

  it('is today in Utah without a deadline, and falls back to Utah for an unreadable zone', () => {
    expect(requirementOf({ ...opportunity, responseDeadline: null }, new Date('2026-11-24T06:59:00Z')).on).toBe(
      '2026-11-23',
    );
    expect(on({ at: new Date('2026-12-16T03:00:00Z'), zone: 'Nowhere', dateOnly: false })).toBe('2026-12-15');
  });
});

const day = fc.option(fc.constantFrom('2024-01-01', '2026-12-14', '2026-12-15', '2026-12-16', '2030-01-01'), {
  nil: null,
});
const certification: fc.Arbitrary<HeldCertification> = fc.record({
  program: fc.constantFrom('8a', 'hubzone', 'wosb', 'edwosb', 'sdvosb', 'vosb', 'iee', 'sdb', 'dbe', ''),
  status: fc.constantFrom('applied', 'pending', 'active', 'suspended', 'expired', 'graduated'),
  validFrom: day,
  expiresOn: day,
});
const anyBusiness: fc.Arbitrary<BusinessStanding> = fc.record({
  certifications: fc.array(certification, { maxLength: 4 }),
  annualRevenue: fc.option(fc.integer({ min: 0, max: 60_000_000 }), { nil: null }),
  employeeCount: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null }),
});
const anyOpportunity: fc.Arbitrary<OpportunityTerms> = fc.record({
  source: fc.constantFrom('sam', 'utah', 'hub'),
  noticeType: fc.constantFrom('o', 'k', 'p', 'r', 's', 'i', 'a', 'u', 'g'),
  setAside: fc.option(fc.constantFrom<string[]>(...setAsideCodes, '', 'XYZ'), { nil: null }),
  naicsCode: fc.option(fc.constantFrom('541512', '541519', '541330', '336411', '522110', '5415', ''), { nil: null }),
  responseDeadline: fc.option(
    fc.record({
      at: fc.date({ min: new Date('2026-11-01'), max: new Date('2027-02-01'), noInvalidDate: true }),
      zone: fc.constantFrom('America/Denver', 'America/New_York', 'UTC-05:00'),
      dateOnly: fc.boolean(),
    }),
    { nil: null },
  ),
  status: fc.constantFrom('open', 'open', 'open', 'closed', 'cancelled'),
});

const RANK: Readonly<Record<EligibilityVerdict, number>> = { not_eligible: 0, unknown: 1, eligible: 2 };

describe('properties', () => {
  it('a true qualification never makes a verdict worse', () => {
    fc.assert(
      fc.property(anyBusiness, anyOpportunity, certification, (firm, terms, added) => {
        const before = decide({ business: firm, opportunity: terms }).verdict;
        const richer = { ...firm, certifications: [...firm.certifications, added] };
        expect(RANK[decide({ business: richer, opportunity: terms }).verdict]).toBeGreaterThanOrEqual(RANK[before]);
      }),
    );
  });

  it('the order of certifications and the letter case of codes do not matter', () => {
    fc.assert(
      fc.property(anyBusiness, anyOpportunity, (firm, terms) => {
        const certifications = firm.certifications
          .map((held) => ({ ...held, program: held.program.toUpperCase() }))
          .reverse();
        const shouted = {
          ...terms,
          setAside: terms.setAside === 'XYZ' ? 'XYZ' : (terms.setAside?.toLowerCase() ?? null),
        };
        expect(decide({ business: { ...firm, certifications }, opportunity: shouted })).toEqual(
          decide({ business: firm, opportunity: terms }),
        );
      }),
    );
  });

  it('an empty program qualifies for nothing', () => {
    fc.assert(
      fc.property(anyBusiness, anyOpportunity, (firm, terms) => {
        const empty = { program: '', status: 'active', validFrom: null, expiresOn: '2040-01-01' } as const;
        expect(
          decide({ business: { ...firm, certifications: [...firm.certifications, empty] }, opportunity: terms }),
        ).toEqual(decide({ business: firm, opportunity: terms }));
      }),
    );
  });

  it('any failed gate decides against, whatever the others say', () => {
    fc.assert(
      fc.property(anyBusiness, anyOpportunity, (firm, terms) => {
        const { verdict, gates } = decide({ business: firm, opportunity: terms });
        expect(verdict === 'not_eligible').toBe(gates.some((gate) => gate.verdict === 'fail'));
        expect(verdict === 'eligible').toBe(gates.every((gate) => gate.verdict === 'pass'));
      }),
    );
  });

  it('answers kept per notice and per requirement are the answers of the single form', () => {
    fc.assert(
      fc.property(anyBusiness, fc.array(anyOpportunity, { maxLength: 20 }), (firm, all) => {
        const kept = new Map<string, ReturnType<typeof businessGates>>();
        for (const terms of all) {
          const requirement = requirementOf(terms, now);
          const key = requirementKey(requirement);
          const gates = kept.get(key) ?? businessGates(firm, requirement, lookups);
          kept.set(key, gates);
          expect(decisionOf([...noticeGates(terms, now, lookups), ...gates])).toEqual(
            decide({ business: firm, opportunity: terms }),
          );
        }
      }),
    );
  });
});
