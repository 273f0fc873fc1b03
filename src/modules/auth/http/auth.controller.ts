import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { Public } from '../../../common/auth/public.decorator';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { AuthService } from '../service/auth.service';
import { LoginRequest } from './login.request';
import { RefreshRequest } from './refresh.request';
import { RegisterRequest } from './register.request';
import { TokenResponse, toTokenResponse } from './token.response';
import { toUserResponse, UserResponse } from './user.response';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  /** Opens an account; its role is always `business_owner`. */
  @Post('register')
  @Public()
  async register(@Body() request: RegisterRequest): Promise<UserResponse> {
    return toUserResponse(await this.auth.register(request));
  }

  /** Signs in with JSON or with the OAuth 2.0 password form. */
  @Post('login')
  @HttpCode(200)
  @Public()
  async login(@Body() { email, username, password }: LoginRequest): Promise<TokenResponse> {
    return toTokenResponse(await this.auth.login(email ?? username ?? '', password));
  }

  /** Exchanges a refresh token for a new pair. A token that was used before ends its session. */
  @Post('refresh')
  @HttpCode(200)
  @Public()
  async refresh(@Body() { refresh_token }: RefreshRequest): Promise<TokenResponse> {
    return toTokenResponse(await this.auth.refresh(refresh_token));
  }

  /** Ends the session of this refresh token; doing it twice changes nothing. */
  @Post('logout')
  @HttpCode(204)
  @Public()
  async logout(@Body() { refresh_token }: RefreshRequest): Promise<void> {
    await this.auth.logout(refresh_token);
  }

  /** The person who is signed in. */
  @Get('me')
  @RequirePermission(Permission.AccountRead)
  async me(@CurrentPrincipal() { userId }: Principal): Promise<UserResponse> {
    return toUserResponse(await this.auth.get(userId));
  }
}
