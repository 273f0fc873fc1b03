import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { ScheduleModule } from '@nestjs/schedule';
import { AuthenticationGuard } from './common/auth/authentication.guard';
import { AuthorizationGuard } from './common/auth/authorization.guard';
import { ConfigModule, type Configuration } from './config';
import { CacheModule } from './infra/cache';
import { DatabaseModule } from './infra/database';
import { EncryptionModule } from './infra/encryption';
import { HealthModule } from './infra/health';
import { InputPipe, ProblemDetailsFilter, RefusalRecorder, UndeclaredInputGuard } from './infra/http';
import { IdempotencyModule } from './infra/idempotency';
import { MailerModule } from './infra/mail';
import { QueueModule } from './infra/queue';
import { StorageModule } from './infra/storage';
import { RequestCeilingGuard, ThrottleGuard, ThrottlingModule } from './infra/throttling';
import { AdminModule } from './modules/admin';
import { AgenciesModule } from './modules/agencies';
import { AuditModule } from './modules/audit';
import { AuthModule } from './modules/auth';
import { BusinessesModule } from './modules/businesses';
import { EligibilityModule } from './modules/eligibility';
import { IngestionModule } from './modules/ingestion';
import { MailModule } from './modules/mail';
import { MatchingModule } from './modules/matching';
import { OpportunitiesModule } from './modules/opportunities';
import { ReferenceModule } from './modules/reference';
import { UsersModule } from './modules/users';

/** What a process is for. All load the same modules; only workers take jobs and hold the clock of the sweeps. */
export type ProcessRole = 'api' | 'worker' | 'cli';

const domains = [
  ReferenceModule,
  AuditModule,
  MailModule,
  AgenciesModule,
  UsersModule,
  AuthModule,
  BusinessesModule,
  OpportunitiesModule,
  EligibilityModule,
  IngestionModule,
  MatchingModule,
  AdminModule,
];

@Module({})
export class AppModule {
  static for(role: ProcessRole, configuration: Configuration): DynamicModule {
    const isWorker = role === 'worker';
    return {
      module: AppModule,
      imports: [
        ConfigModule.from(configuration),
        DatabaseModule.forProfile(role === 'api' ? 'request' : 'background'),
        QueueModule.register({ queues: ['mail', 'matching'], isWorker }),
        CacheModule,
        EncryptionModule,
        StorageModule,
        ThrottlingModule,
        IdempotencyModule,
        MailerModule,
        EventEmitterModule.forRoot({ maxListeners: 20 }),
        ...(isWorker ? [ScheduleModule.forRoot()] : []),
        HealthModule,
        ...domains,
      ],
      providers: [
        RefusalRecorder,
        { provide: APP_GUARD, useClass: RequestCeilingGuard },
        { provide: APP_GUARD, useClass: AuthenticationGuard },
        { provide: APP_GUARD, useClass: AuthorizationGuard },
        { provide: APP_GUARD, useClass: UndeclaredInputGuard },
        { provide: APP_GUARD, useClass: ThrottleGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useClass: ProblemDetailsFilter },
      ],
    };
  }
}
