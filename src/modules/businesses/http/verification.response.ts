import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../common/http/page.response';
import type { BusinessVerification } from '../domain/verification';

/** Whether a profile is verified, by the decision that says so. */
export class VerificationResponse {
  @ApiProperty({ format: 'uuid' })
  businessId: string;

  /** Null while the profile is not verified. */
  verifiedAt: Date | null;

  verified: boolean;
  reason: string;
  decidedAt: Date;
}

/** A decision in the history of a profile. */
export class VerificationEntryResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  businessId: string;

  verified: boolean;
  reason: string;

  /** Null: it followed from a change of the profile, or the administrator's account is gone. */
  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  decidedBy: string | null;

  decidedAt: Date;
}

export class VerificationPageResponse extends PageResponse {
  items: VerificationEntryResponse[];
}

export const toVerificationResponse = (verification: BusinessVerification): VerificationResponse => ({
  businessId: verification.businessId,
  verifiedAt: verification.verified ? verification.decidedAt : null,
  verified: verification.verified,
  reason: verification.reason,
  decidedAt: verification.decidedAt,
});

export const toVerificationEntryResponse = (verification: BusinessVerification): VerificationEntryResponse => ({
  id: verification.id,
  businessId: verification.businessId,
  verified: verification.verified,
  reason: verification.reason,
  decidedBy: verification.decidedBy,
  decidedAt: verification.decidedAt,
});
