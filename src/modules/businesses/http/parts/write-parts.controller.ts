import { Body, Controller, Delete, Headers, HttpCode, Post, Put, Res, type Type } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentPrincipal } from '../../../../common/auth/current-principal.decorator';
import { Permission } from '../../../../common/auth/permission';
import type { Principal } from '../../../../common/auth/principal';
import { RequirePermission } from '../../../../common/auth/require-permission.decorator';
import { versionsOf, withEntityTag } from '../../../../common/http/entity-tag';
import { Idempotent } from '../../../../infra/idempotency';
import { UuidParameter } from '../../../../infra/http';
import type { PartKind } from '../../domain/business-parts';
import { BusinessPartsService } from '../../service/business-parts.service';
import { bodyIs, named } from './generic-controller';
import type { PartDefinition } from './part-definition';

/** What the owner does to one list of a profile. */
export const writePartsController = <Kind extends PartKind, Request extends object, Answer extends object>(
  definition: PartDefinition<Kind, Request, Answer>,
): Type<unknown> => {
  const { kind, name, about, request: PartRequest, changes: PartChanges, response: PartResponse } = definition;

  @ApiTags('businesses')
  @Controller(`businesses/:id/${kind}`)
  class WritePartsController {
    constructor(private readonly parts: BusinessPartsService) {}

    /** Adds an entry; where it can alter a match, matches are made anew in the background. */
    @Post()
    @ApiBody({ type: PartRequest })
    @ApiHeader({ name: 'If-Match', required: false })
    @ApiCreatedResponse({ type: PartResponse, description: about })
    @Idempotent()
    @RequirePermission(Permission.BusinessUpdate)
    async add(
      @CurrentPrincipal() actor: Principal,
      @UuidParameter('id') id: string,
      @Body() request: Request,
      @Headers('if-match') ifMatch: string | undefined,
      @Res({ passthrough: true }) response: Response,
    ): Promise<Answer> {
      const added = await this.parts.add(actor, id, kind, definition.toPart(request), versionsOf(ifMatch));
      return withEntityTag(response, added.version, definition.toResponse(added.part));
    }

    /** Changes what is given of an entry; `null` clears. 412 when `If-Match` names another version of the profile. */
    @Put(':partId')
    @ApiBody({ type: PartChanges })
    @ApiHeader({ name: 'If-Match', required: false })
    @ApiOkResponse({ type: PartResponse, description: about })
    @RequirePermission(Permission.BusinessUpdate)
    async change(
      @CurrentPrincipal() actor: Principal,
      @UuidParameter('id') id: string,
      @UuidParameter('partId') partId: string,
      @Body() request: Partial<Request>,
      @Headers('if-match') ifMatch: string | undefined,
      @Res({ passthrough: true }) response: Response,
    ): Promise<Answer> {
      const changes = { partId, changes: definition.toChanges(request) };
      const changed = await this.parts.change(actor, id, kind, changes, versionsOf(ifMatch));
      return withEntityTag(response, changed.version, definition.toResponse(changed.part));
    }

    /** Takes an entry off the list. */
    @Delete(':partId')
    @HttpCode(204)
    @ApiHeader({ name: 'If-Match', required: false })
    @RequirePermission(Permission.BusinessUpdate)
    async remove(
      @CurrentPrincipal() actor: Principal,
      @UuidParameter('id') id: string,
      @UuidParameter('partId') partId: string,
      @Headers('if-match') ifMatch: string | undefined,
    ): Promise<void> {
      await this.parts.remove(actor, id, kind, partId, versionsOf(ifMatch));
    }
  }
  bodyIs(WritePartsController, 'add', 2, PartRequest);
  bodyIs(WritePartsController, 'change', 3, PartChanges);
  return named(WritePartsController, `Write${name}Controller`);
};
