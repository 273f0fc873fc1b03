import { Controller, Get, Query, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentPrincipal } from '../../../../common/auth/current-principal.decorator';
import { Permission } from '../../../../common/auth/permission';
import type { Principal } from '../../../../common/auth/principal';
import { RequirePermission } from '../../../../common/auth/require-permission.decorator';
import { withEntityTag } from '../../../../common/http/entity-tag';
import { PageResponse } from '../../../../common/http/page.response';
import { type Page, PageQuery, toPage } from '../../../../common/http/paging';
import { UuidParameter } from '../../../../infra/http';
import type { PartKind } from '../../domain/business-parts';
import { BusinessPartsService } from '../../service/business-parts.service';
import { named } from './generic-controller';
import type { PartDefinition } from './part-definition';

/** What everybody, or its owner, reads of one list of a profile. */
export const readPartsController = <Kind extends PartKind, Request extends object, Answer extends object>(
  definition: PartDefinition<Kind, Request, Answer>,
): Type<unknown> => {
  const { kind, name, about, response: PartResponse } = definition;

  class PartPageResponse extends PageResponse {
    @ApiProperty({ type: [PartResponse] })
    items: Answer[];
  }
  named(PartPageResponse, `${name}PageResponse`);

  @ApiTags('businesses')
  @Controller(`businesses/:id/${kind}`)
  class ReadPartsController {
    constructor(private readonly parts: BusinessPartsService) {}

    /** One list of the profile, in the order in which its entries were made. */
    @Get()
    @ApiOkResponse({ type: PartPageResponse, description: about })
    @RequirePermission(Permission.BusinessRead)
    async list(
      @CurrentPrincipal() actor: Principal,
      @UuidParameter('id') id: string,
      @Query() query: PageQuery,
    ): Promise<Page<Answer>> {
      return toPage(await this.parts.list(actor, id, kind, query), query, (part) => definition.toResponse(part));
    }

    /** One entry of the list; its ETag is the profile's. */
    @Get(':partId')
    @ApiOkResponse({ type: PartResponse, description: about })
    @RequirePermission(Permission.BusinessRead)
    async get(
      @CurrentPrincipal() actor: Principal,
      @UuidParameter('id') id: string,
      @UuidParameter('partId') partId: string,
      @Res({ passthrough: true }) response: Response,
    ): Promise<Answer> {
      const { part, version } = await this.parts.get(actor, id, kind, partId);
      return withEntityTag(response, version, definition.toResponse(part));
    }
  }
  return named(ReadPartsController, `Read${name}Controller`);
};
