import { existsSync } from 'node:fs';
import path from 'node:path';
import { localDirectory } from './commands';
import { acquireLocalServices, LocalServicesError } from './index';
import { readRecord } from './record';
import { messageOf } from './services';
import { socketPathOf, tryConnect } from './socket-claim';

const directory = localDirectory();

function print(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    process.stdout.write(`${name}=${value}\n`);
  }
}

async function up(): Promise<void> {
  const interrupted = new Promise<'interrupted'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // Not only once: npm passes on the signal that the terminal has sent already.
      process.on(signal, () => resolve('interrupted'));
    }
  });
  const services = await acquireLocalServices({ directory });
  print({ ...services.environment, ...services.urls });
  process.stdout.write('\nThe services run until Ctrl-C.\n');
  if ((await Promise.race([interrupted, services.ended])) !== 'interrupted') {
    throw new LocalServicesError(`The services have been stopped; see ${path.join(directory, 'logs')}.`);
  }
  await services.release();
}

async function status(): Promise<void> {
  const supervisor = existsSync(directory) ? await tryConnect(socketPathOf(directory)) : undefined;
  supervisor?.destroy();
  if (!supervisor) {
    process.stdout.write('No local services are running for this checkout.\n');
    return;
  }
  const ports = (await readRecord(directory))?.ports ?? {};
  process.stdout.write('The local services of this checkout are running on 127.0.0.1:\n');
  print(Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, `${port}`])));
}

const commands: Record<string, () => Promise<void>> = { up, status };
const command = commands[process.argv[2] ?? 'up'];
if (command) {
  command().catch((error: unknown) => {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  });
} else {
  process.stderr.write('Usage: npm run services [up|status]\n');
  process.exitCode = 2;
}
