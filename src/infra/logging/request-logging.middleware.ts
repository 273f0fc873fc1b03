import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { runInRequestContext } from './request-context';

const logger = new Logger('http');
const ACCEPTABLE_REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** Gives every request an id (the client's own where it is harmless), answers it, and logs one line when it is done. */
export const requestLogging = (request: Request, response: Response, next: NextFunction): void => {
  const given = request.header('x-request-id');
  const requestId = given && ACCEPTABLE_REQUEST_ID.test(given) ? given : randomUUID();
  const { method, path } = request;
  const startedAt = process.hrtime.bigint();
  response.setHeader('X-Request-Id', requestId);
  const origin = { address: request.ip ?? '', userAgent: (request.header('user-agent') ?? '').slice(0, 400) };
  const serve = (): void => {
    const report = (): void => {
      const milliseconds = Number((process.hrtime.bigint() - startedAt) / 1_000_000n);
      const aborted = response.writableFinished ? {} : { aborted: true };
      logger.log('request', { method, path, status: response.statusCode, milliseconds, ...aborted });
    };
    // A connection that breaks off tells so outside of the request's context.
    response.once('close', AsyncResource.bind(report));
    next();
  };
  runInRequestContext({ requestId }, serve, origin);
};
