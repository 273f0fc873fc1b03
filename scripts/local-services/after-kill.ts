import { rm } from 'node:fs/promises';
import { stopOrphans } from './orphans';
import { claimSocket, socketPathOf } from './socket-claim';

/** Run by the guard of a supervisor that was killed; a new supervisor of the same directory does the same by itself. */
async function main(directory: string, ephemeral: boolean): Promise<void> {
  const server = await claimSocket(socketPathOf(directory), (socket) => socket.on('error', () => undefined));
  if (!server) {
    return;
  }
  await stopOrphans(directory, ephemeral);
  if (ephemeral) {
    await rm(directory, { recursive: true, force: true });
  }
  process.exit(0);
}

const [directory = '', kind] = process.argv.slice(2);
void main(directory, kind === 'ephemeral');
