import { randomBytes } from 'node:crypto';
import { AuthConfig } from './auth.config';
import { DatabaseConfig } from './database.config';
import { EncryptionConfig } from './encryption.config';
import { ConfigurationError, loadConfiguration } from './load-config';
import { RuntimeConfig } from './runtime.config';

const classes = [RuntimeConfig, DatabaseConfig, AuthConfig, EncryptionConfig];

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    loadConfiguration(classes, environment);
    return [];
  } catch (error) {
    return error instanceof ConfigurationError ? error.problems : [String(error)];
  }
};

/** The variables that these problems are about. */
const namesIn = (problems: readonly string[]): readonly (string | undefined)[] => [
  ...new Set(problems.map((problem) => problem.split(/[ :]/, 1)[0])),
];

const DATABASE_URL = 'postgres://hub_app:secret@localhost:5432/hub';

const aSecret = (): string => randomBytes(48).toString('base64');

const secretNames = ['JWT_ACCESS_SECRET', 'JWT_REFRESH_SECRET', 'PASSWORD_PEPPER', 'ENCRYPTION_KEYS'];

const inProduction = (changes: Record<string, string> = {}): Record<string, string> => ({
  ...{ NODE_ENV: 'production', DATABASE_URL, PUBLIC_URL: 'https://hub.example' },
  ...Object.fromEntries(secretNames.map((name) => [name, aSecret()])),
  ...changes,
});

describe('the configuration', () => {
  it('needs little in development', () => {
    const configuration = loadConfiguration(classes, { DATABASE_URL, PORT: '8010' });
    expect(configuration.get(RuntimeConfig)).toMatchObject({ port: 8010, isProduction: false });
    expect(configuration.get(DatabaseConfig)).toMatchObject({ url: DATABASE_URL, poolSize: 20 });
    const auth = configuration.get(AuthConfig);
    expect(auth).toMatchObject({ previousAccessSecrets: [], previousRefreshSecrets: [], passwordMinLength: 8 });
    expect(auth.demandsSecondFactor('admin')).toBe(false);
  });

  it('names everything that is wrong at once, and no value', () => {
    const problems = problemsOf({
      PORT: 'http',
      DATABASE_POOL_SIZE: '50',
      HUB_NOW: 'yesterday',
      JWT_ACCESS_SECRET: 'short-one',
      JWT_REFRESH_PREVIOUS_SECRETS: 'short-two,short-three',
      ENCRYPTION_KEYS: `${aSecret()},short-four`,
      PASSWORD_MIN_LENGTH: '7',
      MFA_REQUIRED_ROLES: 'admin,everybody',
    });
    expect(namesIn(problems)).toEqual([
      'PORT',
      'HUB_NOW',
      'DATABASE_URL',
      'DATABASE_POOL_SIZE',
      'JWT_ACCESS_SECRET',
      'JWT_REFRESH_PREVIOUS_SECRETS',
      'PASSWORD_MIN_LENGTH',
      'MFA_REQUIRED_ROLES',
      'ENCRYPTION_KEYS',
    ]);
    expect(problems.join()).not.toMatch(/short-|everybody|yesterday/);
  });

  it.each(['production', 'production ', ' production\r'])('has no secrets of its own for %j', (NODE_ENV) => {
    const problems = problemsOf({ NODE_ENV, DATABASE_URL, PUBLIC_URL: 'https://hub.example' });
    expect(namesIn(problems)).toEqual(secretNames);
    expect(problems.every((problem) => problem.includes(' is missing: '))).toBe(true);
  });

  it('refuses a stopped clock in production', () => {
    expect(problemsOf(inProduction({ HUB_NOW: '2026-04-10T12:00:00Z' })).join()).toMatch(/refused in production/);
  });

  it('asks for a second factor where much can be done, unless it is told otherwise', () => {
    const demanding = (changes: Record<string, string>): AuthConfig =>
      loadConfiguration(classes, inProduction(changes)).get(AuthConfig);
    expect(demanding({}).mfaRequiredRoles).toEqual(['admin', 'government_official']);
    expect(demanding({}).demandsSecondFactor('admin')).toBe(true);
    expect(demanding({}).demandsSecondFactor('viewer')).toBe(false);
    expect(demanding({ MFA_REQUIRED_ROLES: 'none' }).demandsSecondFactor('admin')).toBe(false);
  });

  it('takes cheap hashes for tests, and not in production', () => {
    expect(problemsOf({ DATABASE_URL, PASSWORD_HASH_COST: '4' })).toEqual([]);
    expect(namesIn(problemsOf(inProduction({ PASSWORD_HASH_COST: '11' })))).toEqual(['PASSWORD_HASH_COST']);
    expect(problemsOf(inProduction({ PASSWORD_HASH_COST: '12' }))).toEqual([]);
    expect(namesIn(problemsOf({ DATABASE_URL, PASSWORD_HASH_COST: '16' }))).toEqual(['PASSWORD_HASH_COST']);
  });
});

describe('the secrets of production', () => {
  it.each([
    ['base64', () => aSecret()],
    ['hexadecimal', () => randomBytes(32).toString('hex')],
    ['the shortest hexadecimal', () => randomBytes(16).toString('hex')],
  ])('may be any random text: %s', (_, make) => {
    const environment = inProduction(Object.fromEntries(secretNames.map((name) => [name, make()])));
    expect(problemsOf({ ...environment, JWT_ACCESS_PREVIOUS_SECRETS: `${make()}, ${make()}` })).toEqual([]);
  });

  it.each([
    ['short', aSecret().slice(0, 31)],
    ['one letter', 's'.repeat(40)],
    ['a repetition', 'abcdefgh'.repeat(5)],
    ['a repeated password', 'P@ssw0rd'.repeat(5)],
    ['the alphabet', 'abcdefghijklmnopqrstuvwxyz012345'],
    ['a keyboard', 'qwertyuiopasdfghjklzxcvbnm123456'],
    ['the value of development', 'development-only-access-secret-0123456789'],
    ['of an example', `change-me-${aSecret()}`],
    ['named after what it is', `my-jwt-secret-${aSecret()}`],
  ])('are not %s', (_, weak) => {
    const lists = ['JWT_ACCESS_PREVIOUS_SECRETS', 'JWT_REFRESH_PREVIOUS_SECRETS', 'ENCRYPTION_KEYS'];
    for (const name of [...secretNames, ...lists]) {
      const value = lists.includes(name) ? `${aSecret()},${weak}` : weak;
      const problems = problemsOf(inProduction({ [name]: value }));
      expect(namesIn(problems)).toEqual([name]);
      expect(problems.join()).not.toContain(weak);
    }
  });

  const places = [...secretNames, 'JWT_ACCESS_PREVIOUS_SECRETS', 'JWT_REFRESH_PREVIOUS_SECRETS'];
  const pairs = places.flatMap((one, index) => places.slice(index + 1).map((other) => [one, other] as const));

  it.each(pairs)('differ: %s and %s', (one, other) => {
    const secret = aSecret();
    const problems = problemsOf(inProduction({ [one]: secret, [other]: secret }));
    expect(problems).toHaveLength(1);
    expect(problems.join()).toMatch(/ must differ from each other$/);
    expect(problems.join()).toContain(one);
    expect(problems.join()).toContain(other);
    expect(problems.join()).not.toContain(secret);
  });

  it('differ within one list, and outside production too', () => {
    const secret = aSecret();
    expect(problemsOf(inProduction({ ENCRYPTION_KEYS: `${secret},${secret}` })).join()).toMatch(/must differ/);
    expect(problemsOf({ DATABASE_URL, JWT_ACCESS_SECRET: secret, PASSWORD_PEPPER: secret }).join()).toMatch(
      /must differ/,
    );
  });
});
