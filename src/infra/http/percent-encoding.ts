import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../../common/errors/domain-error';

/** Whether every `%` begins a byte, and all of these bytes are UTF-8. Parsers of queries and forms let others pass as `%` or U+FFFD. */
export const isWellEncoded = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

/** A query that cannot be decoded is as unreadable as such a path, which the router refuses. */
export const refuseUnreadableQuery = ({ url }: Request, _response: Response, next: NextFunction): void => {
  const start = url.indexOf('?');
  if (start < 0 || isWellEncoded(url.slice(start))) next();
  else next(new DomainError('malformed', 'malformed', 'The query is not encoded as UTF-8.'));
};
