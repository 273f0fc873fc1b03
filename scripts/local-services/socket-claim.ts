import { createHash } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './services';

/** macOS allows 103 bytes in the path of a socket, Linux 107. */
const MAX_SOCKET_PATH = 100;
/** Milliseconds after which a mark was left by a killed process. */
const STALE_MARK = 5_000;

export function socketPathOf(directory: string): string {
  const inside = path.join(directory, 'supervisor.sock');
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH) {
    return inside;
  }
  return path.join('/tmp', `hub-${createHash('sha256').update(directory).digest('hex').slice(0, 24)}.sock`);
}

/** However it ends: a killed peer is an error first. */
export async function closed(socket: Socket): Promise<void> {
  socket.on('error', () => undefined);
  if (!socket.closed) {
    await new Promise((resolve) => socket.once('close', resolve));
  }
}

async function connectOnce(socketPath: string): Promise<Socket | 'refused' | 'reset'> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error) => {
      const code = codeOf(error) ?? '';
      if (code === 'ECONNRESET') {
        resolve('reset');
      } else if (['ENOENT', 'ECONNREFUSED'].includes(code)) {
        resolve('refused');
      } else {
        reject(error);
      }
    });
  });
}

/** The connection, or undefined when nobody listens. */
export async function tryConnect(socketPath: string): Promise<Socket | undefined> {
  for (;;) {
    const outcome = await connectOnce(socketPath);
    if (outcome === 'refused') {
      return undefined;
    }
    // Reset: the listener went away with us in its queue. The next one may be there already.
    if (outcome !== 'reset') {
      return outcome;
    }
  }
}

async function listen(socketPath: string, onConnection: (socket: Socket) => void): Promise<Server> {
  const server = createServer(onConnection);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  chmodSync(socketPath, 0o600);
  return server;
}

/** Runs while holding a folder that only one process can make; held for milliseconds. */
async function briefly<T>(mark: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      await mkdir(mark);
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') {
        throw error;
      }
      const left = await stat(mark).catch(() => undefined);
      if (left && Date.now() - left.mtimeMs > STALE_MARK) {
        await rmdir(mark).catch(() => undefined);
      }
      await pause(10);
    }
  }
  try {
    return await work();
  } finally {
    await rmdir(mark).catch(() => undefined);
  }
}

/**
 * The listening socket is the lock: it ends with its process. Undefined when a living process holds it. The file of a killed
 * process has to be removed first; as this and the binding happen under the mark, nobody removes the socket of a living one.
 */
export async function claimSocket(
  socketPath: string,
  onConnection: (socket: Socket) => void,
): Promise<Server | undefined> {
  return briefly(`${socketPath}.claim`, async () => {
    const owner = await tryConnect(socketPath);
    if (owner) {
      owner.destroy();
      return undefined;
    }
    await rm(socketPath, { force: true });
    return listen(socketPath, onConnection);
  });
}

/** Runs while holding the socket; waits for whoever holds it before. */
export async function oneAtATime<T>(socketPath: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const waiting = new Set<Socket>();
    const server = await claimSocket(socketPath, (socket) => waiting.add(socket.on('error', () => undefined)));
    if (server) {
      try {
        return await work();
      } finally {
        server.close();
        waiting.forEach((socket) => socket.destroy());
      }
    }
    const owner = await tryConnect(socketPath);
    if (owner) {
      owner.resume();
      await closed(owner);
    }
  }
}
