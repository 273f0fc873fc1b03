import { testEnvironment } from '../../../test/support/environment';
import { until } from '../../../test/support/until';
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
    await until('the cache is connected', async () => (await cache.probe(), true));
    await cache.set('business', 'view', 60);
    expect(await cache.get('business')).toBe('view');
    await cache.delete('business');
    expect(await cache.get('business')).toBeUndefined();
    await cache.onApplicationShutdown();
  });

  it('drops at the end what Redis did not take before', async () => {
    const other = openCache();
    await until('the other one is connected', async () => (await other.probe(), true));
    await other.set('firm', 'old view', 60);
    const cache = openCache();
    await cache.drop(['firm'], 'guard');
    expect(await other.get('firm')).toBe('old view');
    await until('the cache is connected', async () => (await cache.probe(), true));
    await cache.onApplicationShutdown();
    expect(await other.get('firm')).toBeUndefined();
    await other.onApplicationShutdown();
  });

  it('is a miss, not an error, without Redis', async () => {
    const cache = openCache({ CACHE_REDIS_URL: 'redis://127.0.0.1:1' });
    await cache.set('business', 'view', 60);
    expect(await cache.get('business')).toBeUndefined();
    await expect(cache.probe()).rejects.toThrow();
    await cache.onApplicationShutdown();
  });
});
