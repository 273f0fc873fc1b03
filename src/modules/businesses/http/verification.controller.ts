import { Body, Controller, Get, Headers, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { versionsOf, withEntityTag } from '../../../common/http/entity-tag';
import { PageQuery, toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { type VersionedVerification, VerificationsService } from '../service/verifications.service';
import { VerifyBusinessRequest } from './verification.request';
import {
  toVerificationEntryResponse,
  toVerificationResponse,
  VerificationPageResponse,
  VerificationResponse,
} from './verification.response';

const answer = (response: Response, { verification, version }: VersionedVerification): VerificationResponse =>
  withEntityTag(response, version, toVerificationResponse(verification));

@ApiTags('admin')
@Controller('admin/businesses/:id')
export class VerificationController {
  constructor(private readonly verifications: VerificationsService) {}

  /**
   * Says whether the profile describes the firm that it names. ETag and `If-Match` are those of the profile. A change of the
   * company name or the Unique Entity ID withdraws the verification.
   */
  @Put('verification')
  @ApiHeader({ name: 'If-Match', required: false })
  @RequirePermission(Permission.BusinessVerify)
  async decide(
    @CurrentPrincipal() actor: Principal,
    @UuidParameter('id') id: string,
    @Body() request: VerifyBusinessRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VerificationResponse> {
    return answer(response, await this.verifications.decide(actor, id, request, versionsOf(ifMatch)));
  }

  /** All decisions on the profile, the latest first. */
  @Get('verifications')
  @RequirePermission(Permission.BusinessVerify)
  async list(@UuidParameter('id') id: string, @Query() query: PageQuery): Promise<VerificationPageResponse> {
    return toPage(await this.verifications.search(id, query), query, toVerificationEntryResponse);
  }
}
