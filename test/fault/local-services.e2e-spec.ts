import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { acquireLocalServices, type LocalServices } from '../../scripts/local-services/index';
import {
  eventually,
  isGone,
  mailAndReadPage,
  query,
  redis,
  storeAndReadBack,
  type Environment,
} from '../support/services-probes';

interface Holder {
  readonly process: ChildProcess;
  readonly directory: string;
  readonly environment: Environment;
}

/** Another program that holds the services and knows of no end. */
async function startHolder(): Promise<Holder> {
  const code = `require('./scripts/local-services/index').acquireLocalServices({ ephemeral: true }).then((services) =>
    console.log([services.directory, ...Object.entries({ ...services.environment, ...services.urls }).flat()].join(' ')))`;
  const child = spawn(process.execPath, ['-r', '@swc-node/register', '-e', code], {
    cwd: path.resolve(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const [directory = '', ...words] = line.split(' ');
  const environment: Environment = {};
  for (let n = 0; n + 1 < words.length; n += 2) {
    environment[words[n] ?? ''] = words[n + 1] ?? '';
  }
  return { process: child, directory, environment };
}

async function killSupervisor(services: LocalServices): Promise<void> {
  const record = await readFile(path.join(services.directory, 'services.json'), 'utf8');
  process.kill(Number(/"pid": (\d+)/.exec(record)?.[1]), 'SIGKILL');
  await services.ended;
}

const held: LocalServices[] = [];
const holders: Holder[] = [];
const folders: string[] = [];

const acquire = async (directory?: string): Promise<LocalServices> => {
  const ephemeral = directory === undefined;
  const services = await acquireLocalServices({ directory, ephemeral, services: ['postgres', 'redis'] });
  held.push(services);
  return services;
};

const createFolder = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hub-checkout-'));
  folders.push(folder);
  return folder;
};

afterEach(async () => {
  holders.splice(0).forEach((holder) => holder.process.kill('SIGKILL'));
  await Promise.all(held.splice(0).map(async (services) => services.release()));
  await Promise.all(folders.splice(0).map(async (folder) => rm(folder, { recursive: true, force: true })));
});

describe('local services', () => {
  it('answer, and leave nothing behind when their holder is killed', async () => {
    const holder = await startHolder();
    holders.push(holder);
    const { directory, environment } = holder;
    expect(await query(environment, 'SELECT current_user AS name')).toEqual([{ name: 'hub_owner' }]);
    expect(await redis(environment, 'CONFIG', 'GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    expect(await storeAndReadBack(environment, 'Größe')).toBe('Größe');
    expect(await mailAndReadPage(environment, 'Your matches')).toContain('owner@example.test');

    holder.process.kill('SIGKILL');
    await eventually(async () => !existsSync(directory) && (await isGone(directory, environment)));
  });

  it('run side by side, break and come back one by one', async () => {
    const [one, other] = await Promise.all([acquire(), acquire()]);
    await Promise.all([redis(one.environment, 'SET', 'name', 'one'), redis(other.environment, 'SET', 'name', 'other')]);

    await one.redis.stop('immediate');
    await expect(redis(one.environment, 'PING')).rejects.toThrow();
    expect(await redis(other.environment, 'GET', 'name')).toBe('other');
    await one.redis.start();
    expect(await redis(one.environment, 'PING')).toBe('PONG');

    await other.redis.flush();
    expect(await redis(other.environment, 'GET', 'name')).toBeNull();

    for (const mode of ['fast', 'immediate'] as const) {
      await one.postgres.stop(mode);
      await expect(query(one.environment, 'SELECT 1')).rejects.toThrow();
      await one.postgres.start();
      expect(await query(one.environment, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    }
  });

  it('are shared by all who start at once in one directory, and end with the last', async () => {
    const folder = await createFolder();
    const [first, second, third] = await Promise.all([acquire(folder), acquire(folder), acquire(folder)]);
    expect(second.environment).toEqual(first.environment);
    expect(third.environment).toEqual(first.environment);

    await Promise.all([first.release(), second.release()]);
    expect(await query(third.environment, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await third.release();
    expect(await isGone(folder, { ...third.environment, ...third.urls })).toBe(true);
  });
});

describe('local services whose supervisor was killed', () => {
  it('start again with their data', async () => {
    const folder = await createFolder();
    const before = await acquire(folder);
    await query(before.environment, `CREATE TABLE kept AS SELECT 'a row' AS content`);
    await redis(before.environment, 'SET', 'kept', 'a value');

    await killSupervisor(before);
    const after = await acquire(folder);
    expect(await query(after.environment, 'SELECT content FROM kept')).toEqual([{ content: 'a row' }]);
    expect(await redis(after.environment, 'GET', 'kept')).toBe('a value');
    await expect(after.redis.flush()).rejects.toThrow(/cannot be controlled/);
  });

  it('end and vanish in a temporary directory', async () => {
    const services = await acquire();
    await killSupervisor(services);
    await eventually(
      async () => !existsSync(services.directory) && (await isGone(services.directory, services.environment)),
    );
  });
});
