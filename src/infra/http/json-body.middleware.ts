import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { DomainError } from '../../common/errors/domain-error';
import { isWellEncoded } from './percent-encoding';

const DEEPEST_NESTING = 32;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** How deep arrays and objects nest in this JSON text; what is inside strings does not count. */
export const nestingOf = (json: Uint8Array): number => {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPENING.has(byte)) deepest = Math.max(deepest, (depth += 1));
    else if (CLOSING.has(byte)) depth -= 1;
  }
  return deepest;
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bodies of no bytes, which the readers would take for `{}`. */
const empty = new WeakSet<object>();

const refuseUnreadable = (request: object, _response: unknown, body: Buffer): void => {
  if (body.length === 0) empty.add(request);
  try {
    utf8.decode(body);
  } catch {
    throw new DomainError('malformed', 'malformed', 'The body is not valid UTF-8.');
  }
  if (nestingOf(body) > DEEPEST_NESTING) {
    throw new DomainError('malformed', 'nested-too-deep', `The body nests deeper than ${DEEPEST_NESTING} levels.`);
  }
};

const refuseUnreadableForm = (request: object, response: unknown, body: Buffer): void => {
  refuseUnreadable(request, response, body);
  if (isWellEncoded(body.toString())) return;
  throw new DomainError('malformed', 'malformed', 'The form is not encoded as UTF-8.');
};

/** A body that holds nothing is none. */
const forgetEmpty = (request: Request, _response: Response, next: NextFunction): void => {
  if (empty.has(request)) request.body = undefined;
  next();
};

/** Routes that also take an HTML form: the OAuth 2.0 password form of RFC 6749. */
const FORM_ROUTES = new Set(['POST /api/v1/auth/login']);

/** Routes that take a file in place of JSON. Nothing here reads it: the handler does, once it is known who asks. */
const CSV_ROUTES = new Set(['POST /api/v1/admin/imports']);

/** As the router finds it: in any letter case, with or without a slash at the end. */
const routeOf = ({ method, path }: Request): string => `${method} ${path.toLowerCase().replace(/\/$/, '')}`;

const takesCsv = (request: Request): boolean => CSV_ROUTES.has(routeOf(request));

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

/** Other character sets would be decoded only behind the checks above, which read bytes. */
const isUtf8 = (request: Request): boolean => {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
};

/** Readers of JSON and forms undo compressions by themselves; a file is read as it comes. */
const isCompressed = (request: Request): boolean => !/^(identity)?$/i.test(request.headers['content-encoding'] ?? '');

const isTaken = (request: Request): boolean => {
  if (!isUtf8(request)) return false;
  if (takesCsv(request)) return Boolean(request.is('text/csv')) && !isCompressed(request);
  const isForm = FORM_ROUTES.has(routeOf(request)) && Boolean(request.is('application/x-www-form-urlencoded'));
  return Boolean(request.is('application/json')) || isForm;
};

/** Only what the hub understands gets in: this also closes the way of cross-site forms, which can send neither JSON nor CSV. */
const refuseOtherTypes = (request: Request, _response: Response, next: NextFunction): void => {
  if (!hasBody(request) || isTaken(request)) return next();
  const type = takesCsv(request) ? 'text/csv' : 'application/json';
  next(new DomainError('unsupported-type', 'unsupported-type', `Send the body as ${type} in UTF-8.`));
};

/** Reads JSON bodies (and the one form) within limits of size, depth and encoding; lets files through unread. */
export const bodyReaders = (limitKilobytes: number): readonly RequestHandler[] => {
  const limit = limitKilobytes * 1024;
  return [
    refuseOtherTypes,
    express.json({ limit, strict: true, type: 'application/json', verify: refuseUnreadable }),
    express.urlencoded({ limit, extended: false, parameterLimit: 20, verify: refuseUnreadableForm }),
    forgetEmpty,
  ];
};
