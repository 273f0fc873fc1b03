import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock, SystemClock } from '../../src/common/time/clock';
import { AdvisoryLocks, UnitOfWork } from '../../src/infra/database';
import { dataSourceOptions } from '../../src/infra/database/data-source';
import { ImportNoticesService, type ImportRun, ImportRunsService, IngestionModule } from '../../src/modules/ingestion';
import { ImportRunEntity } from '../../src/modules/ingestion/persistence/import-run.entity';

const providers = [UnitOfWork, AdvisoryLocks];

/** What a process of the hub offers to all modules, with a clock of the test's choice. */
@Global()
@Module({})
class PlatformModule {}

export interface Ingestion {
  readonly imports: ImportNoticesService;
  readonly runs: ImportRunsService;
  readonly dataSource: DataSource;
  /** All that is recorded, the latest first. */
  recordedRuns(): Promise<readonly ImportRun[]>;
  close(): Promise<void>;
}

/** The ingestion module and what it stands on, on a migrated database, without HTTP, queues and Redis. */
export async function openIngestion(databaseUrl: string, clock: Clock = new SystemClock()): Promise<Ingestion> {
  const options = dataSourceOptions(
    { url: databaseUrl, poolSize: 5, requestTimeoutMs: 60_000, requestWaitMs: 10_000 },
    'background',
  );
  const platform = {
    module: PlatformModule,
    imports: [TypeOrmModule.forRoot({ ...options, autoLoadEntities: true, retryAttempts: 1 })],
    providers: [...providers, { provide: Clock, useValue: clock }],
    exports: [...providers, Clock],
  };
  const context = await NestFactory.createApplicationContext(
    { module: class {}, imports: [platform, EventEmitterModule.forRoot(), IngestionModule] },
    { logger: ['error', 'warn'], abortOnError: false },
  );
  const dataSource = context.get(DataSource);
  return {
    imports: context.get(ImportNoticesService),
    runs: context.get(ImportRunsService),
    dataSource,
    recordedRuns: () => dataSource.manager.find(ImportRunEntity, { order: { startedAt: 'DESC', id: 'DESC' } }),
    close: async () => context.close(),
  };
}
