import { OnEvent } from '@nestjs/event-emitter';
import { ACCOUNT_DELETED } from '../domain/user.events';

/**
 * The method runs inside the transaction that deletes an account, with an `AccountDeleted`, before the row goes. Whatever it
 * throws undoes the deletion; Nest's own `@OnEvent` would only log it.
 */
export const OnAccountDeleted = (): MethodDecorator => OnEvent(ACCOUNT_DELETED, { suppressErrors: false });
