import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { newSecrets, parseRecord, readRecord, writeRecord } from './record';

describe('record', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'hub-record-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  const record = { ports: { postgres: 5001, redis: 5002 }, secrets: newSecrets() };

  it('is read as it was written, with and without running services', async () => {
    expect(await readRecord(directory)).toBeUndefined();
    for (const running of [undefined, { pid: 42, services: ['redis'] as const }]) {
      await writeRecord(directory, record, running);
      expect(await readRecord(directory)).toEqual(record);
    }
  });

  it('tells other programs the process and the environment, and only their owner', async () => {
    await writeRecord(directory, record, { pid: 42, services: ['redis'] });
    const file = path.join(directory, 'services.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      pid: 42,
      environment: { REDIS_URL: `redis://:${record.secrets.redis}@127.0.0.1:5002` },
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(directory)).toEqual(['services.json']);
  });

  it.each(['', '{"ports":', '[]', 'null', '{"ports":{"redis":"5002"}}'])(
    'is missing when the file holds %j',
    async (text) => {
      await writeFile(path.join(directory, 'services.json'), text);
      expect(await readRecord(directory)).toBeUndefined();
    },
  );

  it('leaves out a port that is no number', () => {
    expect(parseRecord(JSON.stringify({ ...record, ports: { redis: 'x', postgres: 1 } }))?.ports).toEqual({
      postgres: 1,
    });
  });

  it('makes other secrets each time', () => {
    const secrets = [newSecrets(), newSecrets()].flatMap((made) =>
      Object.entries(made).map(([, secret]) => String(secret)),
    );
    expect(new Set(secrets).size).toBe(8);
  });
});
