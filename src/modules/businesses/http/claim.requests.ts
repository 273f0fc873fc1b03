import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { Length, MaxLength } from '../../../common/validation/text-length';
import { OptionalBody } from '../../../common/http/optional-body.decorator';
import { PageQuery } from '../../../common/http/paging';
import { type ClaimDecision, claimDecisions, type ClaimStatus, claimStatuses } from '../domain/claim';

@OptionalBody()
export class ClaimBusinessRequest {
  /** What shows that the firm is the caller's, for administrators to read. */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  note?: string | null;
}

export class DecideClaimRequest implements ClaimDecision {
  @ApiProperty({ enum: claimDecisions })
  @IsIn(claimDecisions)
  decision: ClaimDecision['decision'];

  /** Mailed to the claimant. */
  @IsString()
  @Length(1, 1_000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  reason: string;
}

export class SearchClaimsQuery extends PageQuery {
  @ApiProperty({ enum: claimStatuses, required: false })
  @IsOptional()
  @IsIn(claimStatuses)
  status?: ClaimStatus;
}
