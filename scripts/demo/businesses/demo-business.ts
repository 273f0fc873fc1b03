import type { OfficeKey } from '../offices';

export type CertificationProgram = '8a' | 'hubzone' | 'wosb' | 'edwosb' | 'sdvosb' | 'vosb' | 'iee';
export type CertificationStatus = 'applied' | 'pending' | 'active' | 'suspended' | 'expired' | 'graduated';

export interface DemoNaicsCode {
  readonly code: string;
  readonly isPrimary: boolean;
}

export interface DemoCertification {
  readonly program: CertificationProgram;
  readonly status: CertificationStatus;
  readonly certifier: string;
  readonly number?: string;
  /** ISO date, Utah calendar. */
  readonly validFrom?: string;
  readonly expiresOn?: string;
}

export interface DemoService {
  readonly title: string;
  readonly description: string;
}

export interface DemoPastPerformance {
  /** Department, sub-agency and office are spelled as in the notices, so that buyer history joins. */
  readonly buyer: string;
  readonly subTier: string;
  readonly office: string;
  readonly naicsCode: string;
  readonly pscCode: string;
  readonly valueUsd: number;
  /** ISO date, Utah calendar. */
  readonly completedOn: string;
  readonly title: string;
  readonly description: string;
}

export interface DemoBusiness {
  readonly companyName: string;
  readonly dbaName?: string;
  readonly ueiNumber: string;
  readonly city: string;
  readonly state: 'UT';
  readonly zipCode: string;
  readonly website: string;
  readonly description: string;
  readonly employeeCount: number;
  /** USD a year. */
  readonly annualRevenue: number;
  readonly naicsCodes: readonly DemoNaicsCode[];
  readonly pscCodes: readonly string[];
  readonly certifications: readonly DemoCertification[];
  readonly services: readonly DemoService[];
  readonly pastPerformance: readonly DemoPastPerformance[];
}

/** A certification with its dates as days before and after the day the demo is loaded. */
export interface CertificationTemplate {
  readonly program: CertificationProgram;
  readonly status: CertificationStatus;
  readonly certifier?: string;
  readonly number?: string;
  readonly validSinceDays?: number;
  /** Negative: expired that many days ago. */
  readonly expiresInDays?: number;
}

export interface PastPerformanceTemplate {
  readonly office: OfficeKey;
  readonly naicsCode: string;
  readonly pscCode: string;
  readonly valueUsd: number;
  readonly completedDaysAgo: number;
  readonly title: string;
  readonly description: string;
}

/** What an author writes about a firm; identifiers and dates are computed. */
export interface BusinessTemplate {
  readonly companyName: string;
  readonly dbaName?: string;
  readonly city: string;
  readonly zipCode: string;
  readonly website: string;
  readonly description: string;
  readonly employeeCount: number;
  readonly annualRevenue: number;
  /** The first one is the primary code. */
  readonly naics: readonly string[];
  readonly psc: readonly string[];
  readonly certifications?: readonly CertificationTemplate[];
  readonly services: readonly DemoService[];
  readonly pastPerformance?: readonly PastPerformanceTemplate[];
}
