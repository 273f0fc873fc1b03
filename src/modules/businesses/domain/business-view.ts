import type { Business } from './business';

/** A profile with what follows from it. */
export interface BusinessView {
  readonly business: Business;
  /** Small under the primary NAICS code today; null: cannot tell. */
  readonly isSmallBusiness: boolean | null;
  /** 0–100. */
  readonly profileCompletenessScore: number;
}
