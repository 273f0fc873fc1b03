import { type Business, NO_EXCLUSIONS } from '../../src/modules/businesses/domain/business';
import { NOTHING_STATED } from '../../src/modules/businesses/domain/new-business';

const SINCE = new Date('2026-04-01T12:00:00Z');

const { einNumber: _sealed, ...nothingStated } = NOTHING_STATED;

/** A profile as it is read, of a firm that has said nothing but its name and what is given. */
export const aStatedBusiness = (given: Partial<Business> = {}): Business => ({
  ...nothingStated,
  id: '019d7bd0-0000-7000-8000-000000000001',
  ownerId: null,
  origin: 'owner',
  companyName: 'Wasatch Network Works',
  einLastFour: null,
  samBusinessTypes: [],
  samRegistration: null,
  excludedStatedOn: null,
  ownExclusions: NO_EXCLUSIONS,
  verifiedAt: null,
  naicsCodes: [],
  pscCodes: [],
  certifications: [],
  services: [],
  pastPerformance: [],
  cageCodes: [],
  licences: [],
  addresses: [],
  sizeHistory: [],
  matchRevision: 1,
  version: 1,
  createdAt: SINCE,
  updatedAt: SINCE,
  ...given,
});

/** An IT firm, small, registered in SAM.gov and not excluded: of its kind nothing is missing that a federal gate asks for. */
export const aReadyBusiness = (given: Partial<Business> = {}): Business =>
  aStatedBusiness({
    annualRevenue: 2_500_000,
    employeeCount: 12,
    samRegistration: { status: 'active', expiresOn: '2027-03-31', statedOn: '2026-04-01' },
    excluded: false,
    excludedStatedOn: '2026-04-01',
    naicsCodes: [{ id: 'naics-1', code: '541512', isPrimary: true, version: '2022', samSize: null }],
    pscCodes: [{ id: 'psc-1', code: 'DA01' }],
    ...given,
  });

type Certification = Business['certifications'][number];

/** A certification that holds until the end of 2028, unless given otherwise. */
export const aCertification = (program: string, given: Partial<Certification> = {}): Certification => ({
  id: `certification-${program}`,
  program,
  status: 'active',
  certifier: null,
  number: null,
  validFrom: null,
  expiresOn: '2028-12-31',
  evidence: null,
  ...given,
});

type Licence = Business['licences'][number];

/** A licence of Utah that holds until the end of November 2027, unless given otherwise. */
export const aLicence = (classification: string, given: Partial<Licence> = {}): Licence => ({
  id: `licence-${classification}`,
  state: 'UT',
  classification,
  number: null,
  status: 'active',
  expiresOn: '2027-11-30',
  ...given,
});
