import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { UuidParameter } from '../../../infra/http';
import { ClaimDecisions } from '../service/claim-decisions.service';
import { DecideClaimRequest } from './claim.requests';
import { ClaimResponse, toClaimResponse } from './claim.response';

@ApiTags('admin')
@Controller('admin/business-claims/:id')
export class ClaimDecisionsController {
  constructor(private readonly decisions: ClaimDecisions) {}

  /**
   * Decides a claim, once. A confirmed one makes its claimant the owner of the profile and refuses all other claims of it;
   * the claimants are told by mail.
   */
  @Put()
  @RequirePermission(Permission.BusinessClaimDecide)
  async decide(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() request: DecideClaimRequest,
  ): Promise<ClaimResponse> {
    return toClaimResponse(await this.decisions.decide(actor, id, request));
  }
}
