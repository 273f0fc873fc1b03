import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { DatasetName } from '../domain/dataset';
import { referenceEntities } from '../persistence/reference.entities';
import { ReferenceTablesRepository } from '../persistence/reference-tables.repository';
import { referenceTables, type ReferenceTable } from './reference-tables';

export interface LoadedDataset {
  readonly name: DatasetName;
  readonly rows: number;
  readonly outcome: 'loaded' | 'unchanged';
}

interface PreparedTable extends ReferenceTable {
  readonly source: string;
  readonly asOf: string;
  readonly rowCount: number;
  readonly json: string;
  readonly sha256: string;
}

/**
 * Brings the tables of facts up to the edition that this version of the hub carries, all in one transaction; what is up
 * to date already is left alone, so it may run as often as one likes. Needs the owner's role. Throws, and changes
 * nothing, where rows of other tables refer to a fact that the new edition no longer has.
 */
export async function loadReferenceData(dataSource: DataSource, now: Date): Promise<LoadedDataset[]> {
  return dataSource.transaction(async (manager) => {
    const repository = new ReferenceTablesRepository(manager);
    await repository.lock();
    const held = await repository.findDigests();
    const tables = referenceTables.map((table) => prepare(table, repository));
    const changed = tables.filter(({ name, sha256 }) => held.get(name) !== sha256);
    await replace(changed, repository, now);
    return tables.map((table) => ({
      name: table.name,
      rows: table.rowCount,
      outcome: changed.includes(table) ? 'loaded' : 'unchanged',
    }));
  });
}

function prepare(table: ReferenceTable, repository: ReferenceTablesRepository): PreparedTable {
  const { source, asOf, facts } = table.read();
  const json = repository.toJson(
    table.entity,
    facts.map((fact) => ({ source, asOf, ...fact })),
  );
  const sha256 = createHash('sha256').update(json).digest('hex');
  return { ...table, source, asOf, rowCount: facts.length, json, sha256 };
}

/** Facts go only after everything that referred to them, so what is gone is deleted in the opposite order. */
async function replace(
  tables: readonly PreparedTable[],
  repository: ReferenceTablesRepository,
  now: Date,
): Promise<void> {
  for (const { entity, json } of tables) await repository.upsertAll(entity, json);
  for (const { entity, json } of [...tables].reverse()) await repository.deleteMissing(entity, json);
  for (const { name, source, asOf, sha256, rowCount } of tables) {
    await repository.record({ name, source, asOf, sha256, rowCount, loadedAt: now });
  }
}

/** The same over a connection of its own, as the role that owns the tables. */
export async function fillReferenceTables(ownerUrl: string, now: Date): Promise<LoadedDataset[]> {
  const owner = await new DataSource({ type: 'postgres', url: ownerUrl, entities: referenceEntities }).initialize();
  try {
    return await loadReferenceData(owner, now);
  } finally {
    await owner.destroy();
  }
}
