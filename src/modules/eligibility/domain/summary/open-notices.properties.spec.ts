import fc from 'fast-check';
import { referenceLookups, setAsideCodes } from '../../../../../test/support/eligibility';
import { aCertification, aLicence, aReadyBusiness } from '../../../../../test/support/stated-business';
import type { Business } from '../../../businesses';
import { loadReferenceFacts, programCodes } from '../../../reference';
import { decideEligibility } from '../decide-eligibility';
import type { OpportunityTerms } from '../eligibility-input';
import { changesOf } from './eligibility-summary';
import { nearCodesOf } from './near-codes';
import { openNoticeCounter } from './open-notices';

const NOW = new Date('2026-08-10T12:00:00Z');
const TODAY = '2026-08-10';
const facts = loadReferenceFacts();
const lookups = referenceLookups();

const day = fc.constantFrom(null, '2026-08-09', '2026-08-20', '2029-01-01');

const someBusiness: fc.Arbitrary<Business> = fc
  .record({
    certifications: fc.array(
      fc
        .record({
          program: fc.constantFrom(...programCodes),
          expiresOn: day,
          status: fc.constantFrom('active', 'pending'),
        })
        .map(({ program, ...given }) => aCertification(program, given)),
      { maxLength: 3 },
    ),
    licences: fc.array(
      fc
        .record({ classification: fc.constantFrom('B100', 'E100', 'S200'), expiresOn: day })
        .map(({ classification, expiresOn }) => aLicence(classification, { expiresOn })),
      { maxLength: 2 },
    ),
    samRegistration: fc.option(
      fc.record({ status: fc.constantFrom('active', 'expired'), expiresOn: day, statedOn: fc.constant(TODAY) }),
      { nil: null },
    ),
    excluded: fc.constantFrom(null, false, false, true),
    annualRevenue: fc.constantFrom(null, 1_000, 900_000_000),
    employeeCount: fc.constantFrom(null, 10, 501, 90_000),
    ownExclusions: fc.constantFrom([], ['SBA']).map((setAsides) => ({
      ...aReadyBusiness().ownExclusions,
      setAsides,
    })),
  })
  .map(aReadyBusiness);

const someNotice: fc.Arbitrary<OpportunityTerms> = fc.record({
  source: fc.constantFrom('sam', 'sam', 'utah'),
  noticeType: fc.constantFrom('o', 'k'),
  setAside: fc.constantFrom(null, ...setAsideCodes),
  naicsCode: fc.constantFrom(null, '541512', '334210', '237310', '522110', '23'),
  pscCode: fc.constantFrom(null, 'DA01', '5905'),
  buyer: fc.constant({ department: null, subTier: null, office: null, officeCode: null }),
  location: fc.constant({ state: null }),
  responseDeadline: fc
    .constantFrom('2026-08-15T20:00:00Z', '2026-08-31T20:00:00Z')
    .map((at) => ({ at: new Date(at), zone: 'America/Denver', dateOnly: false })),
  status: fc.constant('open'),
});

describe('counting open notices', () => {
  it('gives what deciding each notice with and without each change gives', () => {
    fc.assert(
      fc.property(someBusiness, fc.array(someNotice, { minLength: 1, maxLength: 12 }), (business, notices) => {
        const verdictOf = (subject: Business, opportunity: OpportunityTerms): string =>
          decideEligibility({ business: subject, opportunity, lookups, now: NOW }).verdict;
        const changes = changesOf(business, facts, TODAY);
        const counter = openNoticeCounter({ business, changes, near: nearCodesOf(business, facts), lookups, now: NOW });
        counter.add(notices);
        const { verdicts, openedBy } = counter.counts();

        const withVerdict = (wanted: string): readonly OpportunityTerms[] =>
          notices.filter((notice) => verdictOf(business, notice) === wanted);
        const undecided = withVerdict('unknown');
        const refused = withVerdict('not_eligible');
        // An answer settles what cannot be told, and turns no refusal.
        const expected = changes.map(
          ({ kind, business: changed }) =>
            (kind === 'answer' ? undecided : [...undecided, ...refused]).filter(
              (notice) => verdictOf(changed, notice) === 'eligible',
            ).length,
        );
        expect(changes.map((change) => openedBy.get(change) ?? 0)).toEqual(expected);
        expect(verdicts).toEqual({
          eligible: withVerdict('eligible').length,
          unknown: undecided.length,
          not_eligible: refused.length,
        });
      }),
      { numRuns: 200 },
    );
  });
});
