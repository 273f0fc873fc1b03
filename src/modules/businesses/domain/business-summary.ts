/** A business in a list: what everybody with an account may see. */
export interface BusinessSummary {
  readonly id: string;
  readonly companyName: string;
  readonly dbaName: string | null;
  readonly description: string | null;
  readonly websiteUrl: string | null;
  readonly zipCode: string | null;
  /** Where that ZIP code lies: name of the county and two capitals of the state. */
  readonly county: string | null;
  readonly state: string | null;
  readonly primaryNaicsCode: string | null;
  /** Programs whose certification is listed and in force on the day that the search asks about, by code. */
  readonly certifications: readonly string[];
  /** Whether somebody owns the profile. */
  readonly isClaimed: boolean;
  readonly verifiedAt: Date | null;
  /** Statute miles from the ZIP code that the search names to the nearest place of the firm, to one decimal; else null. */
  readonly distanceMiles: number | null;
}
