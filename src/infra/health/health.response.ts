import type { HealthReport, ServiceHealth } from './health.service';

/** Whether the process answers. */
export class HealthResponse {
  status: 'healthy';
  /** ISO 8601, UTC. */
  timestamp: string;
}

/** Health of each service below the API. */
export class ServicesHealth {
  database: ServiceHealth;
  cache: ServiceHealth;
  queue: ServiceHealth;
  storage: ServiceHealth;
}

/** The whole report. `degraded`: the hub works, with something missing below. */
export class HealthReportResponse implements HealthReport {
  status: ServiceHealth;
  /** ISO 8601, UTC. */
  timestamp: string;
  services: ServicesHealth;
}
