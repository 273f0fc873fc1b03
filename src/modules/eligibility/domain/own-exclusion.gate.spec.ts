import { aStanding, someTerms } from '../../../../test/support/eligibility';
import type { BusinessStanding } from './eligibility-input';
import { ownExclusionGate } from './own-exclusion.gate';

const business = aStanding();

describe("the firm's own exclusions", () => {
  const navy = someTerms({
    pscCode: 'R499',
    buyer: { department: 'DEPT OF DEFENSE', subTier: 'DEPT OF THE NAVY', office: 'NAVSEA', officeCode: null },
    location: { state: 'NV' },
  });
  const own = (given: Partial<BusinessStanding['ownExclusions']>, terms = navy) =>
    ownExclusionGate({ ...business, ownExclusions: { ...business.ownExclusions, ...given } }, terms);

  it('is no gate for a firm that excludes nothing', () => {
    expect(own({})).toBeNull();
    expect(own({ agencies: ['', '  ', '---', 'The'], naicsCodes: [''], setAsides: ['[]'] })).toBeNull();
  });

  it('names all that matched, once each', () => {
    const gate = own({ states: ['NV'], naicsCodes: ['5415', '54'], pscCodes: ['R'], agencies: ['navsea', 'of'] });
    expect(gate?.reason).toBe(
      'By your own exclusions you do not want NAICS 541512, PSC R499, the state NV, the buyer DEPT OF DEFENSE, the buyer ' +
        'DEPT OF THE NAVY, the buyer NAVSEA.',
    );
    expect(gate?.evidence).toContainEqual({
      field: 'ownExclusions.naicsCodes',
      id: null,
      statement: 'You exclude "5415".',
    });
  });

  it('says what was looked at where nothing matched', () => {
    expect(own({ states: ['WY', 'ID'], agencies: ['army'] })).toMatchObject({
      verdict: 'pass',
      reason: 'None of your own exclusions applies.',
      evidence: [{ field: 'ownExclusions', id: null, statement: 'You exclude states (2), buyers (1).' }],
    });
  });

  it.each([
    ['a name in which accents are composed or not', 'Cañon'.normalize('NFC'), 'CAÑON CITY'.normalize('NFD'), true],
    ['the same the other way round', 'Cañon'.normalize('NFD'), 'CAÑON CITY'.normalize('NFC'), true],
    ['an accent that no letter composes with is no end of a word', 'q', 'q\u0303a', false],
    ['initials without their last dot', 'U.S Army', 'US ARMY', true],
    ['initials at the end of a name', 'Forest Service, U.S.', 'FOREST SERVICE US', true],
    ['a name of one letter and a dot is no row of initials', 'Army', 'BLDG A.ARMY', true],
    ['an abbreviation inside a longer word', 'Department', 'DEPTFORD', false],
    ['the nation before it', 'U.S. Department of the Interior', 'INTERIOR, DEPARTMENT OF THE', true],
    ['the nation in an inverted name', 'Department of Commerce', 'COMMERCE, U.S. DEPARTMENT OF', true],
    ['another office of the nation', 'U.S. Army', 'DEPARTMENT OF THE ARMY', false],
    ['an inverted name with a comma in it', 'Department of Labor, Utah', 'LABOR, UTAH, DEPARTMENT OF', true],
  ])('reads %s', (_, agency, office, isHit) => {
    const terms = someTerms({ buyer: { department: null, subTier: null, office, officeCode: null } });
    expect(own({ agencies: [agency] }, terms)?.verdict).toBe(isHit ? 'fail' : 'pass');
  });

  it('names a wrapped set-aside by its code', () => {
    expect(own({ setAsides: ['["8A"]'] }, someTerms({ setAside: '8A' }))?.evidence).toEqual([
      { field: 'ownExclusions.setAsides', id: null, statement: 'You exclude "8A".' },
    ]);
  });
});
