import { IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { FromEnvironment } from './variable.decorator';

const REDIS_URL = /^rediss?:\/\/\S+$/;

/** Redis for background jobs, and how jobs run. */
export class QueueConfig {
  @FromEnvironment({ name: 'REDIS_URL', about: 'Redis for jobs; its eviction policy must be noeviction', secret: true })
  @Matches(REDIS_URL, { message: 'must look like redis://:password@host:6379' })
  readonly redisUrl: string;

  @FromEnvironment({ name: 'QUEUE_PREFIX', about: 'Prefix of all job keys in Redis', default: 'hub' })
  @Matches(/^[a-z0-9-]{1,40}$/)
  readonly prefix: string;

  @FromEnvironment({ name: 'QUEUE_CONCURRENCY', about: 'Jobs of one kind that a worker runs at a time', default: '1' })
  @IsInt()
  @Min(1)
  @Max(16)
  readonly concurrency: number;
}

/** Redis for what may be lost: cached public views. */
export class CacheConfig {
  @FromEnvironment({
    name: 'CACHE_REDIS_URL',
    about: 'Redis for the cache; REDIS_URL when empty',
    optional: true,
    secret: true,
  })
  @IsString()
  readonly redisUrl: string = '';

  @FromEnvironment({
    name: 'CACHE_VIEW_SECONDS',
    about: 'How long views of businesses are kept in the cache, 0 (not at all) to 3600; every change drops them',
    default: '1800',
  })
  @IsInt()
  @Min(0)
  @Max(3_600)
  readonly viewSeconds: number;
}
