import { Logger } from '@nestjs/common';
import type { DataSourceOptions } from 'typeorm';
import { ImpatientClient } from './impatient-client';

/** Who connects, and how patient it may be. */
export type ConnectionProfile = 'request' | 'background';

export interface ConnectionSettings {
  readonly url: string;
  readonly poolSize: number;
  readonly requestTimeoutMs: number;
  readonly requestWaitMs: number;
}

const MINUTE = 60_000;
const CLIENT_GRACE_MS = 100;
const BACKGROUND_CONNECT_MS = 10_000;
const BACKGROUND_STATEMENT_MS = 5 * MINUTE;
const CONNECTION_LIFETIME_SECONDS = 3_600;

/**
 * Every wait has an end. `statement_timeout` ends a slow statement in the server; `query_timeout` ends the wait when the
 * server itself is frozen and cannot. With the shipped settings a request gives up in time to answer 503 within some two seconds.
 */
const timeouts = (profile: ConnectionProfile, settings: ConnectionSettings): Record<string, number> => {
  const statement = profile === 'request' ? settings.requestTimeoutMs : BACKGROUND_STATEMENT_MS;
  return {
    connectionTimeoutMillis: profile === 'request' ? settings.requestWaitMs : BACKGROUND_CONNECT_MS,
    statement_timeout: statement,
    query_timeout: statement + CLIENT_GRACE_MS,
    lock_timeout: profile === 'request' ? Math.min(settings.requestWaitMs, statement) : MINUTE,
    idle_in_transaction_session_timeout: profile === 'request' ? 10_000 : 10 * MINUTE,
  };
};

/** An idle connection ended under us: the pool opens another one when it is needed. Without a listener the process would end. */
const onIdleConnectionLost = (): void => new Logger('database').warn('An idle database connection was closed.');

export const dataSourceOptions = (settings: ConnectionSettings, profile: ConnectionProfile): DataSourceOptions => ({
  type: 'postgres',
  url: settings.url,
  synchronize: false,
  invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  poolSize: settings.poolSize,
  applicationName: `hub-${profile}`,
  installExtensions: false,
  extra: {
    ...timeouts(profile, settings),
    maxLifetimeSeconds: CONNECTION_LIFETIME_SECONDS,
    Client: ImpatientClient,
  },
  poolErrorHandler: onIdleConnectionLost,
});
