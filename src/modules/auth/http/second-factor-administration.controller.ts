import { Controller, Delete, HttpCode } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { UuidParameter } from '../../../infra/http';
import { SecondFactors } from '../service/second-factor/second-factors.service';

@ApiTags('users')
@Controller('users/:id/mfa')
export class SecondFactorAdministrationController {
  constructor(private readonly factors: SecondFactors) {}

  /** Removes the second factor of a person who lost the app and the recovery codes, and signs that person out everywhere. */
  @Delete()
  @HttpCode(204)
  @RequirePermission(Permission.UserUpdate)
  async remove(@CurrentPrincipal() principal: Principal, @UuidParameter('id') id: string): Promise<void> {
    await this.factors.removeOf(principal, id);
  }
}
