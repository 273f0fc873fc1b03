import { migrations } from '../../migrations';
import { tableRights } from '../../migrations/table-rights';
import { migrateDatabase } from '../infra/database';
import { fillReferenceTables, type LoadedDataset } from '../modules/reference';

export interface MigrationResult {
  /** Names of the migrations that ran now. */
  readonly migrations: readonly string[];
  readonly datasets: readonly LoadedDataset[];
}

/** Brings schema, rights and tables of facts up to date. Does nothing where everything is. */
export const migrate = async (ownerUrl: string, applicationUrl: string, now: Date): Promise<MigrationResult> => ({
  migrations: await migrateDatabase(ownerUrl, applicationUrl, migrations, tableRights),
  datasets: await fillReferenceTables(ownerUrl, now),
});
