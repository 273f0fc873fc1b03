import { HubProcess } from '../support/processes';
import type { Environment } from '../support/services-probes';

jest.setTimeout(60_000);

const services: Environment = {
  DATABASE_URL: 'postgres://hub_app:database-password@127.0.0.1:1/hub',
  REDIS_URL: 'redis://127.0.0.1:1',
  S3_ENDPOINT: 'http://127.0.0.1:1',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'storage-password',
  SMTP_URL: 'smtp://127.0.0.1:1',
};

const secrets: Environment = {
  PUBLIC_URL: 'https://hub.example',
  JWT_ACCESS_SECRET: 'a'.repeat(32),
  JWT_REFRESH_SECRET: 'b'.repeat(32),
  PASSWORD_PEPPER: 'c'.repeat(32),
};

const production: Environment = { ...services, ...secrets, NODE_ENV: 'production' };

/** What a process says that refuses to start: each problem on a line of its own. */
const refusal = async (environment: Environment, name: 'main' | 'worker' = 'main'): Promise<string> => {
  const started = new HubProcess(name, environment);
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

  it('in production without secrets of its own, with bad ones, or with a clock that stands still', async () => {
    const [withoutSecrets, withBadOnes] = await Promise.all([
      refusal({ ...services, NODE_ENV: 'production', HUB_NOW: '2026-04-10T12:00:00Z' }),
      refusal({ ...production, JWT_ACCESS_SECRET: 'short', PASSWORD_PEPPER: secrets['JWT_REFRESH_SECRET'] ?? '' }),
    ]);
    for (const variable of Object.keys(secrets)) expect(withoutSecrets).toContain(`${variable} is missing`);
    expect(withoutSecrets).toMatch(/HUB_NOW .*refused in production/);
    expect(withBadOnes).toMatch(/JWT_ACCESS_SECRET: .*32/);
    expect(withBadOnes).toMatch(/must differ/);
    expect(withoutSecrets + withBadOnes).not.toMatch(/password@|storage-password|short\b/);
  });
});
