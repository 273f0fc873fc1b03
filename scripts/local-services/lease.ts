import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { localDirectory } from './commands';
import { isAnswer, onMessage, send, type Answer } from './messages';
import { LocalServicesError, SERVICE_NAMES, type ServiceName, type StopMode } from './services';
import { closed } from './socket-claim';
import { SupervisorConnector } from './supervisor-connector';

export interface AcquireOptions {
  /** Where data, logs and ports are kept. Default: `localDirectory()`, or a new temporary folder when ephemeral. */
  readonly directory?: string;
  /** Temporary data: fast instead of durable, controllable by tests, deleted with the last lease. */
  readonly ephemeral?: boolean;
  /** Default: all. */
  readonly services?: readonly ServiceName[];
  /** Receives what takes longer, such as the installation of Redis. Default: standard error. */
  readonly onProgress?: (text: string) => void;
}

/** Breaks and repairs one service of an ephemeral directory, on the same port. */
export interface ServiceControl {
  stop(mode?: StopMode): Promise<void>;
  start(): Promise<void>;
}

export interface LocalServices {
  readonly directory: string;
  readonly environment: Record<string, string>;
  /** Pages for people: `MAIL_CATCHER_URL`. */
  readonly urls: Record<string, string>;
  readonly postgres: ServiceControl;
  readonly redis: ServiceControl & { flush(): Promise<void> };
  readonly storage: ServiceControl;
  readonly mail: ServiceControl;
  /** Resolves when the connection to the supervisor has ended, by release or because the supervisor ended. */
  readonly ended: Promise<void>;
  /** Whoever releases last waits until everything has stopped. */
  release(): Promise<void>;
}

type Ready = Extract<Answer, { kind: 'ready' }>;

/** Undefined when the supervisor ended before it answered: it was stopping when we came. */
async function requestLease(
  socket: Socket,
  services: readonly ServiceName[],
  onProgress: (text: string) => void,
): Promise<Ready | undefined> {
  return new Promise((resolve, reject) => {
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(undefined));
    onMessage(socket, isAnswer, (answer) => {
      if (answer.kind === 'progress') {
        onProgress(answer.text);
      } else if (answer.kind === 'ready') {
        resolve(answer);
      } else if (answer.kind === 'failed') {
        reject(new LocalServicesError(answer.text));
      }
    });
    send(socket, { kind: 'lease', services: [...services] });
  });
}

class Lease implements LocalServices {
  readonly environment: Record<string, string>;
  readonly urls: Record<string, string>;
  readonly ended: Promise<void>;
  readonly postgres = this.controlOf('postgres');
  readonly redis = { ...this.controlOf('redis'), flush: async () => this.control('redis', 'flush', 'fast') };
  readonly storage = this.controlOf('storage');
  readonly mail = this.controlOf('mail');
  private readonly pending = new Map<number, (error: string | undefined) => void>();
  private lastId = 0;

  constructor(
    readonly directory: string,
    private readonly socket: Socket,
    ready: Ready,
  ) {
    this.environment = ready.environment;
    this.urls = ready.urls;
    this.ended = closed(socket).then(() => {
      this.pending.forEach((settle) => settle('the supervisor of the local services has ended'));
    });
    onMessage(socket, isAnswer, (answer) => {
      if (answer.kind === 'done') {
        this.pending.get(answer.id)?.(answer.error);
        this.pending.delete(answer.id);
      }
    });
  }

  async release(): Promise<void> {
    send(this.socket, { kind: 'release' });
    await this.ended;
  }

  private controlOf(service: ServiceName): ServiceControl {
    return {
      stop: async (mode = 'fast') => this.control(service, 'stop', mode),
      start: async () => this.control(service, 'start', 'fast'),
    };
  }

  private async control(service: ServiceName, action: 'start' | 'stop' | 'flush', mode: StopMode): Promise<void> {
    this.lastId += 1;
    const id = this.lastId;
    const error = await new Promise<string | undefined>((resolve) => {
      this.pending.set(id, resolve);
      send(this.socket, { kind: 'control', id, service, action, mode });
    });
    if (error !== undefined) {
      throw new LocalServicesError(error);
    }
  }
}

const printProgress = (text: string): void => void process.stderr.write(`${text}\n`);

async function chooseDirectory(options: AcquireOptions): Promise<string> {
  if (options.directory === undefined && options.ephemeral) {
    return mkdtemp(path.join(await realpath(os.tmpdir()), 'hub-services-'));
  }
  const directory = path.resolve(options.directory ?? localDirectory());
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return realpath(directory);
}

/** Joins the services of a directory, or starts them. They run until the last lease is released or its holder ends. */
export async function acquireLocalServices(options: AcquireOptions = {}): Promise<LocalServices> {
  const { ephemeral = false, services = SERVICE_NAMES, onProgress = printProgress } = options;
  const directory = await chooseDirectory(options);
  const connector = new SupervisorConnector(directory, ephemeral);
  try {
    for (;;) {
      const socket = await connector.connect();
      const ready = await requestLease(socket, services, onProgress).catch(async (error: unknown) => {
        send(socket, { kind: 'release' });
        await closed(socket);
        throw error;
      });
      if (ready) {
        return new Lease(directory, socket, ready);
      }
    }
  } catch (error) {
    if (ephemeral && options.directory === undefined) {
      await rm(directory, { recursive: true, force: true });
    }
    throw error;
  }
}
