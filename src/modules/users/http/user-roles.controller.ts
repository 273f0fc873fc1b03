import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { UuidParameter } from '../../../infra/http';
import { UsersService } from '../service/users.service';
import { ChangeRoleRequest } from './user.requests';
import { toUserResponse, UserResponse } from './user.response';

@ApiTags('admin')
@Controller('admin/users/:id/role')
export class UserRolesController {
  constructor(private readonly users: UsersService) {}

  /** Gives the person another role, from the next request on; never the last administrator. */
  @Put()
  @RequirePermission(Permission.UserRoleUpdate)
  async change(@UuidParameter('id') id: string, @Body() { role, agencyId }: ChangeRoleRequest): Promise<UserResponse> {
    return toUserResponse(await this.users.changeRole(id, role, agencyId));
  }
}
