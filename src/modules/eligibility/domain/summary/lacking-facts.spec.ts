import { referenceLookups } from '../../../../../test/support/eligibility';
import { aCertification, aLicence, aReadyBusiness } from '../../../../../test/support/stated-business';
import type { Business } from '../../../businesses';
import type { BusinessRequirement } from '../requirement';
import { lackingFacts, suppositionsOf } from './lacking-facts';

const TODAY = '2026-08-10';
const lookups = referenceLookups();

const requirement = (given: Partial<BusinessRequirement> = {}): BusinessRequirement => ({
  source: 'sam',
  setAside: 'SBA',
  naicsCode: '541512',
  isSupply: false,
  isUtahConstruction: false,
  on: '2026-08-31',
  hasDueDay: true,
  asOf: TODAY,
  ...given,
});
const works = requirement({ source: 'utah', setAside: 'NONE', naicsCode: '237310', isUtahConstruction: true });

const lackingOf = (business: Business, asked: BusinessRequirement): readonly string[] =>
  lackingFacts(business, suppositionsOf(business, TODAY), asked, lookups);

describe('facts for want of which a gate cannot answer', () => {
  it.each<[string, Business, BusinessRequirement, string[]]>([
    ['none where all is stated', aReadyBusiness(), requirement(), []],
    ['the registration', aReadyBusiness({ samRegistration: null }), requirement(), ['samRegistration']],
    [
      'the end of the registration',
      aReadyBusiness({ samRegistration: { status: 'active', expiresOn: null, statedOn: TODAY } }),
      requirement(),
      ['samRegistration'],
    ],
    ['exclusion', aReadyBusiness({ excluded: null }), requirement(), ['excluded']],
    ['not for Utah’s buyers', aReadyBusiness({ samRegistration: null, excluded: null }), works, ['licences']],
    ['size figures', aReadyBusiness({ annualRevenue: null }), requirement(), ['sizeFigures']],
    [
      'the receipts of some years, which no stated average may fall below',
      aReadyBusiness({
        annualRevenue: 100_000,
        sizeHistory: ['2024', '2025'].map((period) => ({
          id: period,
          measure: 'receipts' as const,
          period,
          amount: 5_000_000,
          affiliatesAmount: null,
        })),
      }),
      requirement(),
      ['sizeFigures'],
    ],
    ['not those that nothing asks for', aReadyBusiness({ employeeCount: null }), requirement(), []],
    ['not where no standard is known', aReadyBusiness({ annualRevenue: null }), requirement({ on: '2020-01-01' }), []],
    ['not where the notice is silent', aReadyBusiness(), requirement({ setAside: '' }), []],
    [
      'the term of a certification',
      aReadyBusiness({ certifications: [aCertification('8a', { expiresOn: null })] }),
      requirement({ setAside: '8A' }),
      ['certificationTerms'],
    ],
    ['not a licence that is held', aReadyBusiness({ licences: [aLicence('E100')] }), works, []],
    [
      'another licence than the one that is held',
      aReadyBusiness({ licences: [aLicence('B100')] }),
      works,
      ['licences'],
    ],
    [
      'several at once',
      aReadyBusiness({ samRegistration: null, excluded: null, annualRevenue: null }),
      requirement(),
      ['samRegistration', 'excluded', 'sizeFigures'],
    ],
  ])('%s', (_, business, asked, expected) => {
    expect(lackingOf(business, asked)).toEqual(expected);
  });
});
