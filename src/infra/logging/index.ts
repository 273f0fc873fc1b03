export { createPino, JsonLogger } from './json-logger';
export { currentRequestContext, noteInRequestContext, runInRequestContext } from './request-context';
export { requestLogging } from './request-logging.middleware';
