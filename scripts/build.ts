import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const stamp = join(root, 'dist', '.built');
const inputs = ['src', 'migrations', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'package.json'];

const newest = (path: string): number => {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const isFresh = (): boolean =>
  existsSync(stamp) && inputs.every((input) => newest(join(root, input)) < statSync(stamp).mtimeMs);

const lock = join(root, 'node_modules', '.cache', 'hub-build.lock');
const RETRY_MS = 200;

/** Whether the process that holds the lock lives; one that was killed has left it behind. */
const holderLives = (): boolean => {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch {
    return false;
  }
};

/** Two compilers would write over each other, so the second waits and then finds everything done. */
const aloneInThisCheckout = (work: () => void): void => {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (!holderLives()) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
};

/** Compiles the hub if anything changed since the last time. Throws with the compiler's words when it does not compile. */
export const ensureBuilt = (): void => {
  if (!isFresh()) aloneInThisCheckout(build);
};

const build = (): void => {
  if (isFresh()) return;
  const startedAt = new Date();
  process.stderr.write('Compiling…\n');
  const built = spawnSync(process.execPath, [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The hub does not compile:\n${built.stdout}${built.stderr}`);
  writeFileSync(stamp, '');
  // What is saved while the compiler runs is newer than this.
  utimesSync(stamp, startedAt, startedAt);
};

/** A compiled entry of the hub. */
export const entry = (name: 'main' | 'worker' | 'cli'): string => join(root, 'dist', 'src', `${name}.js`);

/** An import holds little, yet without a limit V8 lets garbage pile up far beyond it. In MB of heap. */
const IMPORT_HEAP_MEGABYTES = 512;

/** What Node is started with for a command of the hub. */
export const commandLine = (...command: readonly string[]): readonly string[] => [
  ...(command[0] === 'import' ? [`--max-old-space-size=${IMPORT_HEAP_MEGABYTES}`] : []),
  entry('cli'),
  ...command,
];
