import { execFile, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

export const PROJECT_DIRECTORY = path.resolve(__dirname, '../..');

/** Where this checkout keeps data, logs and ports, unless `HUB_LOCAL_DIRECTORY` names another folder. */
export const localDirectory = (): string =>
  path.resolve(process.env['HUB_LOCAL_DIRECTORY'] ?? path.join(PROJECT_DIRECTORY, '.local'));

const execute = promisify(execFile);

/** What a child process inherits: nothing that could redirect it, such as PGDATA, PGHOST or NODE_OPTIONS. */
export function cleanEnvironment(): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR']) {
    const value = process.env[name];
    if (value !== undefined) {
      kept[name] = value;
    }
  }
  return kept;
}

/** System tools such as `useradd` or a server are not on everybody's PATH. */
export function findCommand(name: string): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/sbin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  return folders
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export async function outputOf(command: string, parameters: readonly string[]): Promise<string> {
  const { stdout } = await execute(command, [...parameters], { env: cleanEnvironment() });
  return stdout.trim();
}

/** Runs to the end with its output in the log file; throws when it does not end with 0. */
export async function run(
  command: string,
  parameters: readonly string[],
  options: { log: number; cwd?: string; uid?: number; gid?: number; environment?: Record<string, string> },
): Promise<void> {
  const { log, environment, ...rest } = options;
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, parameters, {
      ...rest,
      env: { ...cleanEnvironment(), ...environment },
      stdio: ['ignore', log, log],
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`${command} ended with ${signal ?? code}`));
      }
    });
  });
}

/** The arguments with which Node runs one of our TypeScript files. */
export function typeScript(file: string): string[] {
  return ['-r', require.resolve('@swc-node/register'), path.join(__dirname, file)];
}
