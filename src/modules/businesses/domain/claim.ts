export const claimStatuses = ['pending', 'confirmed', 'refused'] as const;
export type ClaimStatus = (typeof claimStatuses)[number];
export const claimDecisions = ['confirmed', 'refused'] as const;

/** Somebody says that a profile that nobody owns is that of their firm. */
export interface BusinessClaim {
  readonly id: string;
  readonly businessId: string;
  /** As it was when the claim was made. */
  readonly companyName: string;
  /**
   * What an import has made of the profile since: whoever decides looks at the firm that it is now. Null once it is decided:
   * from then on an owner says who may see the profile.
   */
  readonly presentCompanyName: string | null;
  readonly presentUeiNumber: string | null;
  readonly claimantId: string;
  readonly status: ClaimStatus;
  /** What the claimant has to say for it. */
  readonly note: string | null;
  readonly createdAt: Date;
  /** Why it was decided so; null while it waits. */
  readonly reason: string | null;
  readonly decidedAt: Date | null;
}

export interface NewClaim {
  readonly businessId: string;
  readonly companyName: string;
  readonly claimantId: string;
  readonly note: string | null;
}

export interface ClaimDecision {
  readonly decision: (typeof claimDecisions)[number];
  readonly reason: string;
}

/** Which claims are wanted: all conditions hold together, an absent one selects everything. */
export interface ClaimFilter {
  readonly claimantId?: string;
  readonly status?: ClaimStatus;
}

/** Of one person. */
export const MOST_PENDING_CLAIMS = 5;

/** What everybody else who claimed the profile is told. */
export const CLAIMED_BY_ANOTHER = 'Another claim of this profile was confirmed.';
