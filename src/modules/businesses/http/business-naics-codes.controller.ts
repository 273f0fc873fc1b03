import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { PageQuery, toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { BusinessPartsService } from '../service/business-parts.service';
import { toNaicsCode } from './business.mapping';
import { NaicsCodeRequest } from './part.requests';
import {
  BusinessNaicsCodePageResponse,
  BusinessNaicsCodeResponse,
  toBusinessNaicsCodeResponse,
} from './part.responses';

/** The codes of the industries the firm works in. */
@ApiTags('businesses')
@Controller('businesses/:id/naics-codes')
export class BusinessNaicsCodesController {
  constructor(private readonly parts: BusinessPartsService) {}

  @Get()
  @RequirePermission(Permission.BusinessRead)
  async list(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Query() query: PageQuery,
  ): Promise<BusinessNaicsCodePageResponse> {
    return toPage(await this.parts.list(actor, id, 'naics-codes', query), query, toBusinessNaicsCodeResponse);
  }

  /** Adds a NAICS code; matches are made anew in the background. */
  @Post()
  @RequirePermission(Permission.BusinessUpdate)
  async add(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() request: NaicsCodeRequest,
  ): Promise<BusinessNaicsCodeResponse> {
    return toBusinessNaicsCodeResponse(await this.parts.add(actor, id, 'naics-codes', toNaicsCode(request)));
  }

  /** Takes a NAICS code off the profile. */
  @Delete(':partId')
  @HttpCode(204)
  @RequirePermission(Permission.BusinessUpdate)
  async remove(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @UuidParameter('partId') partId: string,
  ): Promise<void> {
    await this.parts.remove(actor, id, 'naics-codes', partId);
  }
}
