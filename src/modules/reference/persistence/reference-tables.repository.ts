import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { DatasetName } from '../domain/dataset';
import { ReferenceDatasetEntity } from './reference-dataset.entity';
import { deleteMissingSql, upsertAllSql } from './whole-table.sql';

/** Writes whole tables of facts, one statement each, inside the transaction of its manager. */
export class ReferenceTablesRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Lets one loader through at a time; readers are not held up. Released at the end of the transaction. */
  async lock(): Promise<void> {
    await this.manager.query('LOCK TABLE reference_datasets IN SHARE ROW EXCLUSIVE MODE');
  }

  async findDigests(): Promise<ReadonlyMap<DatasetName, string>> {
    const datasets = await this.manager.find(ReferenceDatasetEntity);
    return new Map(datasets.map(({ name, sha256 }) => [name, sha256]));
  }

  /** The rows as JSON with the table's column names, in the order of the columns. */
  toJson(entity: EntityTarget<ObjectLiteral>, rows: readonly ObjectLiteral[]): string {
    const { columns } = this.manager.connection.getMetadata(entity);
    return JSON.stringify(
      rows.map((row) =>
        Object.fromEntries(columns.map((column) => [column.databaseName, row[column.propertyName] ?? null])),
      ),
    );
  }

  /** Existing rows keep their place, so that rows of other tables may refer to them. */
  async upsertAll(entity: EntityTarget<ObjectLiteral>, json: string): Promise<void> {
    await this.manager.query(upsertAllSql(this.manager.connection.getMetadata(entity)), [json]);
  }

  /** Fails where a row of another table still refers to a fact that is no longer there. */
  async deleteMissing(entity: EntityTarget<ObjectLiteral>, json: string): Promise<void> {
    await this.manager.query(deleteMissingSql(this.manager.connection.getMetadata(entity)), [json]);
  }

  async record(dataset: ReferenceDatasetEntity): Promise<void> {
    await this.manager.upsert(ReferenceDatasetEntity, dataset, ['name']);
  }
}
