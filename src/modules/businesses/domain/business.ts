import { type SizeMeasure, sizeMeasures } from '../../reference';

export { type SizeMeasure, sizeMeasures };

/** Where a firm stands with a certifier. */
export const certificationStatuses = ['applied', 'pending', 'active', 'suspended', 'expired', 'graduated'] as const;
export type CertificationStatus = (typeof certificationStatuses)[number];

/** A certification as the business states it. `program` is a code of the reference table `certification_programs`. */
export interface Certification {
  readonly id: string;
  readonly program: string;
  readonly status: CertificationStatus;
  readonly certifier: string | null;
  readonly number: string | null;
  /** Local calendar days, both inclusive; null means not stated. */
  readonly validFrom: string | null;
  readonly expiresOn: string | null;
  /** Where the certificate can be looked up, or what shows it, in the firm's words. */
  readonly evidence: string | null;
}

/** Editions of NAICS a listed code may be of. Owners list codes of the present one; imports keep what they bring. */
export const naicsVersions = ['2017', '2022'] as const;
export type NaicsVersion = (typeof naicsVersions)[number];

/** What SAM.gov says of the firm's size under a code: small, other than small, or small under an exception of the code. */
export const samSizeFlags = ['small', 'other-than-small', 'exception'] as const;
export type SamSizeFlag = (typeof samSizeFlags)[number];

export interface BusinessNaicsCode {
  readonly id: string;
  /** Six digits. */
  readonly code: string;
  readonly isPrimary: boolean;
  readonly version: NaicsVersion;
  /** As an import of SAM.gov's entities brought it; never used to decide, because it was true on another day. */
  readonly samSize: SamSizeFlag | null;
}

export interface BusinessPscCode {
  readonly id: string;
  readonly code: string;
}

export interface BusinessService {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
}

/** A Commercial and Government Entity code. It belongs to a place of the firm, so a firm may have several. */
export interface CageCode {
  readonly id: string;
  readonly code: string;
  readonly isPrimary: boolean;
}

export const licenceStatuses = ['active', 'inactive', 'suspended', 'expired'] as const;
export type LicenceStatus = (typeof licenceStatuses)[number];

/** A licence of a state; the company's, not that of one of its tradespeople. */
export interface Licence {
  readonly id: string;
  /** Two capitals of the state that issued it. */
  readonly state: string;
  /** Class as the state writes it: `B100`, `E100`, `R100`, `S260`. */
  readonly classification: string;
  /** As printed on the licence; states write them in many ways. */
  readonly number: string | null;
  readonly status: LicenceStatus;
  /** Last day, local; null means not stated. */
  readonly expiresOn: string | null;
}

/** `principal` is the principal place of business: at most one, and its ZIP code is the profile's. */
export const addressKinds = ['principal', 'mailing', 'branch'] as const;
export type AddressKind = (typeof addressKinds)[number];

export interface BusinessAddress {
  readonly id: string;
  readonly kind: AddressKind;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  /** Two capitals. */
  readonly state: string | null;
  /** Five digits. */
  readonly zipCode: string;
  /** Name of the county that the ZIP code lies in, and its FIPS code where that is in Utah. */
  readonly county: string | null;
  readonly countyFips: string | null;
  /** Centroid of the ZIP code, degrees (WGS 84). */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** What a firm's size was in one period. Receipts: one fiscal year; employees and assets: one month. */
export interface SizeRecord {
  readonly id: string;
  readonly measure: SizeMeasure;
  /** `2025` for receipts (the fiscal year that ended in it); `2026-03` for employees and assets. */
  readonly period: string;
  /** USD for receipts and assets; persons for employees, every one counting as one (13 CFR 121.106). */
  readonly amount: number;
  /** The same of all affiliates together; null means none. */
  readonly affiliatesAmount: number | null;
}

/** A finished or running contract that the business names as a reference. */
export interface PastPerformance {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  /** Department, and office where known, as written on notices. */
  readonly department: string | null;
  readonly office: string | null;
  readonly contractNumber: string | null;
  readonly naicsCode: string | null;
  readonly pscCode: string | null;
  readonly valueUsd: number | null;
  /** Local calendar days; `completedOn` is null while it runs. */
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  /** Where the work was done: two capitals, and five digits. */
  readonly placeState: string | null;
  readonly placeZipCode: string | null;
}

export const samStatuses = ['active', 'submitted', 'inactive', 'expired'] as const;
export type SamStatus = (typeof samStatuses)[number];

/** Registration in SAM.gov, as the firm says. */
export interface SamRegistration {
  readonly status: SamStatus;
  /** Last day, local; null means not stated. */
  readonly expiresOn: string | null;
  /** Utah day on which the firm said so. */
  readonly statedOn: string;
}

/** Where the firm works. */
export interface ServiceArea {
  /** Anywhere in the United States. */
  readonly isNational: boolean;
  /** Also from afar, where the work allows it. */
  readonly isRemote: boolean;
  /** Two capitals each. */
  readonly states: readonly string[];
  /** Five-digit FIPS codes of counties of Utah. */
  readonly countyFips: readonly string[];
}

/** What the firm does not want to bid on, whatever it may. */
export interface OwnExclusions {
  /** Beginnings of codes, two to six digits. */
  readonly naicsCodes: readonly string[];
  /** Beginnings of codes, one to four characters. */
  readonly pscCodes: readonly string[];
  /** Set-aside codes; `NONE` stands for unrestricted procurements. */
  readonly setAsides: readonly string[];
  /** States of the work or, where it is not stated, of the buying office; two capitals. */
  readonly states: readonly string[];
  /** Whole words of the names of departments, sub-agencies and offices. */
  readonly agencies: readonly string[];
}

export const visibilities = ['public', 'private'] as const;
/** `private`: found and seen by the owner and administrators alone; matched all the same. */
export type Visibility = (typeof visibilities)[number];

/** Who first told the hub of a firm. */
export const businessOrigins = ['owner', 'sam-entities', 'csv'] as const;
export type BusinessOrigin = (typeof businessOrigins)[number];

/** What a business says about itself, once. */
export interface Business {
  readonly id: string;
  /** Null: nobody has claimed the profile yet. */
  readonly ownerId: string | null;
  readonly origin: BusinessOrigin;
  readonly visibility: Visibility;
  readonly companyName: string;
  readonly dbaName: string | null;
  readonly ueiNumber: string | null;
  /** Legacy, retired in 2022: kept as text, never required and never scored. */
  readonly dunsNumber: string | null;
  /** The last four digits; the whole number is sealed and never leaves the database in the clear. */
  readonly einLastFour: string | null;
  readonly stateLicenseNumber: string | null;
  readonly description: string | null;
  readonly websiteUrl: string | null;
  readonly businessType: string | null;
  /** SAM.gov's codes of what kind of firm it is, `2X`, `A2`: see `samBusinessTypes`. */
  readonly samBusinessTypes: readonly string[];
  readonly employeeCount: number | null;
  /** USD per year, five-year average where the business knows it. */
  readonly annualRevenue: number | null;
  /** Local calendar day on which the firm began business. */
  readonly establishedOn: string | null;
  /** Month with whose last day the fiscal year ends, 1 to 12. */
  readonly fiscalYearEndMonth: number;
  /** Of the principal place of business. */
  readonly zipCode: string | null;
  readonly samRegistration: SamRegistration | null;
  /** Debarred, suspended or otherwise excluded from federal contracts (FAR 9.4), as the firm says; null means not stated. */
  readonly excluded: boolean | null;
  /** Utah day on which the firm said so. */
  readonly excludedStatedOn: string | null;
  /** USD: largest single bond, and all bonds together. */
  readonly bondingSingleUsd: number | null;
  readonly bondingAggregateUsd: number | null;
  /** USD: contracts that the firm is comfortable with. */
  readonly contractValueMinUsd: number | null;
  readonly contractValueMaxUsd: number | null;
  readonly serviceArea: ServiceArea | null;
  readonly ownExclusions: OwnExclusions;
  readonly verifiedAt: Date | null;
  readonly naicsCodes: readonly BusinessNaicsCode[];
  readonly pscCodes: readonly BusinessPscCode[];
  readonly certifications: readonly Certification[];
  readonly services: readonly BusinessService[];
  readonly pastPerformance: readonly PastPerformance[];
  readonly cageCodes: readonly CageCode[];
  readonly licences: readonly Licence[];
  readonly addresses: readonly BusinessAddress[];
  readonly sizeHistory: readonly SizeRecord[];
  /** Grows with every change that can alter a match. */
  readonly matchRevision: number;
  /** Grows with every change; the ETag is made of it. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const NO_EXCLUSIONS: OwnExclusions = { naicsCodes: [], pscCodes: [], setAsides: [], states: [], agencies: [] };

/** How many entries each list of a profile holds at most. Imported firms list up to 293 NAICS and 500 PSC codes. */
export const MOST_CODES = 1_000;
export const MOST_ENTRIES = 100;
