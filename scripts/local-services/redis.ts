import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Redis } from 'ioredis';
import { cleanEnvironment } from './commands';
import { untilAnswers, type ServiceContext, type ServiceDefinition } from './managed-service';
import { requireRedis } from './redis-install';
import { HOST, type Ports } from './services';

const dataDirectoryOf = (context: ServiceContext): string => path.join(context.directory, 'redis');

/** The configuration goes in through standard input, so that the password is in no process list and no second file. */
function configurationOf(context: ServiceContext, ports: Ports): string {
  return [
    `bind ${HOST}`,
    `port ${ports.redis}`,
    `requirepass ${context.secrets.redis}`,
    `dir ${JSON.stringify(dataDirectoryOf(context))}`,
    'daemonize no',
    'maxmemory-policy noeviction',
    'save ""',
    `appendonly ${context.ephemeral ? 'no' : 'yes'}`,
    '',
  ].join('\n');
}

/** Sends one command; throws when nobody answers or the password is not accepted, as by another Redis on that port. */
export async function redisCommand(
  port: number | undefined,
  password: string,
  command: string,
  ...rest: string[]
): Promise<void> {
  const client = new Redis({
    host: HOST,
    port,
    password,
    lazyConnect: true,
    enableReadyCheck: false,
    connectTimeout: 2_000,
    commandTimeout: 5_000,
    retryStrategy: () => null,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.call(command, ...rest);
  } finally {
    client.disconnect();
  }
}

export const redis: ServiceDefinition = {
  name: 'redis',
  portNames: ['redis'],
  signals: { fast: 'SIGTERM', immediate: 'SIGKILL' },

  async prepare(context) {
    await mkdir(dataDirectoryOf(context), { recursive: true, mode: 0o700 });
  },

  async launch(context, ports, log) {
    const { file, argv0 } = await requireRedis(log, context.report);
    const child = spawn(file, ['-'], { argv0, cwd: '/', env: cleanEnvironment(), stdio: ['pipe', log, log] });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(configurationOf(context, ports));
    return child;
  },

  async untilReady(context, ports, child) {
    const signal = new AbortController();
    child.once('exit', () => signal.abort());
    await untilAnswers(async () => redisCommand(ports.redis, context.secrets.redis, 'PING'), signal.signal);
  },

  async flush(context, ports) {
    await redisCommand(ports.redis, context.secrets.redis, 'FLUSHALL');
  },
};
