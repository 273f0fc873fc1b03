import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module';
import { toCsv } from '../../src/common/text/csv';
import { configClasses, loadConfiguration } from '../../src/config';
import { UnitOfWork } from '../../src/infra/database';
import { businessCsvColumns } from '../../src/modules/businesses/domain/import/business-csv';
import type { BusinessImportRun } from '../../src/modules/businesses/domain/import/business-import';
import { type SamEntityColumn, samEntityColumns } from '../../src/modules/businesses/domain/import/sam-entity-layout';
import { BusinessImportReports } from '../../src/modules/businesses/service/business-import-reports.service';
import { ExportBusinessesService } from '../../src/modules/businesses/service/export-businesses.service';
import { ImportBusinessesService } from '../../src/modules/businesses/service/import-businesses.service';
import { capturingLogger } from './captured-log';
import { testEnvironment } from './environment';
import { createTestDatabase, type TestDatabase } from './template-database';

/** The day on which the rows are read. */
export const IMPORTED_AT = '2026-04-10T12:00:00.000Z';

type Cells = Partial<Record<(typeof businessCsvColumns)[number], string>>;

/** A file of the documented layout; what a row does not say is empty. */
export const businessCsvOf = (...rows: readonly Cells[]): string =>
  toCsv(
    businessCsvColumns,
    rows.map((row) => ({ ...Object.fromEntries(businessCsvColumns.map((column) => [column, ''])), ...row })),
  );

/** Rows created, updated, unchanged, skipped and rejected. */
export const outcomesOf = (run: BusinessImportRun): readonly number[] => [
  run.created,
  run.updated,
  run.unchanged,
  run.skipped,
  run.rejected,
];

/** A command-line hub on an empty database, with a folder for the files that it reads. */
export class BusinessImports {
  private constructor(
    readonly folder: string,
    readonly database: TestDatabase,
    private readonly hub: INestApplicationContext,
  ) {}

  static async open(): Promise<BusinessImports> {
    const folder = await mkdtemp(join(tmpdir(), 'import-businesses-'));
    const database = await createTestDatabase();
    const prefix = database.name.replaceAll('_', '-');
    const settings = { DATABASE_URL: database.url, HUB_NOW: IMPORTED_AT, QUEUE_PREFIX: prefix };
    const hub = await NestFactory.createApplicationContext(
      AppModule.for('cli', loadConfiguration(configClasses, { ...testEnvironment, ...settings })),
      { logger: capturingLogger, abortOnError: false },
    );
    return new BusinessImports(folder, database, hub);
  }

  async close(): Promise<void> {
    await this.hub.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true });
  }

  get<T>(type: Type<T>): T {
    return this.hub.get(type, { strict: false });
  }

  query(sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]> {
    return this.get(UnitOfWork).manager.query(sql, parameters);
  }

  async counted(table: string): Promise<number> {
    return Number((await this.query(`SELECT count(*)::integer AS count FROM ${table}`))[0]?.['count']);
  }

  importFile(path: string): Promise<BusinessImportRun> {
    return this.get(ImportBusinessesService).importFile(path, {});
  }

  async importCsv(...rows: readonly Cells[]): Promise<BusinessImportRun> {
    const path = join(this.folder, 'firms.csv');
    await writeFile(path, businessCsvOf(...rows));
    return this.importFile(path);
  }

  /** The same in the layout of the public extract of SAM.gov. */
  async importSamEntities(...rows: readonly Partial<Record<SamEntityColumn, string>>[]): Promise<BusinessImportRun> {
    const path = join(this.folder, 'entities.csv');
    const blank = Object.fromEntries(samEntityColumns.map((column) => [column, '']));
    await writeFile(path, toCsv(samEntityColumns, rows.map((row) => ({ ...blank, ...row })))); // prettier-ignore
    return this.importFile(path);
  }

  /** Reads back what the hub exports. */
  async importExport(): Promise<BusinessImportRun> {
    const path = join(this.folder, 'export.csv');
    await this.get(ExportBusinessesService).exportFile(path);
    return this.importFile(path);
  }

  /** The lines of a run's report. */
  async report(run: BusinessImportRun): Promise<readonly string[]> {
    const path = join(this.folder, 'report.csv');
    await this.get(BusinessImportReports).writeReport(run, path);
    return (await readFile(path, 'utf8')).split('\r\n').slice(0, -1);
  }
}
