import {
  certificationStatuses,
  type Licence,
  licenceStatuses,
  NO_EXCLUSIONS,
  samStatuses,
} from '../../src/modules/businesses/domain/business';
import type {
  BusinessStanding,
  EligibilityLookups,
  HeldCertification,
  OpportunityTerms,
} from '../../src/modules/eligibility/domain/eligibility-input';
import { noticeTypes } from '../../src/modules/opportunities/domain/notice';
import { opportunityStatuses } from '../../src/modules/opportunities/domain/opportunity';
import { loadReferenceFacts } from '../../src/modules/reference/data/load-reference-facts';
import { parseSetAside, setAsideCodes } from '../../src/modules/reference/domain/set-aside';
import { sizeStandardsOn } from '../../src/modules/reference/domain/size-standard';

/** Every code there is, for tables and properties. */
export { certificationStatuses, licenceStatuses, noticeTypes, opportunityStatuses, samStatuses, setAsideCodes };

/** The rules' lookups on the checked-in reference facts, without a database. */
export function referenceLookups(): EligibilityLookups {
  const facts = loadReferenceFacts();
  const noticeTypeFacts = new Map<string, ReturnType<EligibilityLookups['noticeType']>>(facts.noticeTypes);
  return {
    noticeType: (code) => noticeTypeFacts.get(code),
    setAside: (text) => {
      const code = parseSetAside(text);
      return code && facts.setAsides.get(code);
    },
    program: (code) => facts.programs.get(code),
    sizeStandards: (naicsCode, day) => sizeStandardsOn(facts.sizeStandards.get(naicsCode) ?? [], day),
  };
}

/** A firm that is registered in SAM.gov and not excluded, and has stated nothing else. */
export const aStanding = (given: Partial<BusinessStanding> = {}): BusinessStanding => ({
  certifications: [],
  licences: [],
  sizeHistory: [],
  annualRevenue: null,
  employeeCount: null,
  establishedOn: null,
  fiscalYearEndMonth: 12,
  zipCode: null,
  samRegistration: { status: 'active', expiresOn: '2027-12-31', statedOn: '2026-09-30' },
  excluded: false,
  excludedStatedOn: '2026-09-30',
  ownExclusions: NO_EXCLUSIONS,
  ...given,
});

export const aCertification = (given: Partial<HeldCertification> = {}): HeldCertification => ({
  id: 'certification-1',
  program: 'hubzone',
  status: 'active',
  number: null,
  validFrom: null,
  expiresOn: '2030-01-01',
  ...given,
});

export const aLicence = (given: Partial<Licence> = {}): Licence => ({
  id: 'licence-1',
  state: 'UT',
  classification: 'B100',
  number: null,
  status: 'active',
  expiresOn: '2027-11-30',
  ...given,
});

/** A solicitation without restriction, due on 2026-12-15 at noon in Utah. */
export const someTerms = (given: Partial<OpportunityTerms> = {}): OpportunityTerms => ({
  source: 'sam',
  noticeType: 'k',
  setAside: 'NONE',
  naicsCode: '541512',
  pscCode: null,
  buyer: { department: null, subTier: null, office: null, officeCode: null },
  location: { state: null },
  responseDeadline: { at: new Date('2026-12-15T19:00:00Z'), zone: 'America/Denver', dateOnly: false },
  status: 'open',
  ...given,
});
