export { createPino, JsonLogger } from './json-logger';
export {
  currentRequestContext,
  noteInRequestContext,
  type RequestContext,
  runInRequestContext,
} from './request-context';
export { requestLogging } from './request-logging.middleware';
