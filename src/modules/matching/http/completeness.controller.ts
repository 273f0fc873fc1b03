import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal } from '../../../common/auth/current-principal.decorator';
import { Permission } from '../../../common/auth/permission';
import type { Principal } from '../../../common/auth/principal';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { UuidParameter } from '../../../infra/http';
import { Throttle } from '../../../infra/throttling';
import { ProfileCompleteness } from '../service/profile-completeness.service';
import { CompletenessResponse, toCompletenessResponse } from './completeness.response';

@ApiTags('businesses')
@Controller('businesses/:id/completeness')
export class CompletenessController {
  constructor(private readonly completeness: ProfileCompleteness) {}

  /** What the profile leaves unsaid, by what each gap costs in matches among all that is open now. For the owner. */
  @Get()
  @RequirePermission(Permission.EligibilityRead)
  @Throttle({ name: 'completeness', limit: 120, seconds: 60, by: 'user' })
  async get(@CurrentPrincipal() actor: Principal, @UuidParameter('id') id: string): Promise<CompletenessResponse> {
    return toCompletenessResponse(await this.completeness.of(actor, id));
  }
}
