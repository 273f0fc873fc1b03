import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cleanEnvironment, PROJECT_DIRECTORY, typeScript } from './commands';
import type { ServiceDefinition } from './managed-service';
import type { PortName, ServiceName } from './services';

/** A server that is an npm package, in a Node process of its own that ends with the supervisor. */
function nodeService(name: ServiceName, portNames: readonly PortName[]): ServiceDefinition {
  return {
    name,
    portNames,
    signals: { fast: 'SIGTERM', immediate: 'SIGKILL' },

    async launch(context, ports, log) {
      const directory = path.join(context.directory, name);
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const parameters = [directory, ...portNames.map((port) => `${ports[port]}`)];
      return spawn(process.execPath, [...typeScript(`${name}.process.ts`), ...parameters], {
        cwd: PROJECT_DIRECTORY,
        env: cleanEnvironment(),
        stdio: ['ignore', log, log, 'ipc'],
      });
    },

    async untilReady(_context, _ports, child) {
      await once(child, 'message');
    },
  };
}

export const storage = nodeService('storage', ['storage']);
export const mail = nodeService('mail', ['mail', 'mailPage']);
