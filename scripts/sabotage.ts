import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withLocalServices } from './local-services';
import { findRemovals, type Removal } from './sabotage/removals';

const ROOT = path.join(__dirname, '..');
const COPIED = [
  'src',
  'migrations',
  'scripts',
  'test',
  'package.json',
  'tsconfig.json',
  'jest.config.js',
  'openapi.json',
];
const LONGEST_RUN_MS = 180_000;

/**
 * Takes every guard, declared permission and ownership check out of a copy of the sources, one at a time, and runs the
 * authorization tests on it: each removal must turn them red. `--every <n>` tries every n-th only.
 */
const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { every: { type: 'string', default: '1' } } });
  const step = Math.max(1, Number(values.every));
  const removals = findRemovals(ROOT).filter((_, index) => index % step === 0);
  const copy = copySources();
  try {
    return await withLocalServices(process.env, async ({ environment }) => tryAll(removals, copy, environment), {
      ephemeral: true,
    });
  } finally {
    rmSync(copy, { recursive: true });
  }
};

const tryAll = (removals: readonly Removal[], copy: string, environment: NodeJS.ProcessEnv): number => {
  for (const tests of new Set(removals.map((removal) => removal.tests))) {
    if (!isGreen(copy, tests, environment)) throw new Error(`${tests} fails on the sources as they are.`);
  }
  const missed: string[] = [];
  for (const [index, removal] of removals.entries()) {
    const file = path.join(copy, removal.file);
    const original = readFileSync(file, 'utf8');
    writeFileSync(file, removal.apply(original));
    const isCaught = !isGreen(copy, removal.tests, environment);
    writeFileSync(file, original);
    if (!isCaught) missed.push(removal.name);
    process.stdout.write(`${index + 1}/${removals.length} ${isCaught ? 'caught' : 'MISSED'} ${removal.name}\n`);
  }
  process.stdout.write(`${removals.length - missed.length} of ${removals.length} removals caught\n`);
  return missed.length === 0 ? 0 : 1;
};

const copySources = (): string => {
  const copy = mkdtempSync(path.join(tmpdir(), 'hub-sabotage-'));
  for (const name of COPIED) cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
};

const isGreen = (copy: string, tests: string, environment: NodeJS.ProcessEnv): boolean => {
  const parameters = ['--selectProjects', 'api', '--testPathPatterns', tests, '--bail', '--silent'];
  const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(process.execPath, [jest, ...parameters], {
    cwd: copy,
    env: { ...process.env, ...environment },
    stdio: 'ignore',
    timeout: LONGEST_RUN_MS,
  });
  return status === 0;
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
