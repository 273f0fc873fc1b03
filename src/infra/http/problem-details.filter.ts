import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { notFound } from '../../common/errors/domain-error';
import { toProblemDetails } from './problem-details';

const RETRY_AFTER_SECONDS: Readonly<Record<number, string>> = { 429: '60', 503: '2' };

const logger = new Logger('problem');

/** The path alone: a client may also send a whole address in its request line. */
const pathOf = ({ originalUrl }: Request): string =>
  originalUrl.replace(/^https?:\/\/[^/]*/i, '').split('?', 1)[0] || '/';

/** The one way in which an error becomes an answer. */
const answerProblem = (error: unknown, request: Request, response: Response): void => {
  const details = toProblemDetails(error, pathOf(request));
  record(error, details.status);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const retryAfter = RETRY_AFTER_SECONDS[details.status];
  if (retryAfter && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', retryAfter);
  if (details.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(details.status).type('application/problem+json').send(JSON.stringify(details));
};

const record = (error: unknown, status: number): void => {
  const reason = error instanceof Error ? error.message : String(error);
  if (status === 500) logger.error(reason, error instanceof Error ? error.stack : undefined, 'problem');
  else if (status === 503) logger.warn('a service below is down', { reason });
};

/** Every error of every handler ends here. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<Request>(), http.getResponse<Response>());
  }
}

/** For errors outside Nest, which would replace our own errors by its own; so it stands right behind what reads requests. */
export const problemDetailsHandler: ErrorRequestHandler = (error: unknown, request, response, _next) =>
  answerProblem(error, request, response);

/** For what no handler of Nest ever sees: addresses outside the API, and errors on the way to them. Goes last. */
export const problemDetailsEnding: readonly [RequestHandler, ErrorRequestHandler] = [
  (_request, _response, next) => next(notFound('address')),
  problemDetailsHandler,
];
