export { AdvisoryLocks } from './advisory-locks';
export { isDatabaseUnavailable, violatedForeignKey, violatedUniqueConstraint } from './database-errors';
export { DatabaseModule } from './database.module';
export type { ConnectionProfile } from './data-source';
export { escapeLike } from './escape-like';
export { migrateDatabase } from './migrate';
export { SqlConditions } from './sql-conditions';
export { UnitOfWork } from './unit-of-work';
export { withScratchDatabase } from './scratch-database';
