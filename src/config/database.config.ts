import { IsInt, Matches, Max, Min } from 'class-validator';
import { FromEnvironment } from './variable.decorator';

const POSTGRES_URL = /^postgres(ql)?:\/\/\S+$/;

/** PostgreSQL: where it is, how many connections, how long anything may take. */
export class DatabaseConfig {
  @FromEnvironment({
    name: 'DATABASE_URL',
    about: 'PostgreSQL for the running hub: a role without DDL and without UPDATE or DELETE on the audit log',
    secret: true,
  })
  @Matches(POSTGRES_URL, { message: 'must look like postgres://role:password@host:5432/database' })
  readonly url: string;

  @FromEnvironment({
    name: 'DATABASE_POOL_SIZE',
    about: 'Connections per process, 4 to 20; all processes together stay 10 below max_connections',
    default: '20',
  })
  @IsInt()
  @Min(4)
  @Max(20)
  readonly poolSize: number;

  @FromEnvironment({
    name: 'DATABASE_REQUEST_TIMEOUT_MS',
    about: 'Longest statement of an HTTP request in milliseconds; after it the client gets a 503',
    default: '1400',
  })
  @IsInt()
  @Min(100)
  @Max(60_000)
  readonly requestTimeoutMs: number;

  @FromEnvironment({
    name: 'DATABASE_REQUEST_WAIT_MS',
    about: 'Longest wait of an HTTP request for a connection or a lock in milliseconds; after it the client gets a 503',
    default: '1000',
  })
  @IsInt()
  @Min(100)
  @Max(60_000)
  readonly requestWaitMs: number;
}

/** The owner of the tables; only `hub migrate` asks for it. */
export class MigrationConfig {
  @FromEnvironment({
    name: 'DATABASE_MIGRATION_URL',
    about: 'PostgreSQL for `hub migrate`: the role that owns the tables',
    secret: true,
  })
  @Matches(POSTGRES_URL, { message: 'must look like postgres://role:password@host:5432/database' })
  readonly url: string;
}
