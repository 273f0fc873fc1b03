import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { notFound } from '../../common/errors/domain-error';
import { ThrottledError } from '../throttling';
import { toProblemDetails } from './problem-details';
import { RefusalRecorder } from './refusal-recorder';

const RETRY_AFTER_SECONDS: Readonly<Record<number, string>> = { 429: '60', 503: '2' };

const logger = new Logger('problem');

/** The path alone: a client may also send a whole address in its request line. */
const pathOf = ({ originalUrl }: Request): string =>
  originalUrl.replace(/^https?:\/\/[^/]*/i, '').split('?', 1)[0] || '/';

/** The one way in which an error becomes an answer. What security is about is recorded before. */
const answerProblem = async (
  error: unknown,
  request: Request,
  response: Response,
  recorder: RefusalRecorder,
): Promise<void> => {
  const details = toProblemDetails(error, pathOf(request));
  log(error, details.status);
  await recorder.record(error, details, request);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const retryAfter =
    error instanceof ThrottledError ? String(error.retryAfterSeconds) : RETRY_AFTER_SECONDS[details.status];
  if (retryAfter && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', retryAfter);
  if (details.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(details.status).type('application/problem+json').send(JSON.stringify(details));
};

const log = (error: unknown, status: number): void => {
  const reason = error instanceof Error ? error.message : String(error);
  if (status === 500) logger.error(reason, error instanceof Error ? error.stack : undefined, 'problem');
  else if (status === 503) logger.warn('a service below is down', { reason });
};

/** Every error of every handler ends here. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  constructor(private readonly recorder: RefusalRecorder) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    void answerProblem(error, http.getRequest<Request>(), http.getResponse<Response>(), this.recorder);
  }
}

/** For errors outside Nest, which would replace our own errors by its own; so it stands right behind what reads requests. */
export const problemDetailsHandler =
  (recorder: RefusalRecorder): ErrorRequestHandler =>
  (error: unknown, request, response, _next) =>
    void answerProblem(error, request, response, recorder);

/** For what no handler of Nest ever sees: addresses outside the API, and errors on the way to them. Goes last. */
export const problemDetailsEnding = (recorder: RefusalRecorder): readonly [RequestHandler, ErrorRequestHandler] => [
  (_request, _response, next) => next(notFound('address')),
  problemDetailsHandler(recorder),
];
