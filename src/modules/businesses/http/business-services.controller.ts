import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { PageQuery, toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { BusinessPartsService } from '../service/business-parts.service';
import { toService } from './business.mapping';
import { ServiceRequest } from './part.requests';
import { ServicePageResponse, ServiceResponse, toServiceResponse } from './part.responses';

/** What the firm does, in words. */
@ApiTags('businesses')
@Controller('businesses/:id/services')
export class BusinessServicesController {
  constructor(private readonly parts: BusinessPartsService) {}

  @Get()
  @RequirePermission(Permission.BusinessRead)
  async list(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Query() query: PageQuery,
  ): Promise<ServicePageResponse> {
    return toPage(await this.parts.list(actor, id, 'services', query), query, toServiceResponse);
  }

  /** Adds a service; matches are made anew in the background. */
  @Post()
  @RequirePermission(Permission.BusinessUpdate)
  async add(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() request: ServiceRequest,
  ): Promise<ServiceResponse> {
    return toServiceResponse(await this.parts.add(actor, id, 'services', toService(request)));
  }

  /** Takes a service off the profile. */
  @Delete(':partId')
  @HttpCode(204)
  @RequirePermission(Permission.BusinessUpdate)
  async remove(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @UuidParameter('partId') partId: string,
  ): Promise<void> {
    await this.parts.remove(actor, id, 'services', partId);
  }
}
