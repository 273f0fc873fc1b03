import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { PageQuery, toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { BusinessPartsService } from '../service/business-parts.service';
import { toPscCode } from './business.mapping';
import { PscCodeRequest } from './part.requests';
import { BusinessPscCodePageResponse, BusinessPscCodeResponse, toBusinessPscCodeResponse } from './part.responses';

/** The products and services the firm sells, by code. */
@ApiTags('businesses')
@Controller('businesses/:id/psc-codes')
export class BusinessPscCodesController {
  constructor(private readonly parts: BusinessPartsService) {}

  @Get()
  @RequirePermission(Permission.BusinessRead)
  async list(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Query() query: PageQuery,
  ): Promise<BusinessPscCodePageResponse> {
    return toPage(await this.parts.list(actor, id, 'psc-codes', query), query, toBusinessPscCodeResponse);
  }

  /** Adds a product or service code; matches are made anew in the background. */
  @Post()
  @RequirePermission(Permission.BusinessUpdate)
  async add(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() request: PscCodeRequest,
  ): Promise<BusinessPscCodeResponse> {
    return toBusinessPscCodeResponse(await this.parts.add(actor, id, 'psc-codes', toPscCode(request)));
  }

  /** Takes a product or service code off the profile. */
  @Delete(':partId')
  @HttpCode(204)
  @RequirePermission(Permission.BusinessUpdate)
  async remove(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @UuidParameter('partId') partId: string,
  ): Promise<void> {
    await this.parts.remove(actor, id, 'psc-codes', partId);
  }
}
