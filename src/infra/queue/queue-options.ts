import type { JobOptions, QueueOptions } from 'bull';
import type { RedisOptions } from 'ioredis';
import type { QueueConfig } from '../../config';
import type { QueueConnections } from './queue-connections';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A job is asked to stop at 25 minutes and failed at 30. */
export const ASK_TO_STOP_AFTER_MS = 25 * MINUTE;
export const FAIL_AFTER_MS = 30 * MINUTE;

/** Redis holds hints, not history: finished jobs go soon, failed ones stay a week to be looked at. */
export const jobOptions: JobOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 2 * SECOND },
  timeout: FAIL_AFTER_MS,
  removeOnComplete: { age: 60 * 60, count: 100 },
  removeOnFail: { age: 7 * 24 * 60 * 60, count: 1_000 },
};

/** Never stop trying to reconnect, at most two seconds apart. */
const retryStrategy = (times: number): number => Math.min(100 * times, 2 * SECOND);

/** Who adds jobs must not wait for an absent Redis: the rows already say what is to be done. */
const producer: RedisOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  connectTimeout: SECOND,
  commandTimeout: SECOND,
  retryStrategy,
};

/** Blocking pops and subscriptions wait by design: no command timeout, and Bull forbids a retry limit on them. */
const consumer: RedisOptions = {
  enableReadyCheck: false,
  maxRetriesPerRequest: null,
  connectTimeout: 5 * SECOND,
  retryStrategy,
};

/** Connections of one queue. A worker's own client waits for Redis to come back; an API's never does. */
export const queueOptions = (
  config: QueueConfig,
  connections: QueueConnections,
  isWorker: boolean,
  onError: (error: Error) => void,
): QueueOptions => ({
  prefix: config.prefix,
  defaultJobOptions: jobOptions,
  settings: {
    lockDuration: MINUTE,
    lockRenewTime: 20 * SECOND,
    stalledInterval: 30 * SECOND,
    maxStalledCount: 10,
  },
  createClient: (type) => {
    const patient = isWorker || type !== 'client';
    return connections.connect(config.redisUrl, patient ? consumer : producer, onError);
  },
});
