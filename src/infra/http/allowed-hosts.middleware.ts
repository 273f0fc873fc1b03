import type { RequestHandler } from 'express';
import { DomainError } from '../../common/errors/domain-error';

/** Answers only under the names the hub was given, so that a forged Host header never gets anywhere. */
export const allowedHosts = (names: readonly string[]): RequestHandler => {
  const allowed = new Set(names.map((name) => name.toLowerCase()));
  return (request, _response, next) => {
    const name = request.hostname?.toLowerCase() ?? '';
    if (allowed.has('*') || allowed.has(name) || request.path.startsWith('/health')) next();
    else next(new DomainError('malformed', 'host-not-allowed', 'The hub does not answer under this host name.'));
  };
};
