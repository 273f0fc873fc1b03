import { Controller, Get, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, refs } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { UuidParameter } from '../../../infra/http';
import { Throttle } from '../../../infra/throttling';
import { EligibilityAnswers } from '../service/eligibility-answers.service';
import { EligibilitySummaryResponse } from './eligibility-summary.response';
import { EligibilityQuery } from './eligibility.query';
import { EligibilityDecisionResponse, toEligibilityResponse } from './eligibility.response';

@ApiTags('businesses')
@ApiExtraModels(EligibilityDecisionResponse, EligibilitySummaryResponse)
@Controller('businesses/:id/eligibility')
export class EligibilityController {
  constructor(private readonly answers: EligibilityAnswers) {}

  /**
   * With `opportunityId`: may the business bid on it, by which rules, on what evidence. Without: which set-asides it can use,
   * what expires, how many open notices it may bid on, and what one change would open. Worked out now; for the owner.
   */
  @Get()
  @ApiOkResponse({ schema: { oneOf: refs(EligibilityDecisionResponse, EligibilitySummaryResponse) } })
  @RequirePermission(Permission.EligibilityRead)
  @Throttle({ name: 'eligibility', limit: 120, seconds: 60, by: 'user' })
  async get(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Query() { opportunityId }: EligibilityQuery,
  ): Promise<EligibilityDecisionResponse | EligibilitySummaryResponse> {
    return toEligibilityResponse(await this.answers.answer(actor, id, opportunityId));
  }
}
