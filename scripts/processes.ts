import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';

/** A process of the hub that we started, and how it ended. */
export interface Running {
  readonly name: string;
  readonly ended: Promise<number | NodeJS.Signals>;
  stop(): Promise<void>;
}

/** Starts a Node process whose output goes to a file of its own. */
export const startProcess = (
  name: string,
  commandLine: readonly string[],
  environment: NodeJS.ProcessEnv,
  logDirectory: string,
): Running => {
  mkdirSync(logDirectory, { recursive: true });
  const log = createWriteStream(path.join(logDirectory, `${name}.log`));
  // A group of its own: Ctrl-C reaches us alone, and we stop the others in order.
  const child = spawn(process.execPath, ['-r', path.join(__dirname, 'end-with-parent.js'), ...commandLine], {
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const ended = endOf(child);
  return {
    name,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

/** Runs one to its end with our own input and output. */
export const runProcess = async (commandLine: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> => {
  const child = spawn(process.execPath, commandLine, { env: environment, stdio: 'inherit' });
  const end = await endOf(child);
  if (end !== 0) throw new Error(`${commandLine.slice(1).join(' ')} failed (${end}).`);
};

/** Not only once: npm passes on the signal that the terminal has sent already. */
export const waitForInterrupt = (): Promise<'interrupted'> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('interrupted'));
  });

const endOf = (child: ChildProcess): Promise<number | NodeJS.Signals> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1));
  });
