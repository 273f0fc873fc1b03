import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { lastValueFrom, type Observable, of } from 'rxjs';
import type { AuthenticatedRequest } from '../../common/auth/authenticated-request';
import type { Answer } from './idempotency-keys.repository';
import { IdempotentAnswers } from './idempotent-answers.service';
import { callOf } from './idempotent-call';

/** Answers a request that is sent again as it was answered first, to the byte. Without a key the handler runs as ever. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly answers: IdempotentAnswers) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const call = callOf(http.getRequest<AuthenticatedRequest>());
    if (!call) return next.handle();
    const response = http.getResponse<Response>();
    try {
      // The handler is subscribed to in here, so that it takes part in the transaction.
      const { answer, isReplay } = await this.answers.answerOnce(call, async () =>
        toAnswer(response, await lastValueFrom(next.handle(), { defaultValue: undefined })),
      );
      if (isReplay) response.setHeader('Idempotency-Replayed', 'true');
      return of(send(response, answer));
    } catch (error) {
      // What the handler said of a row that was not committed after all.
      response.removeHeader('ETag');
      throw error;
    }
  }
}

const toAnswer = (response: Response, body: unknown): Answer => {
  const entityTag = response.getHeader('ETag');
  return {
    status: response.statusCode,
    entityTag: entityTag === undefined ? null : String(entityTag),
    body: body === undefined || body === null ? null : toJson(body),
  };
};

/** Text of a handler is JSON already. */
const toJson = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** Sets everything but the body, and answers that for Nest, which sends text as it is. */
const send = (response: Response, { status, entityTag, body }: Answer): string | undefined => {
  response.status(status);
  if (entityTag !== null) response.setHeader('ETag', entityTag);
  if (body === null) return undefined;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  return body;
};
