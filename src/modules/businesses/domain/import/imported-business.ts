import type { BusinessOrigin, NaicsVersion, SamSizeFlag, SamStatus } from '../business';
import type { NewPart } from '../business-parts';

/** A firm as one row of a file describes it. What the file does not say is null or empty. */
export interface ImportedBusiness {
  readonly origin: Exclude<BusinessOrigin, 'owner'>;
  readonly companyName: string;
  readonly dbaName: string | null;
  readonly ueiNumber: string | null;
  readonly dunsNumber: string | null;
  readonly description: string | null;
  readonly websiteUrl: string | null;
  readonly businessType: string | null;
  readonly samBusinessTypes: readonly string[];
  readonly employeeCount: number | null;
  readonly annualRevenue: number | null;
  readonly establishedOn: string | null;
  readonly fiscalYearEndMonth: number | null;
  readonly zipCode: string | null;
  readonly state: string | null;
  readonly city: string | null;
  readonly samRegistration: { readonly status: SamStatus; readonly expiresOn: string | null } | null;
  readonly excluded: boolean | null;
  readonly naicsCodes: readonly {
    readonly code: string;
    readonly isPrimary: boolean;
    readonly version: NaicsVersion;
    readonly samSize: SamSizeFlag | null;
  }[];
  readonly pscCodes: readonly string[];
  readonly cageCodes: readonly { readonly code: string; readonly isPrimary: boolean }[];
  readonly certifications: readonly NewPart<'certifications'>[];
}

/** Something about a row that was taken in all the same, and that a person may want to look at. */
export interface ImportRemark {
  readonly code: 'naics-not-2022' | 'psc-unknown' | 'sam-type-unknown' | 'duplicate-code';
  readonly message: string;
}

/** What one row of a file came to. */
export type ParsedRow =
  { readonly business: ImportedBusiness; readonly remarks: readonly ImportRemark[] } | { readonly rejected: string };

/** Codes that the reference tables hold. */
export interface KnownCodes {
  isNaics2022(code: string): boolean;
  isPsc(code: string): boolean;
  isProgram(code: string): boolean;
}
