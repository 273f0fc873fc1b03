import type { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/**
 * The bytes of a body that no middleware reads. Whoever stops in the middle can still answer: the connection stays, and what
 * is left of the body is passed over.
 */
async function* bytesOf(request: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) if (Buffer.isBuffer(chunk)) yield chunk;
  } finally {
    request.resume();
  }
}

/** The body as it arrives. */
export const BodyBytes = createParamDecorator((_: unknown, context: ExecutionContext) =>
  bytesOf(context.switchToHttp().getRequest<Request>()),
);
