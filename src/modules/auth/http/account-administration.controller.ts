import { Controller, Delete, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { versionsOf } from '../../../common/http/entity-tag';
import { UuidParameter } from '../../../infra/http';
import { AccountAdministration } from '../service/accounts/account-administration.service';
import { answerUser, UserResponse } from '../../users/responses';

@ApiTags('users')
@Controller('users/:id')
export class AccountAdministrationController {
  constructor(private readonly administration: AccountAdministration) {}

  /** Erases the person with everything that belongs to the account, the business profile too; never the last administrator, nor the own account. */
  @Delete()
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: false })
  @RequirePermission(Permission.UserDelete)
  async delete(
    @CurrentPrincipal() principal: Principal,
    @UuidParameter('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.administration.delete(principal, id, versionsOf(ifMatch));
  }

  /** Signs the person out everywhere, at the next request, and lets nobody in; never the own account. */
  @Post('deactivate')
  @HttpCode(200)
  @RequirePermission(Permission.UserUpdate)
  @ApiHeader({ name: 'If-Match', required: false })
  async deactivate(
    @CurrentPrincipal() principal: Principal,
    @UuidParameter('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserResponse> {
    return answerUser(response, await this.administration.deactivate(principal, id, versionsOf(ifMatch)));
  }

  /** Lets the person sign in again. */
  @Post('activate')
  @HttpCode(200)
  @RequirePermission(Permission.UserUpdate)
  @ApiHeader({ name: 'If-Match', required: false })
  async activate(
    @UuidParameter('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserResponse> {
    return answerUser(response, await this.administration.activate(id, versionsOf(ifMatch)));
  }

  /** Lifts the lock that failed sign-ins put on an account. The lock is no part of the account's version. */
  @Post('unlock')
  @HttpCode(200)
  @RequirePermission(Permission.UserUpdate)
  async unlock(@UuidParameter('id') id: string, @Res({ passthrough: true }) response: Response): Promise<UserResponse> {
    return answerUser(response, await this.administration.unlock(id));
  }
}
