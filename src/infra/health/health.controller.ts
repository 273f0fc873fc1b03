import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../common/auth/public.decorator';
import { DomainError } from '../../common/errors/domain-error';
import { Clock } from '../../common/time/clock';
import { Drain } from '../http';
import { HealthReportResponse, HealthResponse } from './health.response';
import { HealthService } from './health.service';

@ApiTags('operations')
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly drain: Drain,
    private readonly clock: Clock,
  ) {}

  /** The process answers. */
  @Get()
  @ApiOperation({ summary: 'Whether the API answers' })
  overall(): HealthResponse {
    return { status: 'healthy', timestamp: this.clock.now().toISOString() };
  }

  /** How every service below is; 503 only when the database is unhealthy. */
  @Get('detailed')
  async detailed(): Promise<HealthReportResponse> {
    return assertHealthy(await this.health.report());
  }

  /** For the supervisor: restart the process when this does not answer. */
  @Get('live')
  live(): HealthResponse {
    return this.overall();
  }

  /** For the load balancer: send no requests while this answers 503. */
  @Get('ready')
  async ready(): Promise<HealthReportResponse> {
    // Before any probe: a slow one must not use up the time that the drain gives load balancers.
    if (this.drain.isDraining) throw new DomainError('unavailable', 'stopping', 'This process is stopping.');
    return assertHealthy(await this.health.report());
  }
}

const assertHealthy = (report: HealthReportResponse): HealthReportResponse => {
  if (report.status !== 'unhealthy') return report;
  const { timestamp, services } = report;
  throw new DomainError('unavailable', 'database-unavailable', 'The database is not reachable.', [], {
    timestamp,
    services,
  });
};
