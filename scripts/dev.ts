import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { commandLine, entry } from './build';
import { withLocalServices } from './local-services';
import { runProcess, waitForInterrupt } from './processes';

const root = path.join(__dirname, '..');
const COMPILER = [path.join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', '--watch', '--preserveWatchOutput'];
/** What the compiler says when the first build is done. */
const COMPILED = /Found 0 errors\. Watching/;

/** The hub with local services; whatever is changed is compiled at once, and API and worker start anew. */
const develop = async (): Promise<void> => {
  const interrupted = waitForInterrupt();
  await withLocalServices(process.env, async ({ environment, urls }) => {
    const port = environment['PORT'] ?? '8000';
    const local = { ...environment, PORT: port, HOST: '127.0.0.1', PUBLIC_URL: `http://localhost:${port}` };
    const children = [startCompiler(local)];
    try {
      if ((await Promise.race([interrupted, ...children.map(compiledOnce)])) === 'interrupted') return;
      await runProcess(commandLine('migrate'), local);
      children.push(...(['main', 'worker'] as const).map((name) => startWatched(entry(name), local)));
      process.stdout.write(
        `API http://localhost:${port}/docs, mail ${urls['MAIL_CATCHER_URL'] ?? 'as configured'}. Ctrl-C stops all.\n`,
      );
      await Promise.race([interrupted, ...children.map(endOf)]);
    } finally {
      await Promise.all(children.map(stop));
    }
  });
};

const startCompiler = (environment: NodeJS.ProcessEnv): ChildProcess => {
  // A group of its own, as for the others: Ctrl-C reaches us alone, and we stop them before their services.
  const compiler = spawn(process.execPath, COMPILER, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  compiler.stdout?.pipe(process.stdout);
  return compiler;
};

const compiledOnce = (compiler: ChildProcess): Promise<'compiled'> =>
  new Promise((resolve, reject) => {
    compiler.stdout?.on('data', (text: Buffer) => COMPILED.test(text.toString()) && resolve('compiled'));
    compiler.once('exit', () => reject(new Error('The compiler has ended.')));
  });

const startWatched = (file: string, environment: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['--watch', '--watch-preserve-output', file], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });

const endOf = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

const stop = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGTERM');
  await endOf(child);
};

develop().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
