import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cleanEnvironment, PROJECT_DIRECTORY, typeScript } from './commands';
import { LocalServicesError } from './services';
import { socketPathOf, tryConnect } from './socket-claim';

const MAX_SUPERVISORS = 5;

/** Milliseconds. */
const CONNECT_INTERVAL = 20;

/** Supervisors that lose against an older one end with 0; then the older one answers the next connection. */
export class SupervisorConnector {
  private child: ChildProcess | undefined;
  private started = 0;

  constructor(
    private readonly directory: string,
    private readonly ephemeral: boolean,
  ) {}

  async connect(): Promise<Socket> {
    for (;;) {
      const socket = await tryConnect(socketPathOf(this.directory));
      if (socket) {
        return socket;
      }
      await this.ensureStarting();
      await pause(CONNECT_INTERVAL);
    }
  }

  private async ensureStarting(): Promise<void> {
    if (this.child && this.child.exitCode === null && this.child.signalCode === null) {
      return;
    }
    const logFile = path.join(this.directory, 'logs/supervisor.log');
    if (this.started >= MAX_SUPERVISORS || (this.child && this.child.exitCode !== 0)) {
      const log = await readFile(logFile, 'utf8').catch(() => '');
      throw new LocalServicesError(`The local services could not be started.\n${log.trimEnd().slice(-2_000)}`);
    }
    this.started += 1;
    await mkdir(path.dirname(logFile), { recursive: true, mode: 0o700 });
    const log = openSync(logFile, 'a', 0o600);
    const parameters = [this.directory, this.ephemeral ? 'ephemeral' : 'persistent'];
    this.child = spawn(process.execPath, [...typeScript('supervisor.ts'), ...parameters], {
      detached: true,
      cwd: PROJECT_DIRECTORY,
      env: cleanEnvironment(),
      stdio: ['ignore', log, log],
    });
    this.child.unref();
    closeSync(log);
  }
}
