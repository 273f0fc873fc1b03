import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { PageQuery, toPage } from '../../../common/http/paging';
import { UuidParameter } from '../../../infra/http';
import { SessionsService } from '../service/sessions/sessions.service';
import { SessionPageResponse, toSessionResponse } from './session.response';

@ApiTags('users')
@Controller('users/me/sessions')
@RequirePermission(Permission.SessionManage)
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** Where the caller is signed in, the session used last first. */
  @Get()
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<SessionPageResponse> {
    return toPage(await this.sessions.list(principal.userId, query), query, toSessionResponse(principal.sessionId));
  }

  /** Signs out everywhere else. */
  @Delete()
  @HttpCode(204)
  async endOthers(@CurrentPrincipal() { userId, sessionId }: Principal): Promise<void> {
    await this.sessions.endOthers(userId, sessionId);
  }

  /** Ends one of the caller's sessions, at the next request made with it. */
  @Delete(':id')
  @HttpCode(204)
  async end(@CurrentPrincipal() { userId }: Principal, @UuidParameter('id') id: string): Promise<void> {
    await this.sessions.endOwn(userId, id);
  }
}
