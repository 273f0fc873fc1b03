import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DatabaseConfig } from '../../config';
import { AdvisoryLocks } from './advisory-locks';
import { type ConnectionProfile, dataSourceOptions } from './data-source';
import { UnitOfWork } from './unit-of-work';

/** The one connection pool of a process. */
@Global()
@Module({})
export class DatabaseModule {
  static forProfile(profile: ConnectionProfile): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [DatabaseConfig],
          useFactory: (config: DatabaseConfig) => ({
            ...dataSourceOptions(config, profile),
            autoLoadEntities: true,
            retryAttempts: 5,
            retryDelay: 1_000,
          }),
        }),
      ],
      providers: [UnitOfWork, AdvisoryLocks],
      exports: [UnitOfWork, AdvisoryLocks],
    };
  }
}
