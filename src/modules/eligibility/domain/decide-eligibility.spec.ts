import { aCertification, aLicence, aStanding, referenceLookups, someTerms } from '../../../../test/support/eligibility';
import { decideEligibility } from './decide-eligibility';
import { type Gate, withoutEvidence } from './decision';
import type { BusinessStanding, EligibilityInput } from './eligibility-input';

const lookups = referenceLookups();
const now = new Date('2026-11-23T19:00:00Z');

const opportunity = someTerms({ setAside: 'HZC' });
const business = aStanding({ annualRevenue: 5_000_000, employeeCount: 20 });
const forSmall = someTerms({ setAside: 'SBA' });
const utahBuilding = someTerms({ source: 'utah', naicsCode: '236220', location: { state: 'UT' } });

const decide = (input: Partial<EligibilityInput>) =>
  decideEligibility({ business, opportunity, lookups, now, ...input });
const gateOf = (rule: string, input: Partial<EligibilityInput>): Gate | undefined =>
  decide(input).gates.find((gate) => gate.rule === rule);
const firm = (given: Partial<BusinessStanding>): BusinessStanding => ({ ...business, ...given });

describe('what a person reads', () => {
  it('names the missing certification', () => {
    expect(gateOf('set-aside.hubzone', {})).toEqual({
      rule: 'set-aside.hubzone',
      version: '2025-01-16',
      source: '13 CFR 126.601',
      verdict: 'fail',
      reason: 'No HUBZone certification on the profile.',
      evidence: [],
    });
  });

  it('names the end of a certification that does not reach the response date', () => {
    const certifications = [aCertification({ expiresOn: '2026-12-01' })];
    expect(gateOf('set-aside.hubzone', { business: firm({ certifications }) })?.reason).toBe(
      'Your HUBZone certification ends on 2026-12-01, before the response date 2026-12-15.',
    );
  });

  it('speaks of today where no day is stated on which the response is due, and asks for it where it would tell', () => {
    const undated = someTerms({ setAside: 'HZC', responseDeadline: null });
    const held = (given: Parameters<typeof aCertification>[0], terms = undated) =>
      gateOf('set-aside.hubzone', { business: firm({ certifications: [aCertification(given)] }), opportunity: terms });
    expect(held({ expiresOn: '2026-11-23' })?.reason).toBe(
      'Your HUBZone certification holds until 2026-11-23, not before today (2026-11-23).',
    );
    expect(held({ expiresOn: '2026-11-22' })?.reason).toBe(
      'Your HUBZone certification ends on 2026-11-22, before today (2026-11-23).',
    );
    expect(held({ validFrom: '2026-11-24' })).toMatchObject({
      verdict: 'unknown',
      reason:
        'Your HUBZone certification begins on 2026-11-24, after today (2026-11-23); it counts for offers from that day on.',
      question: 'Is the response due on 2026-11-24 or later?',
    });
    expect(held({ validFrom: '2026-12-16' }, opportunity)).toMatchObject({
      verdict: 'fail',
      reason: 'Your HUBZone certification begins on 2026-12-16, after the response date 2026-12-15.',
    });
  });

  it('asks for the missing figure and names the standard', () => {
    const gate = gateOf('size.small', { business: firm({ annualRevenue: null }), opportunity: forSmall });
    expect(gate?.question).toBe('Is your five-year average revenue at most $34.0 million (NAICS 541512)?');
  });

  it('names what a size history lacks', () => {
    const sizeHistory = [
      { id: '1', measure: 'receipts', period: '2025', amount: 1e6, affiliatesAmount: null } as const,
    ];
    const gate = gateOf('size.small', { business: firm({ annualRevenue: null, sizeHistory }), opportunity: forSmall });
    expect(gate?.reason).toBe(
      'The profile does not state your average annual revenue, and its size history lacks receipts of fiscal years ' +
        '2021 to 2024.',
    );
  });

  it('compares the stated figure with the standard', () => {
    const large = firm({ annualRevenue: 40_000_000 });
    expect(gateOf('size.small', { business: large, opportunity: forSmall })?.reason).toBe(
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
    const utah = someTerms({ source: 'utah', setAside: null });
    expect(decide({ opportunity: utah }).gates.map(({ source }) => source)).toEqual([
      expect.any(String),
      expect.stringContaining('Utah Code 63G-6a-112'),
      expect.stringContaining('Utah Code 63G-6a'),
    ]);
  });

  it('asks a larger supplier whether it makes the product', () => {
    const supplies = someTerms({ setAside: 'SBA', naicsCode: '336411', pscCode: '1560' });
    expect(gateOf('size.nonmanufacturer', { business: firm({ employeeCount: 1_200 }), opportunity: supplies })).toEqual(
      {
        rule: 'size.nonmanufacturer',
        version: '2016-06-30',
        source: '13 CFR 121.406(b)',
        verdict: 'unknown',
        reason:
          'For supplies under manufacturing code NAICS 336411, a firm that does not make the product itself counts as ' +
          'small only with at most 500 employees; you have 1,200 employees.',
        question: 'Do you make the product yourself?',
        evidence: [
          {
            field: 'employeeCount',
            id: null,
            statement: 'Your headcount is 1,200 employees. The profile states your headcount.',
          },
        ],
      },
    );
  });
});

describe('registration and exclusion', () => {
  const registration = (status: 'active' | 'submitted' | 'expired' | 'inactive', expiresOn: string | null) =>
    gateOf('sam.registration', {
      business: firm({ samRegistration: { status, expiresOn, statedOn: '2026-09-30' } }),
    });

  it('names the last day, the day on which the firm said so, and what to do', () => {
    expect(registration('active', '2027-02-01')?.reason).toBe(
      'Your SAM.gov registration is active until 2027-02-01, not before the response date 2026-12-15, as you stated on ' +
        '2026-09-30.',
    );
    expect(registration('active', '2026-12-01')?.reason).toBe(
      'Your SAM.gov registration ends on 2026-12-01, before the response date 2026-12-15, as you stated on 2026-09-30; ' +
        'renew it before you make an offer.',
    );
    expect(registration('submitted', null)?.reason).toBe(
      'Your SAM.gov registration is submitted, not active, as you stated on 2026-09-30; it must be active when the offer ' +
        'is made.',
    );
    expect(registration('expired', null)?.reason).toContain('renew it');
    expect(registration('inactive', null)?.reason).toContain('activate it');
  });

  it('is held against today where no day is stated on which the response is due', () => {
    const reason = (expiresOn: string) =>
      gateOf('sam.registration', {
        business: firm({ samRegistration: { status: 'active', expiresOn, statedOn: '2026-09-30' } }),
        opportunity: { ...opportunity, responseDeadline: null },
      })?.reason;
    expect(reason('2026-11-23')).toBe(
      'Your SAM.gov registration is active until 2026-11-23, not before today (2026-11-23), as you stated on 2026-09-30.',
    );
    expect(reason('2026-11-22')).toContain('ends on 2026-11-22, before today (2026-11-23), as you stated');
  });

  it('cannot tell from a status that it does not know', () => {
    const samRegistration: BusinessStanding['samRegistration'] = JSON.parse(
      '{ "status": "renewing", "expiresOn": null, "statedOn": "2026-09-30" }',
    );
    expect(gateOf('sam.registration', { business: firm({ samRegistration }) })).toMatchObject({
      verdict: 'unknown',
      question: 'Is your registration in SAM.gov active, and until when?',
      evidence: [{ field: 'samRegistration' }],
    });
  });

  it('asks one thing at a time', () => {
    expect(registration('active', null)?.question).toBe('When does your SAM.gov registration expire?');
    expect(gateOf('sam.registration', { business: firm({ samRegistration: null }) })?.question).toBe(
      'Is your registration in SAM.gov active, and until when?',
    );
  });

  it('repeats what the firm said about exclusion', () => {
    const exclusion = (excluded: boolean | null, excludedStatedOn: string | null) =>
      gateOf('sam.exclusion', { business: firm({ excluded, excludedStatedOn }) })?.reason;
    expect(exclusion(true, '2026-09-30')).toBe(
      'You stated on 2026-09-30 that your firm is excluded from federal contracts.',
    );
    expect(exclusion(false, null)).toBe('The profile states that your firm is not excluded from federal contracts.');
    expect(exclusion(null, null)).toContain('does not say');
  });
});

describe('evidence', () => {
  it('tells the certification that decided, with number and term', () => {
    const certifications = [
      aCertification({ id: 'old', status: 'expired' }),
      aCertification({ id: 'new', number: 'HZ-7', validFrom: '2027-01-01' }),
      aCertification({ id: 'held', number: 'HZ-1', validFrom: '2025-01-01', expiresOn: '2028-01-01' }),
    ];
    expect(gateOf('set-aside.hubzone', { business: firm({ certifications }) })?.evidence).toEqual([
      {
        field: 'certifications',
        id: 'held',
        statement: 'HUBZone certification HZ-1, active, from 2025-01-01 until 2028-01-01.',
      },
    ]);
  });

  it('is the same whichever of two equal entries comes first', () => {
    const [one, two] = [aCertification({ id: 'one', number: '1' }), aCertification({ id: 'two', number: '1' })];
    const used = (certifications: BusinessStanding['certifications']) =>
      gateOf('set-aside.hubzone', { business: firm({ certifications }) })?.evidence;
    expect(used([one, two])).toEqual(used([two, one]));
  });

  it('says where a certification has no end', () => {
    const certifications = [aCertification({ validFrom: '2025-01-01', expiresOn: null })];
    const [used] = gateOf('set-aside.hubzone', { business: firm({ certifications }) })?.evidence ?? [];
    expect(used?.statement).toBe('HUBZone certification, active, from 2025-01-01, no end stated.');
  });

  it('tells the figure with its periods, as exactly as it was compared', () => {
    const sizeHistory = ['2021', '2022', '2023', '2024', '2025'].map((period) => ({
      id: period,
      measure: 'receipts' as const,
      period,
      amount: 34_000_000.01,
      affiliatesAmount: null,
    }));
    expect(gateOf('size.small', { business: firm({ sizeHistory }), opportunity: forSmall })?.evidence).toEqual([
      {
        field: 'sizeHistory',
        id: null,
        statement:
          'Your average annual revenue is $34,000,000.01. It is the average of fiscal years 2021 to 2025, affiliates ' +
          'included.',
      },
    ]);
  });

  it('tells every figure that was compared, and a history that is only begun', () => {
    const resellers = someTerms({ setAside: 'SBA', naicsCode: '541519' });
    expect(gateOf('size.small', { opportunity: resellers })?.evidence.map(({ field }) => field)).toEqual([
      'annualRevenue',
      'employeeCount',
    ]);
    const sizeHistory = [{ id: '1', measure: 'receipts', period: '2025', amount: 1, affiliatesAmount: null } as const];
    const begun = firm({ annualRevenue: null, sizeHistory });
    expect(gateOf('size.small', { business: begun, opportunity: forSmall })?.evidence).toEqual([
      {
        field: 'sizeHistory',
        id: null,
        statement: 'The size history of receipts is not complete; it lacks receipts of fiscal years 2021 to 2024.',
      },
    ]);
  });

  it('tells registration, exclusion and licence as they are stated', () => {
    const licensed = firm({ licences: [aLicence({ id: 'l', number: '123-5501' })] });
    const used = (rule: string, input: Partial<EligibilityInput>) =>
      gateOf(rule, { business: licensed, ...input })?.evidence;
    expect(used('sam.registration', {})).toEqual([
      {
        field: 'samRegistration',
        id: null,
        statement: 'SAM.gov registration active, until 2027-12-31, as stated on 2026-09-30.',
      },
    ]);
    expect(used('sam.exclusion', {})).toEqual([
      {
        field: 'excluded',
        id: null,
        statement: 'You stated on 2026-09-30 that your firm is not excluded from federal contracts.',
      },
    ]);
    expect(used('licence.utah-contractor', { opportunity: utahBuilding })).toEqual([
      {
        field: 'licences',
        id: 'l',
        statement: 'Utah contractor licence B100, number 123-5501, active, until 2027-11-30.',
      },
    ]);
  });

  it('is left out of what is kept', () => {
    const { gates } = decide({});
    const plain = withoutEvidence(gates);
    expect(plain).toHaveLength(gates.length);
    for (const [index, gate] of plain.entries()) {
      expect(gate).not.toHaveProperty('evidence');
      expect(gates[index]).toMatchObject(gate);
    }
  });
});
