import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { environmentOf, type Environment, type Secrets } from './environment';
import { codeOf, PORT_NAMES, type Ports, type ServiceName } from './services';

/** What a service directory remembers between two starts; the ports are taken again when they are still free. */
export interface ServiceRecord {
  readonly ports: Ports;
  readonly secrets: Secrets;
}

export function newSecrets(): Secrets {
  const secret = (): string => randomBytes(24).toString('base64url');
  return { superuser: secret(), owner: secret(), app: secret(), redis: secret() };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** Undefined for text that is not a complete record, so that a damaged file reads like a missing one. */
export function parseRecord(text: string): ServiceRecord | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const ports: Ports = {};
  for (const name of PORT_NAMES) {
    const port = field(field(content, 'ports'), name);
    if (typeof port === 'number') {
      ports[name] = port;
    }
  }
  const [superuser, owner, app, redis] = ['superuser', 'owner', 'app', 'redis'].map((name) => {
    const secret = field(field(content, 'secrets'), name);
    return typeof secret === 'string' ? secret : undefined;
  });
  return superuser && owner && app && redis ? { ports, secrets: { superuser, owner, app, redis } } : undefined;
}

const fileOf = (directory: string): string => path.join(directory, 'services.json');

export async function readRecord(directory: string): Promise<ServiceRecord | undefined> {
  try {
    return parseRecord(await readFile(fileOf(directory), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Replaces the file as a whole: a reader sees the old or the new one. */
export async function writeRecord(
  directory: string,
  record: ServiceRecord,
  running: { pid: number; services: readonly ServiceName[] } | undefined,
): Promise<void> {
  const environment: Environment = running ? environmentOf(running.services, record.ports, record.secrets) : {};
  const content = { pid: running?.pid ?? null, ...record, environment };
  const draft = `${fileOf(directory)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, fileOf(directory));
}
