import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../../common/auth/public.decorator';
import { toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { OpportunitiesService } from '../service/opportunities.service';
import { toQuestion, toSlice } from './opportunity.question';
import {
  OpportunityDetailResponse,
  OpportunityListResponse,
  toOpportunityDetailResponse,
  toOpportunityResponse,
} from './opportunity.response';
import { SearchOpportunitiesQuery } from './search-opportunities.query';

@ApiTags('opportunities')
@Public()
@Controller('opportunities')
export class OpportunitiesController {
  constructor(private readonly opportunities: OpportunitiesService) {}

  /** Opportunities that are open, newest first; filters, full-text search and other orders on request. */
  @Get()
  async search(@Query() query: SearchOpportunitiesQuery): Promise<OpportunityListResponse> {
    return toPage(await this.opportunities.search(toQuestion(query), toSlice(query)), query, toOpportunityResponse);
  }

  /** One opportunity with its description, award, contacts and the notices it is made of. */
  @Get(':id')
  async get(@UuidParameter('id') id: string): Promise<OpportunityDetailResponse> {
    return toOpportunityDetailResponse(await this.opportunities.get(id));
  }
}
