import { spawn } from 'node:child_process';
import { ensureBuilt, entry } from '../../scripts/build';
import { cleanEnvironment } from '../../scripts/local-services/commands';
import type { Environment } from './services-probes';
import { until } from './until';

let isBuilt = false;

/** All processes of a test file run the same code, whatever is edited meanwhile. */
const buildOnce = (): void => {
  if (!isBuilt) ensureBuilt();
  isBuilt = true;
};

/** How a process ended: its exit code, or the name of the signal that killed it. */
export type End = number | NodeJS.Signals;

/** A compiled process of the hub, started as it is in production: it knows its environment and nothing else. */
export class HubProcess {
  readonly ended: Promise<End>;
  end: End | undefined;
  private output = '';
  private readonly child;

  constructor(
    name: 'main' | 'worker' | 'cli',
    environment: Environment,
    parameters: readonly string[] = [],
    input?: string,
  ) {
    buildOnce();
    this.child = spawn(process.execPath, [entry(name), ...parameters], {
      env: { ...cleanEnvironment(), AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdin.end(input);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('close', (code, signal) => resolve((this.end = code ?? signal ?? 1)));
    });
  }

  get pid(): number {
    return this.child.pid ?? Number.NaN;
  }

  /** Everything it wrote so far. */
  get log(): string {
    return this.output;
  }

  /** Resolves with what the pattern caught once the process has written it; fails when the process ends before. */
  async said(pattern: RegExp, seconds = 60): Promise<RegExpExecArray> {
    const caught = (): RegExpExecArray | null => pattern.exec(this.output);
    await until(`it says ${pattern}`, () => caught() !== null || this.end !== undefined, seconds);
    const found = caught();
    if (!found) throw new Error(`It ended (${this.end}) and never said ${pattern}:\n${this.output}`);
    return found;
  }

  send(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Sends the signal and answers how the process ended and how many milliseconds that took. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<{ end: End; milliseconds: number }> {
    const startedAt = performance.now();
    this.send(signal);
    return { end: await this.ended, milliseconds: performance.now() - startedAt };
  }
}

/** The API on a free port. */
export class ApiProcess extends HubProcess {
  private address = '';

  constructor(environment: Environment) {
    super('main', { HOST: '127.0.0.1', PORT: '0', ...environment });
  }

  get url(): string {
    return this.address;
  }

  /** Resolves when it answers requests. */
  async untilUp(): Promise<this> {
    const [, address] = await this.said(/The API answers at (http:\/\/127\.0\.0\.1:\d+)/);
    this.address = address ?? '';
    return this;
  }
}

export class WorkerProcess extends HubProcess {
  constructor(environment: Environment) {
    super('worker', environment);
  }

  async untilUp(): Promise<this> {
    await this.said(/The worker takes jobs/);
    return this;
  }
}

/** Runs a command of the hub to its end. @param input what it finds on its standard input */
export async function runCommand(
  environment: Environment,
  parameters: readonly string[],
  input?: string,
): Promise<void> {
  const command = new HubProcess('cli', environment, parameters, input);
  if ((await command.ended) !== 0) throw new Error(`${parameters.join(' ')} failed:\n${command.log}`);
}
