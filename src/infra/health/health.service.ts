import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { Clock } from '../../common/time/clock';
import { Cache } from '../cache';
import { UnitOfWork } from '../database';
import { JobQueues } from '../queue';
import { ObjectStorage } from '../storage';

export type ServiceHealth = 'healthy' | 'degraded' | 'unhealthy';
export type ServiceName = 'database' | 'cache' | 'queue' | 'storage';

export interface HealthReport {
  /** `unhealthy` only without the database: everything else the hub can do without for a while. */
  readonly status: ServiceHealth;
  readonly timestamp: string;
  readonly services: Readonly<Record<ServiceName, ServiceHealth>>;
}

const LONGEST_PROBE_MS = 1_500;

/** Asks every service below how it is. Says what is down, never why: the reason belongs into the log. */
@Injectable()
export class HealthService {
  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly unitOfWork: UnitOfWork,
    private readonly cache: Cache,
    private readonly queues: JobQueues,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
  ) {}

  async report(): Promise<HealthReport> {
    const [database, cache, queue, storage] = await Promise.all([
      this.database(),
      this.probe('cache', () => this.cache.probe()),
      this.probe('queue', () => this.queues.isSafe()),
      this.probe('storage', () => this.storage.probe()),
    ]);
    const rest = [cache, queue, storage].every((service) => service === 'healthy') ? 'healthy' : 'degraded';
    return {
      status: database === 'healthy' ? rest : 'unhealthy',
      timestamp: this.clock.now().toISOString(),
      services: { database, cache, queue, storage },
    };
  }

  database(): Promise<ServiceHealth> {
    return this.probe('database', () => this.unitOfWork.manager.query('SELECT 1'));
  }

  /** A probe that answers `false` found the service working, but not as it should. */
  private async probe(name: ServiceName, ask: () => Promise<unknown>): Promise<ServiceHealth> {
    let asItShould: unknown;
    const result = await this.indicators
      .check(name)
      .attempt(async () => {
        asItShould = await ask();
      })
      .withTimeout(LONGEST_PROBE_MS);
    if (result[name].status !== 'up') return 'unhealthy';
    return asItShould === false ? 'degraded' : 'healthy';
  }
}
