import { aCertification, aLicence, aStanding, referenceLookups, someTerms } from '../../../../test/support/eligibility';
import { decideEligibility, verdictOf } from './decide-eligibility';
import { type Gate, withoutEvidence } from './decision';
import type { BusinessStanding, EligibilityInput } from './eligibility-input';
import { gatesForOthers } from './gate-for-others';
import { RULE_TEXTS } from './rules';

const lookups = referenceLookups();
const now = new Date('2026-11-23T19:00:00Z');

const opportunity = someTerms({ setAside: 'HZC' });
const business = aStanding({ annualRevenue: 5_000_000, employeeCount: 20 });
const utahBuilding = someTerms({ source: 'utah', naicsCode: '236220', location: { state: 'UT' } });

const decide = (input: Partial<EligibilityInput>) =>
  decideEligibility({ business, opportunity, lookups, now, ...input });
const firm = (given: Partial<BusinessStanding>): BusinessStanding => ({ ...business, ...given });

describe('what others than the firm read', () => {
  const excluding = { ...business.ownExclusions, states: ['NV'] };
  const shown = [
    decide({
      business: firm({ employeeCount: 1_201, licences: [aLicence({ number: '123-5501' })], ownExclusions: excluding }),
    }),
    decide({
      business: firm({ employeeCount: 1_201 }),
      opportunity: someTerms({ setAside: 'SBA', naicsCode: '336411', pscCode: '1560' }),
    }),
    decide({ business: firm({ licences: [aLicence({ number: '123-5501' })] }), opportunity: utahBuilding }),
    decide({ business: firm({ ownExclusions: excluding }), opportunity: someTerms({ location: { state: 'NV' } }) }),
  ].map(({ gates }) => ({ gates: withoutEvidence(gates), others: gatesForOthers(withoutEvidence(gates)) }));

  it('has the same rules and verdicts, but for the gate that tells a headcount by being there', () => {
    const plainly = ({ rule, version, verdict, source }: Omit<Gate, 'evidence'>) => ({
      rule,
      version,
      verdict,
      source,
    });
    expect(shown.flatMap(({ gates }) => gates).map(({ rule }) => rule)).toContain('size.nonmanufacturer');
    for (const { gates, others } of shown) {
      const isUnsettled = gates.some(({ rule }) => rule === 'size.nonmanufacturer');
      const told = gates
        .filter(({ rule }) => rule !== 'size.nonmanufacturer')
        .map((gate) => (isUnsettled && gate.rule === 'size.small' ? { ...gate, verdict: 'unknown' as const } : gate));
      expect(others.map(plainly)).toEqual(told.map(plainly));
    }
  });

  it('has a gate that says why, whatever the verdict', () => {
    for (const { gates, others } of shown) expect(verdictOf(others)).toBe(verdictOf(gates));
  });

  it('has no figures, registration, licence or wish in it', () => {
    const text = JSON.stringify(shown.map(({ others }) => others));
    expect(text).not.toMatch(/\$|1,201|5501|2027-12-31|2026-09-30|2027-11-30|B100|NV/);
    expect(text).not.toMatch(/Your/);
  });

  it('keeps what everybody sees', () => {
    const open = decide({}).gates.filter(({ rule }) => rule === 'notice.open');
    expect(open).toHaveLength(1);
    expect(gatesForOthers(open)).toEqual(withoutEvidence(open));
  });

  it('has no question in it and addresses nobody as the firm, whatever the certification', () => {
    const certified = (given: Parameters<typeof aCertification>[0], setAside = 'HZC') =>
      decide({ business: firm({ certifications: [aCertification(given)] }), opportunity: someTerms({ setAside }) });
    const gates = [
      certified({}),
      certified({ expiresOn: null }),
      certified({ expiresOn: '2026-12-01' }),
      certified({ validFrom: '2027-01-01' }),
      certified({ status: 'pending' }),
      certified({ program: 'wosb', status: 'pending' }, 'WOSB'),
      certified({ program: '8a', status: 'graduated' }, '8A'),
      certified({ program: 'iee', expiresOn: null }, 'IEE'),
      decide({ opportunity: someTerms({ setAside: null }) }),
      decide({ opportunity: someTerms({ setAside: 'LAS' }) }),
      decide({ opportunity: someTerms({ setAside: 'ZZZ', noticeType: 's' }) }),
    ].flatMap((decision) => gatesForOthers(withoutEvidence(decision.gates)));
    expect(gates.filter((gate) => 'question' in gate)).toEqual([]);
    expect(gates.map(({ reason }) => reason).filter((reason) => /\byour?\b/i.test(reason))).toEqual([]);
  });

  it('says the same of every certification', () => {
    const [shownGate] = gatesForOthers(
      withoutEvidence(
        decide({ business: firm({ certifications: [aCertification({ expiresOn: null })] }) }).gates,
      ).filter(({ rule }) => rule === 'set-aside.hubzone'),
    );
    expect(shownGate).toEqual({
      ...RULE_TEXTS.find(({ rule }) => rule === 'set-aside.hubzone'),
      verdict: 'unknown',
      reason: 'Whether it has the standing that this set-aside asks for cannot be told from its profile.',
    });
  });
});
