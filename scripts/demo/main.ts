import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Clock } from '../../src/common/time/clock';
import { commandLine, ensureBuilt, entry } from '../build';
import { localDirectory, withLocalServices } from '../local-services';
import { type Running, runProcess, startProcess, waitForInterrupt } from '../processes';
import { describeDemo } from './describe-demo';
import { loadPeople } from './load-people';
import { writeDemoNotices } from './notices/write-notices';

const directory = localDirectory();
const LONGEST_START_MS = 60_000;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** The whole hub with invented data, on this machine, until Ctrl-C. */
const demo = async (): Promise<void> => {
  if (process.env['NODE_ENV'] === 'production') throw new Error('The demo and its accounts are refused in production.');
  const interrupted = waitForInterrupt();
  say('Starting PostgreSQL, Redis, storage and mail…');
  await withLocalServices(process.env, async ({ environment, urls }) => {
    ensureBuilt();
    await prepareData(environment);
    await serve(environment, urls['MAIL_CATCHER_URL'], interrupted);
  });
  say('Stopped.');
};

const prepareData = async (environment: NodeJS.ProcessEnv): Promise<void> => {
  await runProcess(commandLine('migrate'), environment);
  Object.assign(process.env, environment);
  if (await loadPeople()) say('Created the demo accounts and businesses.');
  mkdirSync(path.join(directory, 'demo'), { recursive: true });
  const notices = path.join(directory, 'demo', 'notices.csv');
  const { HUB_NOW: instant } = environment;
  await writeDemoNotices(notices, Clock.from(instant ? new Date(instant) : undefined).now());
  await runProcess(commandLine('import', 'sam', notices), environment);
  await runProcess(commandLine('rematch'), environment);
};

const serve = async (
  environment: NodeJS.ProcessEnv,
  mailUrl: string | undefined,
  interrupted: Promise<'interrupted'>,
): Promise<void> => {
  const port = environment['PORT'] ?? '8000';
  const logs = path.join(directory, 'logs');
  const local = { ...environment, PORT: port, HOST: '127.0.0.1', PUBLIC_URL: `http://localhost:${port}` };
  const processes = [
    startProcess('api', [entry('main')], local, logs),
    startProcess('worker', [entry('worker')], local, logs),
  ];
  try {
    const failure = firstEnd(processes, logs);
    const ready = await Promise.race([waitUntilReady(port), interrupted, failure]);
    if (ready === 'interrupted') return;
    say(describeDemo(port, mailUrl));
    await Promise.race([interrupted, failure]);
    say('Stopping…');
  } finally {
    await Promise.all(processes.map((running) => running.stop()));
  }
};

const firstEnd = async (processes: readonly Running[], logs: string): Promise<never> => {
  const name = await Promise.race(processes.map(async (running) => running.ended.then(() => running.name)));
  const hint = name === 'api' ? ' If the port is taken, set PORT to another one.' : '';
  throw new Error(`The ${name} ended unexpectedly; see ${path.join(logs, `${name}.log`)}.${hint}`);
};

const waitUntilReady = async (port: string): Promise<void> => {
  const deadline = performance.now() + LONGEST_START_MS;
  while (performance.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The API did not become ready within a minute.');
};

demo().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
