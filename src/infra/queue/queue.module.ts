import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Global, Logger, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { QueueConfig } from '../../config';
import { JobQueues } from './job-queues.service';
import { JobRunner } from './job-runner.service';
import { QueueConnections } from './queue-connections';
import { queueOptions } from './queue-options';

export interface QueueModuleOptions {
  /** Names of the Bull queues: one per domain that has background work. */
  readonly queues: readonly string[];
  /** Workers take jobs; every process announces them. */
  readonly isWorker: boolean;
}

@Module({ providers: [QueueConnections], exports: [QueueConnections] })
class QueueConnectionsModule {}

/** The only room that opens Bull queues. */
@Global()
@Module({})
export class QueueModule {
  static register({ queues, isWorker }: QueueModuleOptions): DynamicModule {
    const logger = new Logger('redis');
    const onError = oncePerOutage((error) => logger.warn('Redis is not reachable.', { reason: error.message }));
    return {
      module: QueueModule,
      imports: [
        DiscoveryModule,
        ...queues.map((name) =>
          BullModule.registerQueueAsync({
            name,
            imports: [QueueConnectionsModule],
            inject: [QueueConfig, QueueConnections],
            useFactory: (config: QueueConfig, connections: QueueConnections) =>
              queueOptions(config, connections, isWorker, onError),
          }),
        ),
      ],
      providers: [JobQueues, ...(isWorker ? [JobRunner] : [])],
      exports: [JobQueues],
    };
  }
}

const QUIET_MS = 30_000;

/** Several connections retry several times a second while Redis is away: one line in half a minute says it all. */
const oncePerOutage = (report: (error: Error) => void): ((error: Error) => void) => {
  let quietUntil = 0;
  return (error) => {
    const now = performance.now();
    if (now < quietUntil) return;
    quietUntil = now + QUIET_MS;
    report(error);
  };
};
