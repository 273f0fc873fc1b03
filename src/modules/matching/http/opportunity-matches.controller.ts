import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { PageQuery, toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { Throttle } from '../../../infra/throttling';
import { OpportunityMatchesService } from '../service/opportunity-matches.service';
import { OpportunityMatchPageResponse, toOpportunityMatchResponse } from './match.response';

@ApiTags('opportunities')
@Controller('opportunities/:id/matches')
export class OpportunityMatchesController {
  constructor(private readonly matches: OpportunityMatchesService) {}

  /** Businesses that could serve this opportunity, best first, worked out now. Officials see those of their own agency's. */
  @Get()
  @RequirePermission(Permission.OpportunityMatchesRead)
  @Throttle({ name: 'opportunity-matches', limit: 120, seconds: 60, by: 'user' })
  async search(
    @CurrentPrincipal() reader: Principal,
    @UuidParameter('id') id: string,
    @Query() query: PageQuery,
  ): Promise<OpportunityMatchPageResponse> {
    return toPage(await this.matches.search(reader, id, query), query, toOpportunityMatchResponse);
  }
}
