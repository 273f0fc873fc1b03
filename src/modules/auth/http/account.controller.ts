import { Body, Controller, Delete, Get, Headers, HttpCode, Put, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { versionsOf } from '../../../common/http/entity-tag';
import { Throttle } from '../../../infra/throttling';
import { AccountService } from '../service/accounts/account.service';
import { ChangePasswordRequest, CurrentPasswordRequest, UpdateAccountRequest } from './account.requests';
import { answerUser, UserResponse } from '../../users/responses';

@ApiTags('users')
@Controller('users/me')
export class AccountController {
  constructor(private readonly accounts: AccountService) {}

  /** The caller's own account. */
  @Get()
  @RequirePermission(Permission.AccountRead)
  async get(
    @CurrentPrincipal() { userId }: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserResponse> {
    return answerUser(response, await this.accounts.get(userId));
  }

  /** Changes what is given. A new e-mail address needs `currentPassword`, ends all other sessions, and has to be verified. */
  @Put()
  @Throttle({ name: 'account-update', limit: 60, seconds: 3_600, by: 'user' })
  @ApiHeader({ name: 'If-Match', required: false })
  @RequirePermission(Permission.AccountUpdate)
  async update(
    @CurrentPrincipal() principal: Principal,
    @Body() request: UpdateAccountRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserResponse> {
    return answerUser(response, await this.accounts.update(principal, request, versionsOf(ifMatch)));
  }

  /** Changes the password and ends all other sessions. */
  @Put('password')
  @HttpCode(204)
  @RequirePermission(Permission.AccountUpdate)
  async changePassword(
    @CurrentPrincipal() principal: Principal,
    @Body() { currentPassword, newPassword }: ChangePasswordRequest,
  ): Promise<void> {
    await this.accounts.changePassword(principal, currentPassword, newPassword);
  }

  /** Deletes the account with its sessions and its business profile. The audit log keeps what happened, without the person. */
  @Delete()
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiBody({ type: CurrentPasswordRequest, required: false })
  @RequirePermission(Permission.AccountDelete)
  async delete(
    @CurrentPrincipal() principal: Principal,
    @Body() { currentPassword }: CurrentPasswordRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.accounts.delete(principal, currentPassword, versionsOf(ifMatch));
  }
}
