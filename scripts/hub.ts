import { spawn } from 'node:child_process';
import { commandLine, ensureBuilt } from './build';
import { withLocalServices } from './local-services';

/** Runs a command of the hub on the configured services, or on local ones that run as long as they are needed. */
const main = async (): Promise<number> => {
  const [command] = process.argv.slice(2);
  ensureBuilt();
  if (command === undefined || command.startsWith('-')) return run(process.argv.slice(2), process.env);
  return withLocalServices(process.env, async ({ environment, local }) => {
    if (local && command !== 'migrate') await run(['migrate', '--quiet'], environment);
    return run(process.argv.slice(2), environment);
  });
};

const run = (command: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, commandLine(...command), { env: environment, stdio: 'inherit' });
    const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', () => undefined);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', pass);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
