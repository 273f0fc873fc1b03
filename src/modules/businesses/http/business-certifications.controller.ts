import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { PageQuery, toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { BusinessPartsService } from '../service/business-parts.service';
import { toCertification } from './business.mapping';
import { CertificationRequest } from './part.requests';
import { CertificationPageResponse, CertificationResponse, toCertificationResponse } from './part.responses';

/** What the firm is certified for, with status and dates. */
@ApiTags('businesses')
@Controller('businesses/:id/certifications')
export class BusinessCertificationsController {
  constructor(private readonly parts: BusinessPartsService) {}

  @Get()
  @RequirePermission(Permission.BusinessRead)
  async list(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Query() query: PageQuery,
  ): Promise<CertificationPageResponse> {
    return toPage(await this.parts.list(actor, id, 'certifications', query), query, toCertificationResponse);
  }

  /** Adds a certification; matches are made anew in the background. */
  @Post()
  @RequirePermission(Permission.BusinessUpdate)
  async add(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() request: CertificationRequest,
  ): Promise<CertificationResponse> {
    return toCertificationResponse(await this.parts.add(actor, id, 'certifications', toCertification(request)));
  }

  /** Takes a certification off the profile. */
  @Delete(':partId')
  @HttpCode(204)
  @RequirePermission(Permission.BusinessUpdate)
  async remove(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @UuidParameter('partId') partId: string,
  ): Promise<void> {
    await this.parts.remove(actor, id, 'certifications', partId);
  }
}
