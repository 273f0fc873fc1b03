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
}

export interface BusinessNaicsCode {
  readonly id: string;
  /** Six digits, NAICS 2022. */
  readonly code: string;
  readonly isPrimary: boolean;
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

/** A finished or running contract that the business names as a reference. */
export interface PastPerformance {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  /** Department, and office where known, as written on notices. */
  readonly department: string | null;
  readonly office: string | null;
  readonly naicsCode: string | null;
  readonly pscCode: string | null;
  readonly valueUsd: number | null;
  /** Local calendar day; null while it runs. */
  readonly completedOn: string | null;
}

/** What a business says about itself, once. */
export interface Business {
  readonly id: string;
  readonly ownerId: string | null;
  readonly companyName: string;
  readonly dbaName: string | null;
  readonly ueiNumber: string | null;
  /** Legacy, retired in 2022: kept as text, never required and never scored. */
  readonly dunsNumber: string | null;
  readonly stateLicenseNumber: string | null;
  readonly description: string | null;
  readonly websiteUrl: string | null;
  readonly businessType: string | null;
  readonly employeeCount: number | null;
  /** USD per year, five-year average where the business knows it. */
  readonly annualRevenue: number | null;
  readonly zipCode: string | null;
  readonly verifiedAt: Date | null;
  readonly naicsCodes: readonly BusinessNaicsCode[];
  readonly pscCodes: readonly BusinessPscCode[];
  readonly certifications: readonly Certification[];
  readonly services: readonly BusinessService[];
  readonly pastPerformance: readonly PastPerformance[];
  /** Grows with every change that can alter a match. */
  readonly matchRevision: number;
  /** Grows with every change; the ETag is made of it. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
