import { referenceLookups, setAsideCodes } from '../../../../../test/support/eligibility';
import { aCertification, aReadyBusiness, aStatedBusiness } from '../../../../../test/support/stated-business';
import type { Business } from '../../../businesses';
import { loadReferenceFacts } from '../../../reference';
import { setAsideUses } from './set-aside-use';

const NOW = new Date('2026-08-10T12:00:00Z');
const all = [...loadReferenceFacts().setAsides.values()];
const usesOf = (business: Business) =>
  new Map(setAsideUses(business, all, referenceLookups(), NOW).map((use) => [use.code, use]));

const women = aReadyBusiness({ certifications: [aCertification('wosb')] });
const large = aReadyBusiness({ annualRevenue: 900_000_000 });

describe('which set-asides a business can use', () => {
  it('answers for every one of them', () => {
    expect([...usesOf(women).keys()].sort()).toEqual([...setAsideCodes].sort());
  });

  it.each<[string, Business, (typeof setAsideCodes)[number], string, RegExp]>([
    ['by its certification', women, 'WOSB', 'yes', /WOSB certification holds until 2028-12-31/],
    [
      'by its certification, whose end is held against today',
      women,
      'WOSB',
      'yes',
      /, not before today \(2026-08-10\)\./,
    ],
    [
      'perhaps, with one that begins later',
      aReadyBusiness({ certifications: [aCertification('wosb', { validFrom: '2026-08-11' })] }),
      'WOSB',
      'cannot-tell',
      /begins on 2026-08-11, after today \(2026-08-10\)/,
    ],
    ['not by one that is less', women, 'EDWOSB', 'no', /No EDWOSB certification/],
    ['by its size', women, 'SBA', 'yes', /no certification is needed, size decides/],
    ['not where it is too large', large, 'SBA', 'no', /is above \$34\.0 million/],
    ['a partial one at any size', large, 'SBP', 'yes', /any business may bid on the rest/],
    ['not a sole source, whatever it holds', women, 'WOSBSS', 'no', /meant for one named participant/],
    ['perhaps a local one', women, 'LAS', 'cannot-tell', /disaster area/],
    ['perhaps, without a registration', aReadyBusiness({ samRegistration: null }), 'NONE', 'cannot-tell', /SAM\.gov/],
    ['perhaps, without figures', aReadyBusiness({ annualRevenue: null }), 'SBA', 'cannot-tell', /does not state/],
    ['perhaps, without a primary code', aReadyBusiness({ naicsCodes: [] }), 'SBA', 'cannot-tell', /no primary NAICS/],
    [
      'not one that it does not want',
      aReadyBusiness({ ownExclusions: { ...aStatedBusiness().ownExclusions, setAsides: ['NONE'] } }),
      'NONE',
      'no',
      /own exclusions/,
    ],
  ])('%s', (_, business, code, usable, reason) => {
    expect(usesOf(business).get(code)).toMatchObject({ code, usable, reason: expect.stringMatching(reason) });
  });
});
