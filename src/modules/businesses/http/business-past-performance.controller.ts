import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { PageQuery, toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { BusinessPartsService } from '../service/business-parts.service';
import { toPastPerformance } from './business.mapping';
import { PastPerformanceRequest } from './part.requests';
import { PastPerformancePageResponse, PastPerformanceResponse, toPastPerformanceResponse } from './part.responses';

/** Contracts the firm names as references. Private. */
@ApiTags('businesses')
@Controller('businesses/:id/past-performance')
export class BusinessPastPerformanceController {
  constructor(private readonly parts: BusinessPartsService) {}

  @Get()
  @RequirePermission(Permission.BusinessRead)
  async list(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Query() query: PageQuery,
  ): Promise<PastPerformancePageResponse> {
    return toPage(await this.parts.list(actor, id, 'past-performance', query), query, toPastPerformanceResponse);
  }

  /** Adds a contract; matches are made anew in the background. */
  @Post()
  @RequirePermission(Permission.BusinessUpdate)
  async add(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() request: PastPerformanceRequest,
  ): Promise<PastPerformanceResponse> {
    return toPastPerformanceResponse(await this.parts.add(actor, id, 'past-performance', toPastPerformance(request)));
  }

  /** Takes a contract off the profile. */
  @Delete(':partId')
  @HttpCode(204)
  @RequirePermission(Permission.BusinessUpdate)
  async remove(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @UuidParameter('partId') partId: string,
  ): Promise<void> {
    await this.parts.remove(actor, id, 'past-performance', partId);
  }
}
