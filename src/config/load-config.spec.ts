import { AuthConfig } from './auth.config';
import { DatabaseConfig } from './database.config';
import { ConfigurationError, loadConfiguration } from './load-config';
import { RuntimeConfig } from './runtime.config';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    loadConfiguration([RuntimeConfig, DatabaseConfig, AuthConfig], environment);
    return [];
  } catch (error) {
    return error instanceof ConfigurationError ? error.problems : [String(error)];
  }
};

const DATABASE_URL = 'postgres://hub_app:secret@localhost:5432/hub';

describe('the configuration', () => {
  it('needs little in development', () => {
    const configuration = loadConfiguration([RuntimeConfig, DatabaseConfig, AuthConfig], {
      DATABASE_URL,
      PORT: '8010',
    });
    expect(configuration.get(RuntimeConfig)).toMatchObject({ port: 8010, isProduction: false });
    expect(configuration.get(DatabaseConfig)).toMatchObject({ url: DATABASE_URL, poolSize: 20 });
  });

  it('names everything that is wrong at once, and no value', () => {
    const problems = problemsOf({
      PORT: 'http',
      DATABASE_POOL_SIZE: '50',
      HUB_NOW: 'yesterday',
      JWT_ACCESS_SECRET: 'short-one',
    });
    const names = problems.map((problem) => problem.split(/[ :]/, 1)[0]);
    expect(new Set(names)).toEqual(
      new Set(['PORT', 'DATABASE_POOL_SIZE', 'HUB_NOW', 'JWT_ACCESS_SECRET', 'DATABASE_URL']),
    );
    expect(problems.join()).not.toContain('short-one');
  });

  it.each(['production', 'production ', ' production\r'])('has no secrets of its own for %j', (NODE_ENV) => {
    const names = problemsOf({ NODE_ENV, DATABASE_URL, PUBLIC_URL: 'https://hub.example' }).map(
      (problem) => problem.split(' ', 1)[0],
    );
    expect(names).toEqual(['JWT_ACCESS_SECRET', 'JWT_REFRESH_SECRET', 'PASSWORD_PEPPER']);
  });

  it('refuses secrets that are alike, and a stopped clock in production', () => {
    const secret = 's'.repeat(32);
    const problems = problemsOf({
      NODE_ENV: 'production',
      DATABASE_URL,
      PUBLIC_URL: 'https://hub.example',
      HUB_NOW: '2026-04-10T12:00:00Z',
      JWT_ACCESS_SECRET: secret,
      JWT_REFRESH_SECRET: secret,
      PASSWORD_PEPPER: 'p'.repeat(32),
    });
    expect(problems.join()).toMatch(/must differ/);
    expect(problems.join()).toMatch(/refused in production/);
  });
});
