import { BUCKET, HOST, SERVICE_NAMES, type Ports, type ServiceName } from './services';

export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  readonly redis: string;
}

export type Environment = Record<string, string>;

/** Variables that say that a service is run by somebody else. An S3 service of a cloud needs no endpoint, only a bucket. */
const EXTERNAL_WHEN_SET: Record<ServiceName, readonly string[]> = {
  postgres: ['DATABASE_URL'],
  redis: ['REDIS_URL'],
  storage: ['S3_ENDPOINT', 'S3_BUCKET'],
  mail: ['SMTP_URL'],
};

export function missingServices(environment: NodeJS.ProcessEnv): ServiceName[] {
  return SERVICE_NAMES.filter((name) => !EXTERNAL_WHEN_SET[name].some((variable) => Boolean(environment[variable])));
}

export function databaseUrl(role: string, password: string, port: number | undefined, database: string): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@${HOST}:${port}/${database}`;
}

const VARIABLES: Record<ServiceName, (ports: Ports, secrets: Secrets) => Environment> = {
  postgres: (ports, secrets) => ({
    DATABASE_URL: databaseUrl('hub_app', secrets.app, ports.postgres, 'hub'),
    DATABASE_MIGRATION_URL: databaseUrl('hub_owner', secrets.owner, ports.postgres, 'hub'),
  }),
  redis: (ports, secrets) => ({ REDIS_URL: `redis://:${encodeURIComponent(secrets.redis)}@${HOST}:${ports.redis}` }),
  // s3rver knows exactly this one pair of keys.
  storage: (ports) => ({
    S3_ENDPOINT: `http://${HOST}:${ports.storage}`,
    S3_REGION: 'us-east-1',
    S3_BUCKET: BUCKET,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
    S3_FORCE_PATH_STYLE: 'true',
  }),
  mail: (ports) => ({ SMTP_URL: `smtp://${HOST}:${ports.mail}` }),
};

/** What the application has to be told to use these services. */
export function environmentOf(names: readonly ServiceName[], ports: Ports, secrets: Secrets): Environment {
  return Object.fromEntries(names.flatMap((name) => Object.entries(VARIABLES[name](ports, secrets))));
}

/** Pages for people. */
export function urlsOf(names: readonly ServiceName[], ports: Ports): Environment {
  return names.includes('mail') ? { MAIL_CATCHER_URL: `http://${HOST}:${ports.mailPage}` } : {};
}
