import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { cleanEnvironment, run } from './commands';
import { databaseUrl } from './environment';
import { untilAnswers, type ServiceContext, type ServiceDefinition } from './managed-service';
import { chooseUser, findPostgres, type RunAs } from './postgres-binaries';
import { HOST, type Ports } from './services';

const SETTINGS = {
  always: {
    listen_addresses: HOST,
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
  },
  persistent: { shared_buffers: '256MB', max_wal_size: '2GB' },
  // Data that nobody keeps needs no protection from a power cut.
  // Without autovacuum, whose workers belong to the superuser: they would keep owners from dropping test databases.
  ephemeral: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' },
};

const dataDirectoryOf = (context: ServiceContext): string => path.join(context.directory, 'postgres');

async function commandOf(context: ServiceContext, name: 'initdb' | 'postgres'): Promise<[string, string[], RunAs]> {
  const binaries = await findPostgres();
  const user = await chooseUser([binaries[name], dataDirectoryOf(context)]);
  const [command = binaries[name], ...rest] = [...user.prefix, binaries[name]];
  return [command, rest, user];
}

/** The data directory appears under its name only when it is complete. */
async function createCluster(context: ServiceContext, log: number): Promise<void> {
  const target = dataDirectoryOf(context);
  if (existsSync(target)) {
    return;
  }
  const draft = `${target}.new`;
  const passwordFile = `${target}.password`;
  const [command, parameters, user] = await commandOf(context, 'initdb');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, context.secrets.superuser, { mode: 0o600 });
  if (user.owner) {
    await Promise.all([draft, passwordFile].map((file) => chown(file, user.owner?.uid ?? 0, user.owner?.gid ?? 0)));
  }
  try {
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const speed = ['--no-instructions', ...(context.ephemeral ? ['--no-sync'] : [])];
    const all = [...parameters, `--pgdata=${draft}`, ...locale, ...access, ...speed];
    await run(command, all, { log, cwd: '/', ...user.spawn });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, target);
}

function superuserClient(context: ServiceContext, ports: Ports, database: string): Client {
  const connectionString = databaseUrl('postgres', context.secrets.superuser, ports.postgres, database);
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  // A connection that breaks fails its query; without a listener it would end the supervisor too.
  client.on('error', () => undefined);
  return client;
}

async function withSuperuser(
  context: ServiceContext,
  ports: Ports,
  database: string,
  use: (client: Client) => Promise<void>,
): Promise<void> {
  const client = superuserClient(context, ports, database);
  try {
    await client.connect();
    await use(client);
  } finally {
    await client.end();
  }
}

async function exists(client: Client, query: string): Promise<boolean> {
  return (await client.query(query)).rows.length > 0;
}

/** The owner migrates; the application's role gets what migrations grant it, and may create nothing. */
async function createRolesAndDatabase(context: ServiceContext, ports: Ports): Promise<void> {
  const { owner, app } = context.secrets;
  await withSuperuser(context, ports, 'postgres', async (client) => {
    const roles = { hub_owner: `LOGIN CREATEDB PASSWORD '${owner}'`, hub_app: `LOGIN PASSWORD '${app}'` };
    for (const [role, attributes] of Object.entries(roles)) {
      const known = await exists(client, `SELECT 1 FROM pg_roles WHERE rolname = '${role}'`);
      await client.query(`${known ? 'ALTER' : 'CREATE'} ROLE ${role} ${attributes}`);
    }
    // Lets the owner drop a test database to which the application is still connected.
    await client.query('GRANT hub_app TO hub_owner');
    if (!(await exists(client, `SELECT 1 FROM pg_database WHERE datname = 'hub'`))) {
      await client.query('CREATE DATABASE hub OWNER hub_owner');
    }
  });
  await withSuperuser(context, ports, 'hub', async (client) => {
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  });
}

export const postgres: ServiceDefinition = {
  name: 'postgres',
  portNames: ['postgres'],
  signals: { fast: 'SIGINT', immediate: 'SIGQUIT' },
  prepare: createCluster,

  async launch(context, ports, log) {
    const [command, parameters, user] = await commandOf(context, 'postgres');
    const settings = { ...SETTINGS.always, ...(context.ephemeral ? SETTINGS.ephemeral : SETTINGS.persistent) };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return spawn(command, [...parameters, '-D', dataDirectoryOf(context), '-p', `${ports.postgres}`, ...options], {
      cwd: '/',
      env: cleanEnvironment(),
      stdio: ['ignore', log, log],
      ...user.spawn,
    });
  },

  async untilReady(context, ports, child) {
    const signal = new AbortController();
    child.once('exit', () => signal.abort());
    await untilAnswers(
      async () => withSuperuser(context, ports, 'postgres', async (client) => void (await client.query('SELECT 1'))),
      signal.signal,
    );
  },

  provision: createRolesAndDatabase,
};
