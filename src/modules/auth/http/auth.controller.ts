import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { Public } from '../../../common/auth/public.decorator';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { Throttle } from '../../../infra/throttling';
import { AccountService } from '../service/accounts/account.service';
import { RegistrationService } from '../service/accounts/registration.service';
import { SessionsService } from '../service/sessions/sessions.service';
import { SignInService } from '../service/sessions/sign-in.service';
import { LoginRequest } from './login.request';
import { RefreshRequest } from './refresh.request';
import { RegisterRequest } from './register.request';
import { TokenResponse, toTokenResponse } from './token.response';
import { toUserResponse, UserResponse } from '../../users/responses';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly accounts: AccountService,
  ) {}

  /** Opens an account; its role is always `business_owner`. A mail asks to confirm the address. */
  @Post('register')
  @Public()
  @Throttle({ name: 'register', limit: 500, seconds: 3_600, by: 'network' })
  async register(@Body() request: RegisterRequest): Promise<UserResponse> {
    return toUserResponse(await this.registration.register(request));
  }

  /**
   * Signs in with JSON or with the OAuth 2.0 password form. With a second factor the answer is a 401 with code
   * `mfa-required` and a `mfa_token` for the challenge.
   */
  @Post('login')
  @HttpCode(200)
  @Public()
  @Throttle({ name: 'login', limit: 300, seconds: 300, by: 'address' })
  async login(@Body() { email, username, password }: LoginRequest): Promise<TokenResponse> {
    return toTokenResponse(await this.signIn.signIn(email ?? username ?? '', password));
  }

  /** Exchanges a refresh token for a new pair. A token that was used before ends its session. */
  @Post('refresh')
  @HttpCode(200)
  @Public()
  @Throttle({ name: 'refresh', limit: 6_000, seconds: 300, by: 'address' })
  async refresh(@Body() { refresh_token }: RefreshRequest): Promise<TokenResponse> {
    return toTokenResponse(await this.sessions.refresh(refresh_token));
  }

  /** Ends the session of this refresh token; doing it twice changes nothing. */
  @Post('logout')
  @HttpCode(204)
  @Public()
  async logout(@Body() { refresh_token }: RefreshRequest): Promise<void> {
    await this.sessions.end(refresh_token);
  }

  /** The person who is signed in. */
  @Get('me')
  @RequirePermission(Permission.AccountRead)
  async me(@CurrentPrincipal() { userId }: Principal): Promise<UserResponse> {
    return toUserResponse(await this.accounts.get(userId));
  }
}
