import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import Redis from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { QueueConfig } from '../../config';
import type { Count } from './limit';

/** How long one request waits for Redis. */
const PATIENCE_MS = 250;
/** How long nobody asks Redis after it failed. */
const PAUSE_MS = 3_000;
/** How long a socket may take to close; ioredis waits that long even for one that is closed already. */
const FAREWELL_MS = 250;

/** Counters that all processes share, in the Redis that evicts nothing. An absent, frozen or full Redis is no error: nothing is counted. */
@Injectable()
export class SharedCounters implements OnApplicationShutdown {
  private readonly logger = new Logger('throttling');
  private readonly redis: Redis;
  private readonly counters: RateLimiterRedis;
  private isAway = false;
  private askAgainAt = 0;

  constructor({ redisUrl, prefix }: QueueConfig) {
    this.redis = new Redis(redisUrl, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: 1_000,
      disconnectTimeout: FAREWELL_MS,
      retryStrategy: (times) => Math.min(100 * times, 2_000),
    });
    this.redis.on('error', (error) => this.noteFailure(error));
    this.redis.on('ready', () => this.noteAnswer());
    this.counters = new RateLimiterRedis({
      storeClient: this.redis,
      keyPrefix: `${prefix}:throttle`,
      points: 1,
      duration: 1,
    });
  }

  /** Counts one; the first one opens a window of so many seconds. Undefined while Redis is away. */
  add(key: string, seconds: number): Promise<Count | undefined> {
    return this.attempt(() => this.counters.penalty(key, 1, { customDuration: seconds }));
  }

  async delete(key: string): Promise<void> {
    await this.attempt(() => this.counters.delete(key));
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  /** While Redis is away a single request asks from time to time; all others pass it by without waiting. */
  private async attempt<T>(command: () => Promise<T>): Promise<T | undefined> {
    const now = performance.now();
    if (now < this.askAgainAt) return undefined;
    if (this.isAway) this.askAgainAt = now + PAUSE_MS;
    try {
      const answer = await inTime(command());
      this.noteAnswer();
      return answer;
    } catch (error) {
      this.noteFailure(error);
      return undefined;
    }
  }

  private noteAnswer(): void {
    if (this.isAway) this.logger.log('Redis counts again for all processes.');
    this.isAway = false;
    this.askAgainAt = 0;
  }

  private noteFailure(error: unknown): void {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    if (!this.isAway) this.logger.warn('Redis does not count; each process counts for itself.', { reason });
    this.isAway = true;
    this.askAgainAt = performance.now() + PAUSE_MS;
  }
}

/** A process that was too busy to read an answer in time reads its sockets once more before it gives up. */
const inTime = <T>(answer: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new Error(`No answer within ${PATIENCE_MS} ms.`));
    const timer = setTimeout(() => setImmediate(giveUp), PATIENCE_MS);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
