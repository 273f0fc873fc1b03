import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../common/http/page.response';
import { type BusinessClaim, type ClaimStatus, claimStatuses } from '../domain/claim';

/** A claim of a profile that nobody owned. */
export class ClaimResponse implements BusinessClaim {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  businessId: string;

  /** As it was when the claim was made. */
  companyName: string;

  /** As it is now, until the claim is decided: an import may have made another firm of the profile since. */
  presentCompanyName: string | null;
  presentUeiNumber: string | null;

  @ApiProperty({ format: 'uuid' })
  claimantId: string;

  @ApiProperty({ enum: claimStatuses })
  status: ClaimStatus;

  note: string | null;
  createdAt: Date;

  /** Why it was decided so; null while it waits. */
  reason: string | null;

  decidedAt: Date | null;
}

export class ClaimPageResponse extends PageResponse {
  items: ClaimResponse[];
}

export const toClaimResponse = (claim: BusinessClaim): ClaimResponse => ({
  id: claim.id,
  businessId: claim.businessId,
  companyName: claim.companyName,
  presentCompanyName: claim.presentCompanyName,
  presentUeiNumber: claim.presentUeiNumber,
  claimantId: claim.claimantId,
  status: claim.status,
  note: claim.note,
  createdAt: claim.createdAt,
  reason: claim.reason,
  decidedAt: claim.decidedAt,
});
