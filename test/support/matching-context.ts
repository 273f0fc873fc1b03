import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../src/common/time/clock';
import { configClasses, readConfiguration } from '../../src/config';
import { AdvisoryLocks, type ConnectionProfile, UnitOfWork } from '../../src/infra/database';
import { dataSourceOptions } from '../../src/infra/database/data-source';
import { CacheModule } from '../../src/infra/cache';
import { EncryptionModule } from '../../src/infra/encryption';
import { IdempotencyModule } from '../../src/infra/idempotency';
import { MailerModule } from '../../src/infra/mail';
import { JobQueues } from '../../src/infra/queue';
import { BusinessesService, type NewBusiness, NOTHING_STATED } from '../../src/modules/businesses';
import { ImportNoticesService, IngestionModule } from '../../src/modules/ingestion';
import { MatchingModule, RematchService } from '../../src/modules/matching';
import { MatchBusinessesService } from '../../src/modules/matching/service/match-businesses.service';
import { MatchOpportunitiesService } from '../../src/modules/matching/service/match-opportunities.service';
import { MatchesService } from '../../src/modules/matching/service/matches.service';
import { MatchingSweep } from '../../src/modules/matching/service/matching-sweep.service';
import { OpportunityMatchesService } from '../../src/modules/matching/service/opportunity-matches.service';
import { type Notice, RecordNoticesService } from '../../src/modules/opportunities';
import { UsersModule, UsersService } from '../../src/modules/users';
import { aNotice, dueAt } from './notices';
import { createTestDatabase } from './template-database';

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
  readonly context: INestApplicationContext;
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
  const options = dataSourceOptions({ url, poolSize: 5, requestTimeoutMs: 20_000, requestWaitMs: 20_000 }, profile);
  const configuration = readConfiguration();
  const platform = {
    module: PlatformModule,
    imports: [
      TypeOrmModule.forRoot({ ...options, autoLoadEntities: true, retryAttempts: 1 }),
      CacheModule,
      EncryptionModule,
      IdempotencyModule,
      MailerModule,
    ],
    providers: [
      ...databaseProviders,
      ...configClasses.map((configClass) => ({ provide: configClass, useValue: configuration.get(configClass) })),
      { provide: Clock, useValue: clock },
      { provide: JobQueues, useValue: { announce: () => Promise.resolve(false) } },
    ],
    exports: [...databaseProviders, ...configClasses, Clock, JobQueues],
  };
  const context = await NestFactory.createApplicationContext(
    {
      module: class {},
      imports: [platform, EventEmitterModule.forRoot(), UsersModule, IngestionModule, MatchingModule],
    },
    { logger: ['error', 'warn'], abortOnError: false },
  );
  const get = <T>(type: abstract new (...given: never[]) => T): T => context.get<T>(type, { strict: false });
  return {
    context,
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

/** The context on a database of its own, with what tests of matching say again and again. */
export async function openMatchingTest(clock: HandClock): Promise<MatchingTest> {
  const database = await createTestDatabase();
  const matching = await openMatching(database.url, clock);
  return {
    ...matching,
    url: database.url,
    storedMatches: async (businessId) => matching.dataSource.query(STORED, [businessId]),
    count: async (condition) => {
      const rows: { total: number }[] = await matching.dataSource.query(
        `SELECT count(*)::integer AS total FROM ${condition}`,
      );
      return rows[0]?.total ?? 0;
    },
    close: async () => {
      await matching.close();
      await database.drop();
    },
  };
}

const STORED = `
  SELECT match.opportunity_id AS "opportunityId", opportunity.title, match.score::float8 AS score, match.eligibility,
         match.confidence::float8 AS confidence, match.gates, match.components, match.model_version AS "modelVersion"
    FROM matches match JOIN opportunities opportunity ON opportunity.id = match.opportunity_id
   WHERE match.business_id = $1
   ORDER BY match.score DESC, opportunity.response_due_at NULLS LAST, opportunity.id`;

/** A row of the stored list with the title of its opportunity, without the time at which it was made. */
export interface StoredRow {
  readonly opportunityId: string;
  readonly title: string;
  readonly score: number;
  readonly eligibility: string;
  readonly confidence: number;
  readonly gates: readonly { readonly rule: string; readonly verdict: string }[];
  readonly components: readonly { readonly name: string; readonly contribution: number }[];
  readonly modelVersion: string;
}

export interface MatchingTest extends Matching {
  readonly url: string;
  /** The stored list of a business, best first. */
  storedMatches(businessId: string): Promise<readonly StoredRow[]>;
  /** Rows of `table WHERE …`. */
  count(condition: string): Promise<number>;
}

/** A Salt Lake City firm for computer systems; the fields that a test is about are given. */
export const aNewBusiness = (given: Partial<NewBusiness> = {}): NewBusiness => ({
  ...NOTHING_STATED,
  companyName: 'Wasatch Cloud Works',
  description: 'Switches, routers and cloud migration for public agencies.',
  employeeCount: 24,
  annualRevenue: 3_900_000,
  zipCode: '84101',
  samRegistration: { status: 'active', expiresOn: '2027-12-31' },
  excluded: false,
  naicsCodes: [{ code: '541512', isPrimary: true, version: '2022', samSize: null }],
  pscCodes: [{ code: 'DA01' }],
  ...given,
});

/** Invented notices `first` to `first + count - 1` of different procurements, due in the order of their numbers. */
export const someNotices = (count: number, given: Partial<Notice> = {}, first = 1): readonly Notice[] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(first + index).padStart(4, '0');
    return aNotice({
      sourceNoticeId: `notice-${number}`,
      solicitationNumber: `W912XX26R${number}`,
      title: `Network equipment ${number}`,
      setAside: 'NONE',
      responseDeadline: dueAt(new Date(Date.UTC(2026, 4, 1, 0, first + index)).toISOString()),
      ...given,
    });
  });
