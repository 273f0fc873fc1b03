import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../src/common/time/clock';
import { AdvisoryLocks, type ConnectionProfile, UnitOfWork } from '../../src/infra/database';
import { dataSourceOptions } from '../../src/infra/database/data-source';
import { JobQueues } from '../../src/infra/queue';
import { BusinessesService } from '../../src/modules/businesses';
import { ImportNoticesService, IngestionModule } from '../../src/modules/ingestion';
import { MatchingModule, RematchService } from '../../src/modules/matching';
import { MatchBusinessesService } from '../../src/modules/matching/service/match-businesses.service';
import { MatchOpportunitiesService } from '../../src/modules/matching/service/match-opportunities.service';
import { MatchesService } from '../../src/modules/matching/service/matches.service';
import { MatchingSweep } from '../../src/modules/matching/service/matching-sweep.service';
import { OpportunityMatchesService } from '../../src/modules/matching/service/opportunity-matches.service';
import { RecordNoticesService } from '../../src/modules/opportunities';
import { UsersModule, UsersService } from '../../src/modules/users';

/** A clock that stands still until the test moves it. */
export class HandClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: string): void {
    this.instant = new Date(instant);
  }
}

const databaseProviders = [UnitOfWork, AdvisoryLocks];

@Global()
@Module({})
class PlatformModule {}

export interface Matching {
  readonly dataSource: DataSource;
  readonly users: UsersService;
  readonly businesses: BusinessesService;
  readonly recorder: RecordNoticesService;
  readonly imports: ImportNoticesService;
  readonly matchBusinesses: MatchBusinessesService;
  readonly matchOpportunities: MatchOpportunitiesService;
  readonly sweep: MatchingSweep;
  readonly rematch: RematchService;
  readonly matches: MatchesService;
  readonly opportunityMatches: OpportunityMatchesService;
  close(): Promise<void>;
}

/** One process of the hub as matching sees it, on a migrated database, without HTTP; as if Redis took no announcement. */
export async function openMatching(
  url: string,
  clock: Clock,
  profile: ConnectionProfile = 'background',
): Promise<Matching> {
  const options = dataSourceOptions({ url, poolSize: 5, requestTimeoutMs: 1_400 }, profile);
  const platform = {
    module: PlatformModule,
    imports: [TypeOrmModule.forRoot({ ...options, autoLoadEntities: true, retryAttempts: 1 })],
    providers: [
      ...databaseProviders,
      { provide: Clock, useValue: clock },
      { provide: JobQueues, useValue: { announce: () => Promise.resolve(false) } },
    ],
    exports: [...databaseProviders, Clock, JobQueues],
  };
  const context = await NestFactory.createApplicationContext(
    { module: class {}, imports: [platform, EventEmitterModule.forRoot(), UsersModule, IngestionModule, MatchingModule] },
    { logger: ['error', 'warn'], abortOnError: false },
  );
  const get = <T>(type: abstract new (...given: never[]) => T): T => context.get<T>(type, { strict: false });
  return {
    dataSource: get(DataSource),
    users: get(UsersService),
    businesses: get(BusinessesService),
    recorder: get(RecordNoticesService),
    imports: get(ImportNoticesService),
    matchBusinesses: get(MatchBusinessesService),
    matchOpportunities: get(MatchOpportunitiesService),
    sweep: get(MatchingSweep),
    rematch: get(RematchService),
    matches: get(MatchesService),
    opportunityMatches: get(OpportunityMatchesService),
    close: async () => context.close(),
  };
}
