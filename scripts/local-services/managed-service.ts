import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Secrets } from './environment';
import { choosePorts } from './ports';
import { LocalServicesError, messageOf, type PortName, type Ports, type ServiceName, type StopMode } from './services';

export interface ServiceContext {
  readonly directory: string;
  readonly ephemeral: boolean;
  readonly secrets: Secrets;
  readonly report: (text: string) => void;
}

export interface ServiceDefinition {
  readonly name: ServiceName;
  readonly portNames: readonly PortName[];
  /** Called once before the first start, with an open log file. */
  prepare?(context: ServiceContext, log: number): Promise<void>;
  launch(context: ServiceContext, ports: Ports, log: number): Promise<ChildProcess>;
  /** Resolves when the started process itself answers, not whoever else may have taken its port. */
  untilReady(context: ServiceContext, ports: Ports, child: ChildProcess): Promise<void>;
  /** Called once after the first start. */
  provision?(context: ServiceContext, ports: Ports): Promise<void>;
  readonly signals: Record<StopMode, NodeJS.Signals>;
  flush?(context: ServiceContext, ports: Ports): Promise<void>;
}

const MAX_ATTEMPTS = 6;
/** Milliseconds. */
const READY_WITHIN = 60_000;
const STOPPED_WITHIN = 10_000;
const PROBE_INTERVAL = 25;
const PORT_TAKEN = /address already in use|EADDRINUSE/i;
/** PostgreSQL says so while the last processes of a killed predecessor are still ending. */
const PREDECESSOR_ENDING = /shared memory block .* is still in use/i;

/** Asks until the probe does not throw any more. */
export async function untilAnswers(probe: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      await pause(PROBE_INTERVAL);
    }
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** One service as a child process of the supervisor. */
export class ManagedService {
  ports: Ports;
  private child: ChildProcess | undefined;
  private prepared = false;
  private provisioned = false;

  constructor(
    private readonly definition: ServiceDefinition,
    private readonly context: ServiceContext,
    remembered: Ports,
  ) {
    this.ports = remembered;
  }

  private get logFile(): string {
    return path.join(this.context.directory, 'logs', `${this.definition.name}.log`);
  }

  get isRunning(): boolean {
    return this.child !== undefined && !hasEnded(this.child);
  }

  async start(): Promise<void> {
    if (this.isRunning) {
      return;
    }
    for (let attempt = 1; ; attempt += 1) {
      const log = openSync(this.logFile, 'w', 0o600);
      try {
        await this.tryStart(log);
        return;
      } catch (error) {
        if (error instanceof LocalServicesError) {
          throw error;
        }
        const output = readFileSync(this.logFile, 'utf8');
        const isTransient = PORT_TAKEN.test(output) || PREDECESSOR_ENDING.test(output);
        if (attempt === MAX_ATTEMPTS || !isTransient) {
          throw new LocalServicesError(this.explain(error, output));
        }
        await pause(100 * attempt);
      } finally {
        closeSync(log);
      }
    }
  }

  private explain(error: unknown, output: string): string {
    const tail = output.trimEnd().split('\n').slice(-15).join('\n');
    return `${this.definition.name} could not be started: ${messageOf(error)}\n${tail}`;
  }

  private async tryStart(log: number): Promise<void> {
    const { definition, context } = this;
    if (!this.prepared) {
      await definition.prepare?.(context, log);
      this.prepared = true;
    }
    this.ports = { ...this.ports, ...(await choosePorts(definition.portNames, this.ports)) };
    const child = await definition.launch(context, this.ports, log);
    this.child = child;
    try {
      await this.untilReady(child);
      if (!this.provisioned) {
        await definition.provision?.(context, this.ports);
        this.provisioned = true;
      }
    } catch (error) {
      await this.stop('immediate');
      throw error;
    }
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const limit = AbortSignal.timeout(READY_WITHIN);
    const watch = new AbortController();
    const end = once(child, 'exit', { signal: watch.signal }).then(() => {
      throw new Error('it ended at once');
    });
    const timeout = once(limit, 'abort', { signal: watch.signal }).then(() => {
      throw new Error(`it did not answer within ${READY_WITHIN / 1000} s`);
    });
    const ready = this.definition.untilReady(this.context, this.ports, child);
    try {
      await Promise.race([ready, end, timeout]);
    } finally {
      watch.abort();
      await Promise.allSettled([end, timeout]);
    }
  }

  async stop(mode: StopMode): Promise<void> {
    const { child } = this;
    if (!child || hasEnded(child)) {
      return;
    }
    const exit = once(child, 'exit');
    child.kill(this.definition.signals[mode]);
    const killer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN);
    await exit;
    clearTimeout(killer);
  }

  async flush(): Promise<void> {
    if (!this.definition.flush) {
      throw new Error(`${this.definition.name} cannot be flushed`);
    }
    await this.definition.flush(this.context, this.ports);
  }
}
