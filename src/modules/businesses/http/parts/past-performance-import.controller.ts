import { Body, Controller, Headers, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentPrincipal } from '../../../../common/auth/current-principal.decorator';
import { Permission } from '../../../../common/auth/permission';
import type { Principal } from '../../../../common/auth/principal';
import { RequirePermission } from '../../../../common/auth/require-permission.decorator';
import { versionsOf, withEntityTag } from '../../../../common/http/entity-tag';
import { UuidParameter } from '../../../../infra/http';
import { Idempotent } from '../../../../infra/idempotency';
import { BusinessPartsService } from '../../service/business-parts.service';
import { pastPerformance } from './descriptive.parts';
import { ImportedPastPerformanceResponse, ImportPastPerformanceRequest } from './past-performance-import.parts';

@ApiTags('businesses')
@Controller('businesses/:id/past-performance/import')
export class PastPerformanceImportController {
  constructor(private readonly parts: BusinessPartsService) {}

  /** Adds many contracts in one go, all of them or none: what a contract system exports becomes the firm's references. */
  @Post()
  @ApiHeader({ name: 'If-Match', required: false })
  @Idempotent()
  @RequirePermission(Permission.BusinessUpdate)
  async import(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() request: ImportPastPerformanceRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportedPastPerformanceResponse> {
    const given = { list: 'items', parts: request.items.map(pastPerformance.toPart) };
    const { parts, version } = await this.parts.addAll(actor, id, 'past-performance', given, versionsOf(ifMatch));
    return withEntityTag(response, version, { items: parts.map(pastPerformance.toResponse) });
  }
}
