import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import Redis from 'ioredis';
import { CacheConfig, QueueConfig } from '../../config';

/** Public views that may be computed again at any time. An absent or slow Redis is a miss, never an error. */
@Injectable()
export class Cache implements OnApplicationShutdown {
  private readonly logger = new Logger(Cache.name);
  private readonly redis: Redis;

  constructor(config: CacheConfig, queueConfig: QueueConfig) {
    this.redis = new Redis(config.redisUrl || queueConfig.redisUrl, {
      keyPrefix: `${queueConfig.prefix}:cache:`,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: 1_000,
      commandTimeout: 500,
      retryStrategy: (times) => Math.min(100 * times, 2_000),
    });
    this.redis.on('error', () => undefined);
  }

  async get(key: string): Promise<string | undefined> {
    return (await this.attempt(() => this.redis.get(key))) ?? undefined;
  }

  async set(key: string, value: string, seconds: number): Promise<void> {
    await this.attempt(() => this.redis.set(key, value, 'EX', seconds));
  }

  async delete(...keys: string[]): Promise<void> {
    if (keys.length > 0) await this.attempt(() => this.redis.del(...keys));
  }

  /** Fails when Redis does not answer. For health checks. */
  async probe(): Promise<void> {
    await this.redis.ping();
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  private async attempt<T>(command: () => Promise<T>): Promise<T | undefined> {
    try {
      return await command();
    } catch (error) {
      this.logger.debug(`The cache was passed over: ${error instanceof Error ? error.message : 'unknown reason'}`);
      return undefined;
    }
  }
}
