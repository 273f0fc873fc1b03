import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one request or job carries. Filled as it becomes known. */
export interface RequestContext {
  requestId: string;
  userId?: string;
  businessId?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const runInRequestContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

export const currentRequestContext = (): RequestContext | undefined => storage.getStore();

/** Adds to the context of the running request; without one (start, shutdown) nothing happens. */
export const noteInRequestContext = (known: Partial<RequestContext>): void => {
  Object.assign(storage.getStore() ?? {}, known);
};
