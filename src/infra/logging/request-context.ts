import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one request or job carries. Filled as it becomes known. */
export interface RequestContext {
  requestId: string;
  userId?: string;
  businessId?: string;
}

/** Where a request came from. Personal: for the audit log and the list of sessions, never for the log. */
export interface RequestOrigin {
  /** IP address, behind a configured proxy the one that the proxy names. */
  readonly address: string;
  /** The `User-Agent` header, cut to 400 characters; empty where there is none. */
  readonly userAgent: string;
}

interface Current {
  readonly context: RequestContext;
  readonly origin: RequestOrigin | undefined;
}

const storage = new AsyncLocalStorage<Current>();

export const runInRequestContext = <T>(context: RequestContext, work: () => T, origin?: RequestOrigin): T =>
  storage.run({ context, origin }, work);

export const currentRequestContext = (): RequestContext | undefined => storage.getStore()?.context;

/** Undefined outside of requests: in jobs and on the command line. */
export const currentRequestOrigin = (): RequestOrigin | undefined => storage.getStore()?.origin;

/** Adds to the context of the running request; without one (start, shutdown) nothing happens. */
export const noteInRequestContext = (known: Partial<RequestContext>): void => {
  Object.assign(storage.getStore()?.context ?? {}, known);
};
