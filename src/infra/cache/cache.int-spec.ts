import { testEnvironment } from '../../../test/support/environment';
import { CacheConfig, loadConfiguration, QueueConfig } from '../../config';
import { Cache } from './cache.service';

const openCache = (environment: Record<string, string> = {}): Cache => {
  const configuration = loadConfiguration([CacheConfig, QueueConfig], {
    ...testEnvironment,
    QUEUE_PREFIX: 'hub-cache-spec',
    ...environment,
  });
  return new Cache(configuration.get(CacheConfig), configuration.get(QueueConfig));
};

describe('the cache', () => {
  it('remembers for a while, and forgets on demand', async () => {
    const cache = openCache();
    await until(() => cache.probe());
    await cache.set('business', 'view', 60);
    expect(await cache.get('business')).toBe('view');
    await cache.delete('business');
    expect(await cache.get('business')).toBeUndefined();
    cache.onApplicationShutdown();
  });

  it('is a miss, not an error, without Redis', async () => {
    const cache = openCache({ CACHE_REDIS_URL: 'redis://127.0.0.1:1' });
    await cache.set('business', 'view', 60);
    expect(await cache.get('business')).toBeUndefined();
    await expect(cache.probe()).rejects.toThrow();
    cache.onApplicationShutdown();
  });
});

/** The connection is made in the background. */
const until = async (probe: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await probe();
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
};
