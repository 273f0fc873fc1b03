import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { PageQuery, toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { OpportunityMatchesService } from '../service/opportunity-matches.service';
import { OpportunityMatchPageResponse, toOpportunityMatchResponse } from './match.response';

@ApiTags('opportunities')
@Controller('opportunities/:id/matches')
export class OpportunityMatchesController {
  constructor(private readonly matches: OpportunityMatchesService) {}

  /** Businesses that could serve this opportunity, best first, worked out now. */
  @Get()
  @RequirePermission(Permission.OpportunityMatchesRead)
  async search(@UuidParameter('id') id: string, @Query() query: PageQuery): Promise<OpportunityMatchPageResponse> {
    return toPage(await this.matches.search(id, query), query, toOpportunityMatchResponse);
  }
}
