import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Compiles the hub if anything changed since the last time. Throws with the compiler's words when it does not compile. */
export const ensureBuilt = (): void => {
  if (isFresh()) return;
  const startedAt = new Date();
  process.stderr.write('Compiling…\n');
  const built = spawnSync(process.execPath, [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The hub does not compile:\n${built.stdout}${built.stderr}`);
  writeFileSync(stamp, startedAt.toISOString());
};

/** A compiled entry of the hub. */
export const entry = (name: 'main' | 'worker' | 'cli'): string => join(root, 'dist', 'src', `${name}.js`);
