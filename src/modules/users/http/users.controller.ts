import { Body, Controller, Get, Headers, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { versionsOf } from '../../../common/http/entity-tag';
import { toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { UsersService } from '../service/users.service';
import { SearchUsersQuery } from './search-users.query';
import { UpdateUserRequest } from './user.requests';
import { answerUser, toUserResponse, UserPageResponse, UserResponse } from './user.response';

/** Other people's accounts, for administrators. */
@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  /** All accounts, by e-mail address. */
  @Get()
  @RequirePermission(Permission.UserRead)
  async search(@Query() query: SearchUsersQuery): Promise<UserPageResponse> {
    return toPage(await this.users.search(query, query), query, toUserResponse);
  }

  @Get(':id')
  @RequirePermission(Permission.UserRead)
  async get(@UuidParameter('id') id: string, @Res({ passthrough: true }) response: Response): Promise<UserResponse> {
    return answerUser(response, await this.users.get(id));
  }

  /** Changes what is given; 412 when `If-Match` names another version than the present one. */
  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: false })
  @RequirePermission(Permission.UserUpdate)
  async update(
    @UuidParameter('id') id: string,
    @Body() request: UpdateUserRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UserResponse> {
    return answerUser(response, await this.users.changeProfile(id, request, versionsOf(ifMatch)));
  }
}
