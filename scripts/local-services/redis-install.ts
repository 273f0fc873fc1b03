import { spawnSync } from 'node:child_process';
import { cleanEnvironment, findCommand, run } from './commands';
import { LocalServicesError, messageOf } from './services';
import { oneAtATime } from './socket-claim';

/** `argv0` is the name under which the program has to be called. */
export interface RedisCommand {
  readonly file: string;
  readonly argv0: string;
}

// Debian and Ubuntu ship the server inside redis-tools under the name of its file checker; it acts by the name it is called.
const CANDIDATES = [
  ['redis-server', 'redis-server'],
  ['valkey-server', 'valkey-server'],
  ['redis-check-rdb', 'redis-server'],
  ['valkey-check-rdb', 'valkey-server'],
] as const;

export function findRedis(): RedisCommand | undefined {
  for (const [name, argv0] of CANDIDATES) {
    const file = findCommand(name);
    const answer = file && spawnSync(file, ['--version'], { argv0, env: cleanEnvironment(), encoding: 'utf8' });
    if (file && answer && answer.status === 0 && /server v=/.test(answer.stdout)) {
      return { file, argv0 };
    }
  }
  return undefined;
}

interface PackageManager {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** The usual way, for a person to type. */
  readonly typed: readonly string[];
  readonly needsRoot: boolean;
}

// redis-tools holds the server too, but starts no system service as the package redis-server would.
const PACKAGE_MANAGERS: readonly PackageManager[] = [
  {
    name: 'apt-get',
    commands: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', 'redis-tools'],
    ],
    typed: ['apt-get update', 'apt-get install -y redis-server'],
    needsRoot: true,
  },
  { name: 'dnf', commands: [['dnf', 'install', '-y', 'redis']], typed: ['dnf install -y redis'], needsRoot: true },
  { name: 'apk', commands: [['apk', 'add', '--no-cache', 'redis']], typed: ['apk add redis'], needsRoot: true },
  { name: 'brew', commands: [['brew', 'install', 'redis']], typed: ['brew install redis'], needsRoot: false },
];

export interface InstallPlan {
  readonly commands: readonly (readonly string[])[];
  /** One line for a person to type. */
  readonly typed: string;
}

export function planInstallation(
  isInstalled: (command: string) => boolean,
  isRoot: boolean,
): (InstallPlan & { canRun: 'as-is' | 'with-sudo' | 'no' }) | undefined {
  const manager = PACKAGE_MANAGERS.find(({ name }) => isInstalled(name));
  if (!manager) {
    return undefined;
  }
  const elevate = manager.needsRoot && !isRoot;
  const typed = manager.typed.map((command) => (elevate ? `sudo ${command}` : command)).join(' && ');
  if (!elevate) {
    return { commands: manager.commands, typed, canRun: 'as-is' };
  }
  const commands = manager.commands.map((command) => ['sudo', '-n', ...command]);
  return { commands, typed, canRun: isInstalled('sudo') ? 'with-sudo' : 'no' };
}

function advise(typed: string, reason: string): LocalServicesError {
  return new LocalServicesError(
    `Redis is not installed and could not be installed by this program (${reason}). Please type\n\n    ${typed}\n\n` +
      'and start again, or set REDIS_URL to a Redis of your own.',
  );
}

async function install(plan: InstallPlan, log: number): Promise<void> {
  for (const [command = '', ...parameters] of plan.commands) {
    await run(command, parameters, { log, environment: { DEBIAN_FRONTEND: 'noninteractive' } });
  }
}

/** Finds Redis, or installs it with the package manager of the operating system where that is allowed. */
export async function requireRedis(log: number, report: (text: string) => void): Promise<RedisCommand> {
  const found = findRedis();
  if (found) {
    return found;
  }
  const plan = planInstallation((command) => findCommand(command) !== undefined, process.getuid?.() === 0);
  if (!plan) {
    throw advise('<your package manager> install redis', 'no package manager that it knows was found');
  }
  if (plan.canRun === 'no') {
    throw advise(plan.typed, 'that needs root');
  }
  // A second checkout may be at the same point; package managers do not wait for each other at every step.
  return oneAtATime(`/tmp/hub-redis-installation-${process.getuid?.() ?? 0}.sock`, async () => {
    if (!findRedis()) {
      const commands = plan.commands.map((command) => command.join(' ')).join(' && ');
      report(`Redis is not installed; installing it with: ${commands}`);
      await install(plan, log).catch((error: unknown) => {
        throw advise(plan.typed, messageOf(error));
      });
    }
    const redis = findRedis();
    if (!redis) {
      throw advise(plan.typed, 'the package holds no server');
    }
    return redis;
  });
}
