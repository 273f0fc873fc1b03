import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { versionsOf, withEntityTag } from '../../../common/http/entity-tag';
import { Idempotent } from '../../../infra/idempotency';
import { UuidParameter } from '../../../infra/http';
import { Throttle } from '../../../infra/throttling';
import { BusinessViews, type RenderedBusiness } from '../service/business-views.service';
import { BusinessesService } from '../service/businesses.service';
import { BusinessSearchService } from '../service/business-search.service';
import { toNewBusiness, toProfileChanges } from './business.mapping';
import { CreateBusinessRequest, UpdateBusinessRequest } from './business.requests';
import { BusinessResponse, toOwnerResponse, toPublicResponse } from './business.response';
import { toQuestion, toSlice } from './business-search.question';
import { BusinessPageResponse, toBusinessPageResponse } from './business-summary.response';
import { SearchBusinessesQuery } from './search-businesses.query';

const renderings = { public: toPublicResponse, owner: toOwnerResponse };

/** The text is JSON already. */
const answer = (response: Response, { json, version }: RenderedBusiness): string => {
  response.type('application/json; charset=utf-8');
  return withEntityTag(response, version, json);
};

@ApiTags('businesses')
@Controller('businesses')
export class BusinessesController {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly views: BusinessViews,
    private readonly searches: BusinessSearchService,
  ) {}

  /** Public views, by company name or as asked; a private profile is found by its owner and administrators alone. */
  @Get()
  @RequirePermission(Permission.BusinessRead)
  async search(
    @CurrentPrincipal() actor: Principal,
    @Query() query: SearchBusinessesQuery,
  ): Promise<BusinessPageResponse> {
    return toBusinessPageResponse(await this.searches.search(actor, toQuestion(query), toSlice(query)), query);
  }

  /** Creates the caller's one profile. Its matches follow in the background. */
  @Post()
  @ApiCreatedResponse({ type: BusinessResponse })
  @Idempotent()
  @RequirePermission(Permission.BusinessCreate)
  @Throttle({ name: 'business-creation', limit: 60, seconds: 3_600, by: 'user' })
  async create(
    @CurrentPrincipal() actor: Principal,
    @Body() request: CreateBusinessRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const created = await this.businesses.create(actor.userId, toNewBusiness(request));
    return answer(response, this.views.render(actor, created, renderings));
  }

  /** The whole profile for its owner and administrators, the public view for everybody else with an account. */
  @Get(':id')
  @ApiOkResponse({ type: BusinessResponse })
  @RequirePermission(Permission.BusinessRead)
  async get(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    response.end(answer(response, await this.views.read(actor, id, renderings)));
  }

  /** Changes what is given; 412 when `If-Match` names another version than the present one. */
  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: BusinessResponse })
  @RequirePermission(Permission.BusinessUpdate)
  async update(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() request: UpdateBusinessRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const updated = await this.businesses.update(actor, id, toProfileChanges(request), versionsOf(ifMatch));
    return answer(response, this.views.render(actor, updated, renderings));
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
    await this.businesses.delete(actor, id, versionsOf(ifMatch));
  }
}
