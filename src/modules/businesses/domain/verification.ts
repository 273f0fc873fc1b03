/** One decision on whether a profile describes the firm that it names. The latest one holds. */
export interface BusinessVerification {
  readonly id: string;
  readonly businessId: string;
  readonly verified: boolean;
  readonly reason: string;
  /** Null: nobody decided, it followed from a change; or the account is gone. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
}

export type VerificationDecision = Pick<BusinessVerification, 'verified' | 'reason'>;

/** Of the entry that a change of the firm's name or number leaves. */
export const IDENTITY_CHANGED = 'The name or the Unique Entity ID was changed.';
