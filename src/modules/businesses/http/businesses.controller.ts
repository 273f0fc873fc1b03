import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { versionOf, withEntityTag } from '../../../common/http/entity-tag';
import { toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { Throttle } from '../../../infra/throttling';
import type { Business } from '../domain/business';
import { BusinessesService } from '../service/businesses.service';
import { toBusinessChanges, toNewBusiness } from './business.mapping';
import { CreateBusinessRequest, UpdateBusinessRequest } from './business.requests';
import {
  BusinessPageResponse,
  BusinessResponse,
  toBusinessResponse,
  toBusinessSummaryResponse,
} from './business.response';
import { SearchBusinessesQuery } from './search-businesses.query';

const answer = (response: Response, reader: Principal, business: Business): BusinessResponse =>
  withEntityTag(response, business.version, toBusinessResponse(reader, business));

@ApiTags('businesses')
@Controller('businesses')
export class BusinessesController {
  constructor(private readonly businesses: BusinessesService) {}

  /** Public views, by company name. */
  @Get()
  @RequirePermission(Permission.BusinessRead)
  async search(@Query() query: SearchBusinessesQuery): Promise<BusinessPageResponse> {
    return toPage(await this.businesses.search(query), query, toBusinessSummaryResponse);
  }

  /** Creates the caller's one profile. Its matches follow in the background. */
  @Post()
  @RequirePermission(Permission.BusinessCreate)
  @Throttle({ name: 'business-creation', limit: 60, seconds: 3_600, by: 'user' })
  async create(
    @CurrentPrincipal() actor: Principal,
    @Body() request: CreateBusinessRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BusinessResponse> {
    return answer(response, actor, await this.businesses.create(actor.userId, toNewBusiness(request)));
  }

  /** The whole profile for its owner and administrators, the public view for everybody else with an account. */
  @Get(':id')
  @RequirePermission(Permission.BusinessRead)
  async get(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BusinessResponse> {
    return answer(response, actor, await this.businesses.get(id));
  }

  /** Changes what is given; 412 when `If-Match` names another version than the present one. */
  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: false })
  @RequirePermission(Permission.BusinessUpdate)
  async update(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() request: UpdateBusinessRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BusinessResponse> {
    return answer(
      response,
      actor,
      await this.businesses.update(actor, id, toBusinessChanges(request), versionOf(ifMatch)),
    );
  }

  /** Deletes the profile with its lists and matches. */
  @Delete(':id')
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: false })
  @RequirePermission(Permission.BusinessDelete)
  async delete(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.businesses.delete(actor, id, versionOf(ifMatch));
  }
}
