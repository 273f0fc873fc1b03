import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { HttpException, Logger } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { DomainError } from '../../common/errors/domain-error';
import { runInRequestContext } from '../logging';
import { toProblemDetails } from './problem-details';
import { headersOfAnswers } from './security-headers';

const logger = new Logger('http');

/** Everything else that the parser of Node refuses is a 400. */
const statusOfParserError: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers in the words of the hub what never becomes a request, or what Node would otherwise answer by itself, without a body
 * and an id. Whoever demands what is not known, or names no host, is sent on to `refuseUnreadableHead`.
 */
export const answerUnreadableRequests = (server: Server): void => {
  const connections = new WeakMap<Duplex, Set<ServerResponse>>();
  Object.assign(server, { requireHostHeader: false });
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const open = connections.get(socket) ?? new Set();
    connections.set(socket, open.add(response));
    response.once('close', () => open.delete(response));
  });
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  const refuseOn = (socket: Duplex, status: number, reason: string): void => {
    const isAnswering = [...(connections.get(socket) ?? [])].some(({ headersSent }) => headersSent);
    // Bytes in the middle of an answer would only spoil it.
    if (isAnswering || !socket.writable) socket.destroy();
    else refuse(socket, status, reason);
  };
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy());
    refuseOn(socket, 404, 'CONNECT');
  });
  server.on('clientError', ({ code = '' }: NodeJS.ErrnoException, socket) => {
    if (code === 'ECONNRESET') socket.destroy();
    else refuseOn(socket, statusOfParserError[code] ?? 400, code);
  });
};

/** Heads that HTTP/1.1 forbids, of requests that could be parsed all the same. */
export const refuseUnreadableHead: RequestHandler = ({ headers, httpVersion }, response, next) => {
  const { host, expect = '100-continue' } = headers;
  if (httpVersion !== '1.1') return next();
  if (host === undefined) {
    response.setHeader('Connection', 'close');
    return next(new DomainError('malformed', 'host-missing', 'The request names no host.'));
  }
  next(/(^|\W)100-continue(\W|$)/i.test(expect) ? undefined : new HttpException('expectation', 417));
};

/** What comes behind on this connection cannot be read either. */
const refuse = (socket: Duplex, status: number, reason: string): void => {
  const requestId = randomUUID();
  runInRequestContext({ requestId }, () => logger.log('no request', { status, reason }));
  socket.end(answer(status, requestId), () => socket.destroy());
};

const answer = (status: number, requestId: string): string => {
  const body = JSON.stringify(toProblemDetails({ status }, `urn:uuid:${requestId}`));
  const headers = {
    ...headersOfAnswers(),
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': requestId,
    Date: new Date().toUTCString(),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
};
