import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
 * authorization tests on it: each removal must turn them red. `--only <text>` tries those whose name holds the text,
 * `--every <n>` every n-th of them.
 */
const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: { every: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
  });
  const step = Math.max(1, Number(values.every));
  const removals = findRemovals(ROOT)
    .filter(({ name }) => name.includes(values.only))
    .filter((_, index) => index % step === 0);
  const copy = copySources();
  try {
    return await withLocalServices(
      process.env,
      async ({ environment, urls }) => tryAll(removals, copy, { ...environment, ...urls }),
      {
        ephemeral: true,
      },
    );
  } finally {
    rmSync(copy, { recursive: true });
  }
};

const tryAll = (removals: readonly Removal[], copy: string, environment: NodeJS.ProcessEnv): number => {
  for (const tests of new Set(removals.map((removal) => removal.tests))) {
    if (verdictOf(copy, tests, environment) !== 'green') throw new Error(`${tests} fails on the sources as they are.`);
  }
  const uncaught: string[] = [];
  for (const [index, removal] of removals.entries()) {
    const file = path.join(copy, removal.file);
    const original = readFileSync(file, 'utf8');
    writeFileSync(file, removal.apply(original));
    const verdict = verdictOf(copy, removal.tests, environment);
    writeFileSync(file, original);
    if (verdict !== 'red') uncaught.push(removal.name);
    process.stdout.write(`${index + 1}/${removals.length} ${WORDS[verdict]} ${removal.name}\n`);
  }
  process.stdout.write(`${removals.length - uncaught.length} of ${removals.length} removals caught\n`);
  return uncaught.length === 0 ? 0 : 1;
};

const copySources = (): string => {
  const copy = mkdtempSync(path.join(tmpdir(), 'hub-sabotage-'));
  for (const name of COPIED) cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
};

/** `broken`: nothing was tested, because the sources do not run or the time was up. */
type Verdict = 'green' | 'red' | 'broken';
const WORDS: Readonly<Record<Verdict, string>> = { red: 'caught', green: 'MISSED', broken: 'BROKEN' };

/** What Node and Nest say of sources that do not run at all. */
const DOES_NOT_RUN = /SyntaxError|ReferenceError|Cannot find module|Nest can't resolve|is not a function/;

const verdictOf = (copy: string, tests: string, environment: NodeJS.ProcessEnv): Verdict => {
  const result = path.join(copy, 'result.json');
  rmSync(result, { force: true });
  const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const select = ['--selectProjects', 'api', '--testPathPatterns', tests];
  spawnSync(process.execPath, [jest, ...select, '--silent', '--json', '--outputFile', result], {
    cwd: copy,
    env: { ...process.env, ...environment },
    stdio: 'ignore',
    timeout: LONGEST_RUN_MS,
  });
  if (!existsSync(result)) return 'broken';
  const text = readFileSync(result, 'utf8');
  const { numFailedTests, numRuntimeErrorTestSuites }: Record<string, number> = JSON.parse(text);
  if (numRuntimeErrorTestSuites || DOES_NOT_RUN.test(text)) return 'broken';
  return numFailedTests ? 'red' : 'green';
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
