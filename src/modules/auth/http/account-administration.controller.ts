import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { UuidParameter } from '../../../infra/http';
import { AccountAdministration } from '../service/accounts/account-administration.service';
import { toUserResponse, UserResponse } from '../../users/responses';

@ApiTags('users')
@Controller('users/:id')
@RequirePermission(Permission.UserUpdate)
export class AccountAdministrationController {
  constructor(private readonly administration: AccountAdministration) {}

  /** Signs the person out everywhere, at the next request, and lets nobody in. */
  @Post('deactivate')
  @HttpCode(200)
  async deactivate(@UuidParameter('id') id: string): Promise<UserResponse> {
    return toUserResponse(await this.administration.deactivate(id));
  }

  /** Lets the person sign in again. */
  @Post('activate')
  @HttpCode(200)
  async activate(@UuidParameter('id') id: string): Promise<UserResponse> {
    return toUserResponse(await this.administration.activate(id));
  }

  /** Lifts the lock that failed sign-ins put on an account. */
  @Post('unlock')
  @HttpCode(200)
  async unlock(@UuidParameter('id') id: string): Promise<UserResponse> {
    return toUserResponse(await this.administration.unlock(id));
  }
}
