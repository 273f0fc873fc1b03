import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { toProblemDetails } from './problem-details';

const RETRY_AFTER_SECONDS: Readonly<Record<number, string>> = { 429: '60', 503: '2' };

/** Every error of every route ends here, and only here. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const details = toProblemDetails(error, request.originalUrl.split('?', 1)[0] ?? '/');
    this.record(error, details.status);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const retryAfter = RETRY_AFTER_SECONDS[details.status];
    if (retryAfter && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', retryAfter);
    if (details.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response.status(details.status).type('application/problem+json').send(JSON.stringify(details));
  }

  private record(error: unknown, status: number): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (status === 500) this.logger.error(reason, error instanceof Error ? error.stack : undefined, 'problem');
    else if (status === 503) this.logger.warn('a service below is down', { reason });
  }
}
