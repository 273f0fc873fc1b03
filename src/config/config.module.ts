import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '../common/time/clock';
import { AuthConfig } from './auth.config';
import { DatabaseConfig, MigrationConfig } from './database.config';
import { EncryptionConfig } from './encryption.config';
import { HttpConfig } from './http.config';
import { type Configuration, type Environment, loadConfiguration } from './load-config';
import { MailConfig } from './mail.config';
import { CacheConfig, QueueConfig } from './queue.config';
import { RuntimeConfig } from './runtime.config';
import { StorageConfig } from './storage.config';
import { ThrottlingConfig } from './throttling.config';
import type { ConfigClass } from './variable.decorator';

export const configClasses: readonly ConfigClass[] = [
  RuntimeConfig,
  HttpConfig,
  DatabaseConfig,
  QueueConfig,
  CacheConfig,
  StorageConfig,
  MailConfig,
  AuthConfig,
  EncryptionConfig,
  ThrottlingConfig,
];

/** All errors of the environment at once, before anything starts; `instead` overrules single variables. @throws ConfigurationError */
export const readConfiguration = (instead: Environment = {}): Configuration =>
  loadConfiguration(configClasses, { ...process.env, ...instead });

/** What `hub migrate` needs, and no more: it runs before anything else is set up. @throws ConfigurationError */
export const readMigrationConfiguration = (): Configuration =>
  loadConfiguration([RuntimeConfig, DatabaseConfig, MigrationConfig], process.env);

/** Every configuration class and the clock, for everybody. */
@Global()
@Module({})
export class ConfigModule {
  static from(configuration: Configuration): DynamicModule {
    const { now } = configuration.get(RuntimeConfig);
    const providers = [
      ...configClasses.map((configClass) => ({ provide: configClass, useValue: configuration.get(configClass) })),
      { provide: Clock, useValue: Clock.from(now) },
    ];
    return { module: ConfigModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
