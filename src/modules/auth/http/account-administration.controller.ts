import { Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { versionsOf } from '../../../common/http/entity-tag';
import { UuidParameter } from '../../../infra/http';
import { AccountAdministration } from '../service/accounts/account-administration.service';
import { answerUser, UserResponse } from '../../users/responses';

@ApiTags('users')
@Controller('users/:id')
@RequirePermission(Permission.UserUpdate)
export class AccountAdministrationController {
  constructor(private readonly administration: AccountAdministration) {}

  /** Signs the person out everywhere, at the next request, and lets nobody in. */
  @Post('deactivate')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: false })
  async deactivate(
    @UuidParameter('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserResponse> {
    return answerUser(response, await this.administration.deactivate(id, versionsOf(ifMatch)));
  }

  /** Lets the person sign in again. */
  @Post('activate')
  @HttpCode(200)
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
  async unlock(@UuidParameter('id') id: string, @Res({ passthrough: true }) response: Response): Promise<UserResponse> {
    return answerUser(response, await this.administration.unlock(id));
  }
}
