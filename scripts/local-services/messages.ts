import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { SERVICE_NAMES, type ServiceName, type StopMode } from './services';

/** One JSON object per line, both ways. */
export type Request =
  | { kind: 'lease'; services: ServiceName[] }
  | { kind: 'release' }
  | { kind: 'control'; id: number; service: ServiceName; action: 'start' | 'stop' | 'flush'; mode: StopMode };

export type Answer =
  | { kind: 'progress'; text: string }
  | { kind: 'failed'; text: string }
  | { kind: 'ready'; environment: Record<string, string>; urls: Record<string, string> }
  | { kind: 'done'; id: number; error?: string };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isServiceName = (value: unknown): value is ServiceName => SERVICE_NAMES.some((name) => name === value);

export function isRequest(value: unknown): value is Request {
  if (!isObject(value) || !('kind' in value)) {
    return false;
  }
  switch (value.kind) {
    case 'lease':
      return 'services' in value && Array.isArray(value.services) && value.services.every(isServiceName);
    case 'release':
      return true;
    case 'control':
      return 'id' in value && typeof value.id === 'number' && 'service' in value && isServiceName(value.service);
    default:
      return false;
  }
}

export function isAnswer(value: unknown): value is Answer {
  if (!isObject(value) || !('kind' in value)) {
    return false;
  }
  switch (value.kind) {
    case 'progress':
    case 'failed':
      return 'text' in value && typeof value.text === 'string';
    case 'ready':
      return 'environment' in value && isObject(value.environment) && 'urls' in value && isObject(value.urls);
    case 'done':
      return 'id' in value && typeof value.id === 'number';
    default:
      return false;
  }
}

export function send(socket: Socket, message: Request | Answer): void {
  if (socket.writable) {
    socket.write(`${JSON.stringify(message)}\n`);
  }
}

export function onMessage<T>(
  socket: Socket,
  isExpected: (value: unknown) => value is T,
  handle: (message: T) => void,
): void {
  const lines = createInterface({ input: socket });
  // The interface repeats the errors of the socket, whose end its owner watches.
  lines.on('error', () => undefined);
  lines.on('line', (line) => {
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch {
      return;
    }
    if (isExpected(message)) {
      handle(message);
    }
  });
}
