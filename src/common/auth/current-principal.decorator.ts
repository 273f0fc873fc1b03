import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '../errors/domain-error';
import type { AuthenticatedRequest } from './authenticated-request';
import type { Principal } from './principal';

/** The signed-in person, for handlers behind `@RequirePermission`. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { user } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!user) throw new DomainError('unauthenticated', 'unauthenticated', 'Sign in to use this.');
  return user;
});
