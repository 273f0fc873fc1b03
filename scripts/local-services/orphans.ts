import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { outputOf } from './commands';
import { readRecord } from './record';
import { redisCommand } from './redis';

/** Milliseconds that PostgreSQL gets for each harder way to end. */
const PATIENCE = 5_000;

/**
 * A process number may belong to somebody else by now: only one whose command names our data directory is ours. One that has
 * ended has no command any more, even while nobody has collected it.
 */
async function isPostmasterOf(dataDirectory: string, pid: number): Promise<boolean> {
  const command = await outputOf('ps', ['-ww', '-o', 'command=', '-p', `${pid}`]).catch(() => '');
  return command.includes(`-D ${dataDirectory} `);
}

async function hasEnded(dataDirectory: string, pid: number): Promise<boolean> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(50)) {
    if (!(await isPostmasterOf(dataDirectory, pid))) {
      return true;
    }
  }
  return false;
}

async function stopPostgres(directory: string, ephemeral: boolean): Promise<void> {
  const dataDirectory = path.join(directory, 'postgres');
  const lockFile = path.join(dataDirectory, 'postmaster.pid');
  const pid = Number((await readFile(lockFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (pid > 1 && (await isPostmasterOf(dataDirectory, pid))) {
    for (const signal of ephemeral ? (['SIGQUIT', 'SIGKILL'] as const) : (['SIGINT', 'SIGQUIT', 'SIGKILL'] as const)) {
      process.kill(pid, signal);
      if (await hasEnded(dataDirectory, pid)) {
        break;
      }
    }
  }
  await rm(lockFile, { force: true });
}

/** A Redis that accepts the secret of this directory is the one of this directory. */
async function stopRedis(directory: string): Promise<void> {
  const record = await readRecord(directory);
  if (record?.ports.redis) {
    // It answers a shutdown by closing the connection, so success looks like a failure.
    await redisCommand(record.ports.redis, record.secrets.redis, 'SHUTDOWN').catch(() => undefined);
  }
}

/** Ends what a killed supervisor left running. The storage and mail processes end with their supervisor by themselves. */
export async function stopOrphans(directory: string, ephemeral: boolean): Promise<void> {
  await Promise.all([stopPostgres(directory, ephemeral), stopRedis(directory)]);
}
