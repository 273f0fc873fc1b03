import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { versionsOf, withEntityTag } from '../../../common/http/entity-tag';
import { PageQuery, toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import type { Agency } from '../domain/agency';
import { AgenciesService } from '../service/agencies.service';
import { toNewAgency } from './agency.mapping';
import { CreateAgencyRequest, UpdateAgencyRequest } from './agency.requests';
import { AgencyPageResponse, AgencyResponse, toAgencyResponse } from './agency.response';

const answer = (response: Response, agency: Agency): AgencyResponse =>
  withEntityTag(response, agency.version, toAgencyResponse(agency));

/** The agencies whose officials use the hub. */
@ApiTags('admin')
@Controller('admin/agencies')
export class AgenciesController {
  constructor(private readonly agencies: AgenciesService) {}

  /** All agencies, by name. */
  @Get()
  @RequirePermission(Permission.AgencyRead)
  async list(@Query() query: PageQuery): Promise<AgencyPageResponse> {
    return toPage(await this.agencies.search(query), query, toAgencyResponse);
  }

  @Post()
  @RequirePermission(Permission.AgencyManage)
  async create(
    @Body() request: CreateAgencyRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AgencyResponse> {
    return answer(response, await this.agencies.create(toNewAgency(request)));
  }

  @Get(':id')
  @RequirePermission(Permission.AgencyRead)
  async get(@UuidParameter('id') id: string, @Res({ passthrough: true }) response: Response): Promise<AgencyResponse> {
    return answer(response, await this.agencies.get(id));
  }

  /** Changes what is given; 412 when `If-Match` names another version than the present one. */
  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: false })
  @RequirePermission(Permission.AgencyManage)
  async update(
    @UuidParameter('id') id: string,
    @Body() request: UpdateAgencyRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AgencyResponse> {
    return answer(response, await this.agencies.update(id, request, versionsOf(ifMatch)));
  }

  /** Deletes an agency that no official belongs to. */
  @Delete(':id')
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: false })
  @RequirePermission(Permission.AgencyManage)
  async delete(@UuidParameter('id') id: string, @Headers('if-match') ifMatch: string | undefined): Promise<void> {
    await this.agencies.delete(id, versionsOf(ifMatch));
  }
}
