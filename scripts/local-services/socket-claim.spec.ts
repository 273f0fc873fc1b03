import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { claimSocket, oneAtATime, socketPathOf, tryConnect } from './socket-claim';

describe('claimSocket', () => {
  let directory: string;
  let socketPath: string;
  const servers: (Server | undefined)[] = [];

  const claim = async (): Promise<Server | undefined> => {
    const server = await claimSocket(socketPath, (socket) => socket.destroy());
    servers.push(server);
    return server;
  };

  /** A program that dies with its socket open. */
  const leaveStaleSocket = async (): Promise<void> => {
    const code = `require('net').createServer().listen(${JSON.stringify(socketPath)}, () => process.kill(process.pid, 'SIGKILL'))`;
    await once(spawn(process.execPath, ['-e', code]), 'exit');
    expect(existsSync(socketPath)).toBe(true);
  };

  beforeEach(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), 'hub-claim-'));
    socketPath = socketPathOf(directory);
  });

  afterEach(async () => {
    servers.splice(0).forEach((server) => server?.close());
    await rm(directory, { recursive: true, force: true });
  });

  it('gives the socket to one of many', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, claim));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });

  it('gives the socket of a killed process to one of many', async () => {
    await leaveStaleSocket();
    const outcomes = await Promise.all(Array.from({ length: 8 }, claim));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    (await tryConnect(socketPath))?.destroy();
  });

  it('waits for another claim that is under way', async () => {
    await leaveStaleSocket();
    await mkdir(`${socketPath}.claim`);
    const claimed = claim();
    await rm(`${socketPath}.claim`, { recursive: true });
    expect(await claimed).toBeDefined();
  });

  it('finds nobody where nobody is', async () => {
    expect(await tryConnect(socketPath)).toBeUndefined();
  });

  it('lets work happen one after the other', async () => {
    const events: string[] = [];
    const work = async (name: string): Promise<void> =>
      oneAtATime(socketPath, async () => {
        events.push(`${name} begins`);
        await tryConnect(path.join(directory, 'nobody.sock'));
        events.push(`${name} ends`);
      });
    await Promise.all([work('one'), work('other')]);
    expect(events[1]).toBe(events[0]?.replace('begins', 'ends'));
    expect(events).toHaveLength(4);
  });
});

describe('socketPathOf', () => {
  it('stays within what the system allows, and differs for different folders', () => {
    const long = `/${'very-long-folder-name/'.repeat(10)}`;
    expect(socketPathOf('/work/hub/.local')).toBe('/work/hub/.local/supervisor.sock');
    expect(Buffer.byteLength(socketPathOf(long))).toBeLessThanOrEqual(100);
    expect(socketPathOf(`${long}a`)).not.toBe(socketPathOf(`${long}b`));
  });
});
