import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { DomainError } from '../errors/domain-error';
import { PUBLIC } from './public.decorator';

/** Name of the Passport strategy that the auth module provides: it turns a bearer token into a principal. */
export const ACCESS_TOKEN_STRATEGY = 'access-token';

@Injectable()
export class AuthenticationGuard extends AuthGuard(ACCESS_TOKEN_STRATEGY) {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override canActivate(
    context: ExecutionContext,
  ): ReturnType<InstanceType<ReturnType<typeof AuthGuard>>['canActivate']> {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    return isPublic ? true : super.canActivate(context);
  }

  /** A database that is away must stay a 503: only a missing or bad token is a 401, always with the same words. */
  override handleRequest<Principal>(error: unknown, principal: Principal | false): Principal {
    if (error instanceof Error) throw error;
    if (!principal) throw new DomainError('unauthenticated', 'unauthenticated', 'Sign in to use this.');
    return principal;
  }
}
