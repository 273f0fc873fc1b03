import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { Throttle } from '../../../infra/throttling';
import { AdminService } from '../service/admin.service';

/** What a rematch was asked for. */
export class RematchResponse {
  /** Businesses whose lists are made anew in the background. */
  @ApiProperty({ type: 'integer' })
  businesses: number;
}

@ApiTags('admin')
@Controller('admin/rematch')
export class AdminRematchController {
  constructor(private readonly admin: AdminService) {}

  /** Has all lists of matches made anew; the workers begin within seconds. */
  @Post()
  @HttpCode(202)
  @RequirePermission(Permission.RematchStart)
  @Throttle({ name: 'rematch', limit: 10, seconds: 60, by: 'user' })
  async start(): Promise<RematchResponse> {
    return { businesses: await this.admin.requestRematch() };
  }
}
