import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IDEMPOTENCY_KEY } from './idempotent-call';

/**
 * The handler honours `Idempotency-Key`. It needs a signed-in person and answers an object, or text that is JSON already,
 * without secrets: the answer is stored for a day. With a key all of it runs in one transaction, perhaps more than once:
 * effects outside the database belong into `UnitOfWork.afterCommit`, and nothing that it writes about an attempt that fails
 * is kept.
 */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: IDEMPOTENCY_KEY,
      required: false,
      description:
        'Makes it safe to send the request again: for 24 hours the same key with the same body is answered as the first ' +
        'time, with `Idempotency-Replayed: true`, and nothing happens twice. Keys belong to one person and one operation. ' +
        'With another body: 422 `idempotency-key-reused`; while the first request runs: 409 `idempotency-key-in-use`. ' +
        'A request that failed may be corrected and sent again under its key.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
    }),
  );
