/** A business in a list: what everybody with an account may see. */
export interface BusinessSummary {
  readonly id: string;
  readonly companyName: string;
  readonly dbaName: string | null;
  readonly description: string | null;
  readonly websiteUrl: string | null;
  readonly zipCode: string | null;
  readonly primaryNaicsCode: string | null;
  readonly verifiedAt: Date | null;
}

export interface BusinessSearch {
  /** Part of the company's name or of the name it does business under. */
  readonly q?: string;
  /** Beginning of a listed NAICS code. */
  readonly naics?: string;
  /** Program of a certification that is listed as active. */
  readonly certification?: string;
  readonly limit: number;
  readonly offset: number;
}
