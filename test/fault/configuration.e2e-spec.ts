import { randomBytes } from 'node:crypto';
import { HubProcess } from '../support/processes';
import type { Environment } from '../support/services-probes';

const services: Environment = {
  DATABASE_URL: 'postgres://hub_app:database-password@127.0.0.1:1/hub',
  REDIS_URL: 'redis://127.0.0.1:1',
  S3_ENDPOINT: 'http://127.0.0.1:1',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'storage-password',
  SMTP_URL: 'smtp://127.0.0.1:1',
};

const aSecret = (): string => randomBytes(48).toString('base64');

const secrets: Environment = {
  JWT_ACCESS_SECRET: aSecret(),
  JWT_REFRESH_SECRET: aSecret(),
  PASSWORD_PEPPER: aSecret(),
  ENCRYPTION_KEYS: aSecret(),
};

const production: Environment = {
  ...{ ...services, ...secrets },
  ...{ NODE_ENV: 'production', PUBLIC_URL: 'https://hub.example', MAIL_FROM: 'hub@hub.example' },
};

/** What a process says that refuses to start: each problem on a line of its own. */
const refusal = async (environment: Environment, name: 'main' | 'worker' | 'cli' = 'main'): Promise<string> => {
  const started = new HubProcess(name, environment, name === 'cli' ? ['rematch'] : []);
  expect(await started.ended).toBe(78);
  expect(started.log).toMatch(/^The configuration is not usable:\n( {2}- .+\n)+$/);
  return started.log;
};

describe('a process refuses to start', () => {
  it('with nothing set, and names all that is missing at once', async () => {
    for (const log of await Promise.all([refusal({}, 'main'), refusal({}, 'worker')])) {
      for (const variable of Object.keys(services)) expect(log).toContain(`${variable} is missing`);
    }
  });

  it('in production without secrets of its own, or with a clock that stands still', async () => {
    const log = await refusal({ ...services, NODE_ENV: 'production', HUB_NOW: '2026-04-10T12:00:00Z' });
    for (const variable of ['PUBLIC_URL', ...Object.keys(secrets)]) expect(log).toContain(`${variable} is missing`);
    expect(log).toMatch(/HUB_NOW .*refused in production/);
    expect(log).not.toMatch(/password@|storage-password/);
  });

  it.each(['main', 'worker', 'cli'] as const)('in production with bad secrets (%s), and repeats none', async (name) => {
    const bad = {
      JWT_ACCESS_SECRET: 'brief-one',
      JWT_REFRESH_SECRET: 'development-only-refresh-secret-0123456789',
      JWT_REFRESH_PREVIOUS_SECRETS: secrets['PASSWORD_PEPPER'] ?? '',
      ENCRYPTION_KEYS: `${secrets['ENCRYPTION_KEYS']},${'k'.repeat(40)}`,
      PASSWORD_HASH_COST: '10',
    };
    const log = await refusal({ ...production, ...bad }, name);
    expect(log).toMatch(/JWT_ACCESS_SECRET: .*at least 32 characters/);
    expect(log).toMatch(/JWT_REFRESH_SECRET: .*openssl rand -base64 48/);
    expect(log).toMatch(/ENCRYPTION_KEYS: .*openssl rand -base64 48/);
    expect(log).toMatch(/PASSWORD_PEPPER and JWT_REFRESH_PREVIOUS_SECRETS must differ/);
    expect(log).toMatch(/PASSWORD_HASH_COST: .*12/);
    const { PASSWORD_HASH_COST: _, ...badSecrets } = bad;
    for (const secret of Object.values(badSecrets).flatMap((list) => list.split(','))) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('a process starts', () => {
  /** Its configuration is right when it gets as far as to ask for the database, which is not there. */
  const goesOn = async (environment: Environment): Promise<string> => {
    const started = new HubProcess('main', { HOST: '127.0.0.1', PORT: '0', ...environment });
    await started.said(/The database is not reachable/, 50);
    expect(await started.ended).toBe(1);
    return started.log;
  };

  it('in production with good secrets, and says none of them', async () => {
    const log = await goesOn(production);
    for (const secret of Object.values(secrets)) expect(log).not.toContain(secret);
  });

  it('outside production with the built-in ones', async () => {
    await goesOn(services);
  });
});
