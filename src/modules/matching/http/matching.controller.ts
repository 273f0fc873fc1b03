import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { MatchesService } from '../service/matches.service';
import { MatchPageResponse, MatchResponse, toMatchResponse } from './match.response';
import { SearchMatchesQuery } from './search-matches.query';

@ApiTags('matching')
@Controller('matching/opportunities')
@RequirePermission(Permission.MatchRead)
export class MatchingController {
  constructor(private readonly matches: MatchesService) {}

  /** Matches of the caller's own business, best first, each with its gates and parts. At most the best 200 are listed. */
  @Get()
  async search(
    @CurrentPrincipal() { userId }: Principal,
    @Query() query: SearchMatchesQuery,
  ): Promise<MatchPageResponse> {
    return toPage(await this.matches.search(userId, query, query), query, toMatchResponse);
  }

  /** One opportunity against the caller's own business, worked out now. */
  @Get(':id')
  async get(@CurrentPrincipal() { userId }: Principal, @UuidParameter('id') id: string): Promise<MatchResponse> {
    return toMatchResponse(await this.matches.get(userId, id));
  }
}
