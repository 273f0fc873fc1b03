import { Body, Controller, Headers, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { versionsOf } from '../../../common/http/entity-tag';
import { UuidParameter } from '../../../infra/http';
import { UsersService } from '../service/users.service';
import { ChangeRoleRequest } from './user.requests';
import { answerUser, UserResponse } from './user.response';

@ApiTags('admin')
@Controller('admin/users/:id/role')
export class UserRolesController {
  constructor(private readonly users: UsersService) {}

  /** Gives the person another role, from the next request on; never the last administrator. */
  @Put()
  @ApiHeader({ name: 'If-Match', required: false })
  @RequirePermission(Permission.UserRoleUpdate)
  async change(
    @UuidParameter('id') id: string,
    @Body() { role, agencyId }: ChangeRoleRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserResponse> {
    return answerUser(response, await this.users.changeRole(id, role, agencyId, versionsOf(ifMatch)));
  }
}
