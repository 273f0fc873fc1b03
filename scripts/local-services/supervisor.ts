import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, rm, truncate } from 'node:fs/promises';
import type { Server, Socket } from 'node:net';
import path from 'node:path';
import { cleanEnvironment, PROJECT_DIRECTORY, typeScript } from './commands';
import { environmentOf, urlsOf } from './environment';
import { ManagedService, type ServiceContext, type ServiceDefinition } from './managed-service';
import { isRequest, onMessage, send, type Request } from './messages';
import { mail, storage } from './node-service';
import { stopOrphans } from './orphans';
import { postgres } from './postgres';
import { newSecrets, readRecord, writeRecord } from './record';
import { redis } from './redis';
import { messageOf, type Ports, type ServiceName } from './services';
import { claimSocket, socketPathOf } from './socket-claim';

const DEFINITIONS: Record<ServiceName, ServiceDefinition> = { postgres, redis, storage, mail };
/** Milliseconds until a supervisor ends to which nobody ever came. */
const FIRST_LEASE_WITHIN = 5_000;

/** Lives when the supervisor is killed: its standard input ends without the word that an orderly end sends. */
function startGuard(directory: string, kind: string): ChildProcess {
  const afterKill = [process.execPath, ...typeScript('after-kill.ts'), directory, kind];
  const guard = spawn('/bin/sh', ['-c', 'read -r word || exec "$@"', 'guard', ...afterKill], {
    detached: true,
    cwd: PROJECT_DIRECTORY,
    env: cleanEnvironment(),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  guard.stdin?.on('error', () => undefined);
  return guard;
}

/** Runs the services of one directory for as long as somebody holds a lease, which is an open connection. */
class Supervisor {
  private readonly leases = new Set<Socket>();
  private readonly services = new Map<ServiceName, ManagedService>();
  private context: ServiceContext | undefined;
  private work: Promise<unknown> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly directory: string,
    private readonly ephemeral: boolean,
  ) {}

  async run(): Promise<void> {
    await mkdir(path.join(this.directory, 'logs'), { recursive: true, mode: 0o700 });
    // PostgreSQL runs as another user when this is root, and has to pass through.
    await chmod(this.directory, process.getuid?.() === 0 ? 0o711 : 0o700);
    const server = await claimSocket(socketPathOf(this.directory), (socket) => this.onConnection(socket));
    if (!server) {
      process.exit(0);
    }
    await truncate(path.join(this.directory, 'logs/supervisor.log')).catch(() => undefined);
    const guard = startGuard(this.directory, this.ephemeral ? 'ephemeral' : 'persistent');
    const stop = (): void => void this.shutDown(server, guard);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, stop);
    }
    this.onLastLeaseGone = stop;
    setTimeout(() => {
      if (this.leases.size === 0) {
        stop();
      }
    }, FIRST_LEASE_WITHIN).unref();
  }

  private onLastLeaseGone: () => void = () => undefined;

  private onConnection(socket: Socket): void {
    socket.on('error', () => undefined);
    socket.on('close', () => this.endLease(socket));
    onMessage(socket, isRequest, (request) => void this.handle(socket, request));
  }

  private endLease(socket: Socket): void {
    if (this.leases.delete(socket) && this.leases.size === 0) {
      this.onLastLeaseGone();
    }
  }

  /** A stopping supervisor answers nobody: its end closes the connection, and the client turns to the next one. */
  private async handle(socket: Socket, request: Request): Promise<void> {
    if (this.isStopping) {
      return;
    }
    switch (request.kind) {
      case 'lease':
        this.leases.add(socket);
        return this.provide(socket, request.services);
      case 'control':
        return this.control(socket, request);
      case 'release':
        this.endLease(socket);
        if (this.leases.size > 0) {
          socket.end();
        }
    }
  }

  private async provide(socket: Socket, names: readonly ServiceName[]): Promise<void> {
    try {
      await this.inOrder(async () => this.ensure(names));
      send(socket, { kind: 'ready', ...this.description(names) });
    } catch (error) {
      send(socket, { kind: 'failed', text: messageOf(error) });
    }
  }

  private async control(socket: Socket, request: Extract<Request, { kind: 'control' }>): Promise<void> {
    const { id, service: name, action, mode } = request;
    try {
      const service = this.services.get(name);
      if (!this.ephemeral || !service) {
        throw new Error(`${name} cannot be controlled: it is not a running service of a temporary directory`);
      }
      await this.inOrder(async () => (action === 'stop' ? service.stop(mode) : service[action]()));
      send(socket, { kind: 'done', id });
    } catch (error) {
      send(socket, { kind: 'done', id, error: messageOf(error) });
    }
  }

  /** One change at a time. */
  private async inOrder<T>(change: () => Promise<T>): Promise<T> {
    const result = this.work.then(change);
    this.work = result.catch(() => undefined);
    return result;
  }

  /** The first lease cleans up behind a killed predecessor; each starts what it needs and is not running. */
  private async ensure(names: readonly ServiceName[]): Promise<void> {
    const { context, ports } = await this.prepare();
    for (const name of names) {
      const known = this.services.get(name);
      this.services.set(name, known ?? new ManagedService(DEFINITIONS[name], context, ports));
    }
    const outcomes = await Promise.allSettled(names.map(async (name) => this.services.get(name)?.start()));
    await this.remember(true);
    const problems = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [messageOf(outcome.reason)] : []));
    if (problems.length > 0) {
      throw new Error(problems.join('\n\n'));
    }
  }

  private async prepare(): Promise<{ context: ServiceContext; ports: Ports }> {
    const known = await readRecord(this.directory);
    const record = known ?? { ports: {}, secrets: newSecrets() };
    if (!this.context) {
      await stopOrphans(this.directory, this.ephemeral);
      if (!known) {
        await writeRecord(this.directory, record, undefined);
      }
      const report = (text: string): void => this.leases.forEach((lease) => send(lease, { kind: 'progress', text }));
      this.context = { directory: this.directory, ephemeral: this.ephemeral, secrets: record.secrets, report };
    }
    return { context: this.context, ports: record.ports };
  }

  private allPorts(): Ports {
    return Object.fromEntries([...this.services.values()].flatMap(({ ports }) => Object.entries(ports)));
  }

  private description(names: readonly ServiceName[]): {
    environment: Record<string, string>;
    urls: Record<string, string>;
  } {
    const ports = this.allPorts();
    const environment = this.context ? environmentOf(names, ports, this.context.secrets) : {};
    return { environment, urls: urlsOf(names, ports) };
  }

  private async remember(isRunning: boolean): Promise<void> {
    if (this.context) {
      const known = await readRecord(this.directory);
      const record = { ports: { ...known?.ports, ...this.allPorts() }, secrets: this.context.secrets };
      const services = [...this.services.keys()];
      await writeRecord(this.directory, record, isRunning ? { pid: process.pid, services } : undefined);
    }
  }

  /** The socket stays until everything has stopped, so that no second supervisor can begin before. */
  private async shutDown(server: Server, guard: ChildProcess): Promise<void> {
    if (this.isStopping) {
      return;
    }
    this.isStopping = true;
    await this.work;
    const mode = this.ephemeral ? 'immediate' : 'fast';
    await Promise.all([...this.services.values()].map(async (service) => service.stop(mode)));
    if (this.ephemeral) {
      await rm(this.directory, { recursive: true, force: true });
    } else {
      await this.remember(false);
    }
    server.close();
    guard.stdin?.end('done\n', () => process.exit(0));
  }
}

const [directory = '', kind] = process.argv.slice(2);
void new Supervisor(directory, kind === 'ephemeral').run();
