import { NO_EXCLUSIONS } from './business';
import type { NewPart } from './business-parts';
import type { ProfileInput } from './profile-input';

/** A firm as its owner describes it, in one go. */
export interface NewBusiness extends ProfileInput {
  readonly naicsCodes: readonly NewPart<'naics-codes'>[];
  readonly pscCodes: readonly NewPart<'psc-codes'>[];
  readonly cageCodes: readonly NewPart<'cage-codes'>[];
  readonly certifications: readonly NewPart<'certifications'>[];
  readonly licences: readonly NewPart<'licences'>[];
  readonly services: readonly NewPart<'services'>[];
  readonly pastPerformance: readonly NewPart<'past-performance'>[];
}

/** The lists of a firm as its owner describes it. */
export type NewLists = Omit<NewBusiness, keyof ProfileInput>;

/** A firm that has said nothing but its name. */
export const NOTHING_STATED: Omit<NewBusiness, 'companyName'> = {
  visibility: 'public',
  dbaName: null,
  ueiNumber: null,
  dunsNumber: null,
  einNumber: null,
  stateLicenseNumber: null,
  websiteUrl: null,
  description: null,
  businessType: null,
  employeeCount: null,
  annualRevenue: null,
  establishedOn: null,
  fiscalYearEndMonth: 12,
  zipCode: null,
  samRegistration: null,
  excluded: null,
  bondingSingleUsd: null,
  bondingAggregateUsd: null,
  contractValueMinUsd: null,
  contractValueMaxUsd: null,
  serviceArea: null,
  ownExclusions: NO_EXCLUSIONS,
  naicsCodes: [],
  pscCodes: [],
  cageCodes: [],
  certifications: [],
  licences: [],
  services: [],
  pastPerformance: [],
};
