import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { Idempotent } from '../../../infra/idempotency';
import { Throttle } from '../../../infra/throttling';
import { ClaimsService } from '../service/claims.service';
import { ClaimBusinessRequest, SearchClaimsQuery } from './claim.requests';
import { ClaimPageResponse, ClaimResponse, toClaimResponse } from './claim.response';

@ApiTags('businesses')
@Controller()
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  /**
   * Claims a profile that nobody owns, for an administrator to decide. The caller's e-mail address must be verified; whoever
   * owns a profile claims no other.
   */
  @Post('businesses/:id/claims')
  @Idempotent()
  @RequirePermission(Permission.BusinessCreate)
  @Throttle({ name: 'business-claim', limit: 60, seconds: 3_600, by: 'user' })
  async make(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() { note }: ClaimBusinessRequest,
  ): Promise<ClaimResponse> {
    return toClaimResponse(await this.claims.make(actor, id, note ?? null));
  }

  /** The caller's own claims, or everybody's for administrators; the latest first. */
  @Get('business-claims')
  @RequirePermission(Permission.BusinessClaimRead)
  async search(@CurrentPrincipal() actor: Principal, @Query() query: SearchClaimsQuery): Promise<ClaimPageResponse> {
    return toPage(await this.claims.search(actor, query, query), query, toClaimResponse);
  }
}
