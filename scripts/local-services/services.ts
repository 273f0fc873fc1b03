/** The four services, in the order in which they are shown. */
export const SERVICE_NAMES = ['postgres', 'redis', 'storage', 'mail'] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

export const PORT_NAMES = ['postgres', 'redis', 'storage', 'mail', 'mailPage'] as const;
export type PortName = (typeof PORT_NAMES)[number];
export type Ports = Partial<Record<PortName, number>>;

/** Every service listens here and nowhere else. */
export const HOST = '127.0.0.1';
export const BUCKET = 'hub-documents';

/** `fast` ends properly and keeps everything; `immediate` ends like a crash. */
export type StopMode = 'fast' | 'immediate';

/** A failure whose message is written for the person at the terminal. */
export class LocalServicesError extends Error {
  override name = 'LocalServicesError';
}

// By shape, not by class: errors of Node itself are of another class inside Jest's sandbox.
function textOf(error: unknown, name: 'message' | 'code'): string | undefined {
  const text: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof text === 'string' ? text : undefined;
}

export function messageOf(error: unknown): string {
  return textOf(error, 'message') ?? String(error);
}

/** The `code` of a system error such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return textOf(error, 'code');
}
