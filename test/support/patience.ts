/**
 * Settings of a hub that waits for PostgreSQL as long as a busy machine may need: what a test sees then comes from the hub
 * and not from the load beside it. Tests of what happens when PostgreSQL is away start their processes without it.
 */
export const patience = { DATABASE_REQUEST_TIMEOUT_MS: '30000', DATABASE_REQUEST_WAIT_MS: '30000' } as const;
