import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import Redis, { type Result } from 'ioredis';
import { CacheConfig, QueueConfig } from '../../config';

/** Sets an entry unless its guard has moved since it was looked at: then what was read meanwhile may be older than a change. */
const FILL = `
  if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[2], ARGV[2], 'EX', ARGV[3])
  return 1`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    fillUnlessMoved(guard: string, key: string, seen: string, value: string, seconds: number): Result<number, Context>;
  }
}

/** Longer than any request reads: after that nobody is left who could fill in something older. */
const GUARD_SECONDS = 60;
const RETRY_MS = 1_000;

export interface CacheGuard {
  readonly key: string;
  /** Its value when the reader began. */
  readonly seen: string | undefined;
}

/** Views that may be computed again at any time. An absent or slow Redis is a miss, never an error. */
@Injectable()
export class Cache implements OnApplicationShutdown {
  private readonly logger = new Logger(Cache.name);
  private readonly redis: Redis;
  /** Drops that Redis did not take: entry → guard. Tried again until it does. */
  private readonly owed = new Map<string, string>();
  private retry: NodeJS.Timeout | undefined;
  private dropping: Promise<void> = Promise.resolve();

  constructor(config: CacheConfig, queueConfig: QueueConfig) {
    this.redis = new Redis(config.redisUrl || queueConfig.redisUrl, {
      keyPrefix: `${queueConfig.prefix}:cache:`,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: 1_000,
      commandTimeout: 500,
      retryStrategy: (times) => Math.min(100 * times, 2_000),
    });
    this.redis.defineCommand('fillUnlessMoved', { numberOfKeys: 2, lua: FILL });
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

  /** In the order of the keys; all undefined where Redis does not answer. */
  async getMany(keys: readonly string[]): Promise<readonly (string | undefined)[]> {
    const found = (await this.attempt(() => this.redis.mget(...keys))) ?? [];
    return found.map((value) => value ?? undefined);
  }

  /** Keeps what was read, unless `drop` came in between. */
  async fill(key: string, value: string, seconds: number, guard: CacheGuard): Promise<void> {
    await this.attempt(() => this.redis.fillUnlessMoved(guard.key, key, guard.seen ?? '', value, seconds));
  }

  /** Forgets entries that a change has made old, and keeps readers who began before it from filling them in again. */
  async drop(keys: readonly string[], guardKey: string): Promise<void> {
    if (await this.tryDrop(keys, guardKey)) return;
    for (const key of keys) this.owed.set(key, guardKey);
    this.tryAgainLater();
  }

  /** Fails when Redis does not answer. For health checks. */
  async probe(): Promise<void> {
    await this.redis.ping();
  }

  /** What is still owed is tried once more: a command that imported while Redis was away ends, and nobody else knows. */
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.retry);
    await this.dropOwed();
    clearTimeout(this.retry);
    this.redis.disconnect();
  }

  private async tryDrop(keys: readonly string[], guardKey: string): Promise<boolean> {
    const dropped = await this.attempt(() =>
      this.redis
        .multi()
        .set(guardKey, randomUUID(), 'EX', GUARD_SECONDS)
        .del(...keys)
        .exec(),
    );
    return dropped !== undefined;
  }

  /** One after the other, so that who waits for the last one has waited for all. */
  private dropOwed(): Promise<void> {
    this.retry = undefined;
    this.dropping = this.dropping.then(() => this.dropUntilRefused());
    return this.dropping;
  }

  /** What Redis does not take stays owed, and so does what may be owed anew meanwhile. */
  private async dropUntilRefused(): Promise<void> {
    for (const [key, guardKey] of [...this.owed]) {
      this.owed.delete(key);
      if (await this.tryDrop([key], guardKey)) continue;
      this.owed.set(key, guardKey);
      break;
    }
    if (this.owed.size > 0) this.tryAgainLater();
  }

  private tryAgainLater(): void {
    this.retry ??= setTimeout(() => void this.dropOwed(), RETRY_MS).unref();
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
