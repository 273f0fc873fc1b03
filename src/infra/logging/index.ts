export { createPino, JsonLogger } from './json-logger';
export {
  currentRequestContext,
  currentRequestOrigin,
  noteInRequestContext,
  type RequestContext,
  type RequestOrigin,
  runInRequestContext,
} from './request-context';
export { requestLogging } from './request-logging.middleware';
