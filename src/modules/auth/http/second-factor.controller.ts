import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { Public } from '../../../common/auth/public.decorator';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { Throttle } from '../../../infra/throttling';
import { SecondFactorChallenges } from '../service/second-factor/second-factor-challenges.service';
import { SecondFactors } from '../service/second-factor/second-factors.service';
import { CurrentPasswordRequest } from './account.requests';
import {
  ConfirmSecondFactorRequest,
  EnrolSecondFactorRequest,
  SecondFactorChallengeRequest,
  toProof,
} from './second-factor.requests';
import {
  RecoveryCodesResponse,
  SecondFactorEnrolmentResponse,
  toRecoveryCodesResponse,
  toSecondFactorEnrolmentResponse,
} from './second-factor.responses';
import { TokenResponse, toTokenResponse } from './token.response';

@ApiTags('auth')
@Controller('auth/mfa')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly challenges: SecondFactorChallenges,
  ) {}

  /** Makes the secret for an authenticator app (RFC 6238). It does nothing before it is confirmed; an earlier one that was never confirmed is forgotten. */
  @Post('enrol')
  @ApiBody({ type: EnrolSecondFactorRequest, required: false })
  @RequirePermission(Permission.SecondFactorManage)
  async enrol(
    @CurrentPrincipal() principal: Principal,
    @Body() { currentPassword }: EnrolSecondFactorRequest,
  ): Promise<SecondFactorEnrolmentResponse> {
    return toSecondFactorEnrolmentResponse(await this.factors.enrol(principal, currentPassword));
  }

  /** Turns the second factor on and ends all other sessions. Answers ten recovery codes, which are never shown again. */
  @Post('confirm')
  @HttpCode(200)
  @RequirePermission(Permission.SecondFactorManage)
  async confirm(
    @CurrentPrincipal() principal: Principal,
    @Body() { code }: ConfirmSecondFactorRequest,
  ): Promise<RecoveryCodesResponse> {
    return toRecoveryCodesResponse(await this.factors.confirm(principal, code));
  }

  /** Finishes a sign-in that answered `mfa-required`. Each code is good once. */
  @Post('challenge')
  @HttpCode(200)
  @Public()
  @Throttle({ name: 'second-factor-challenge', limit: 300, seconds: 300, by: 'address' })
  async challenge(@Body() request: SecondFactorChallengeRequest): Promise<TokenResponse> {
    return toTokenResponse(await this.challenges.meet(request.mfa_token, toProof(request)));
  }

  /** Ten new recovery codes; all older ones are void. */
  @Post('recovery-codes')
  @ApiBody({ type: CurrentPasswordRequest, required: false })
  @HttpCode(200)
  @RequirePermission(Permission.SecondFactorManage)
  async renewRecoveryCodes(
    @CurrentPrincipal() principal: Principal,
    @Body() { currentPassword }: CurrentPasswordRequest,
  ): Promise<RecoveryCodesResponse> {
    return toRecoveryCodesResponse(await this.factors.renewRecoveryCodes(principal, currentPassword));
  }

  /** Removes the second factor with its recovery codes and ends all other sessions. A role that needs one may then do nothing else before there is a new one. */
  @Delete()
  @ApiBody({ type: CurrentPasswordRequest, required: false })
  @HttpCode(204)
  @RequirePermission(Permission.SecondFactorManage)
  async remove(
    @CurrentPrincipal() principal: Principal,
    @Body() { currentPassword }: CurrentPasswordRequest,
  ): Promise<void> {
    await this.factors.remove(principal, currentPassword);
  }
}
