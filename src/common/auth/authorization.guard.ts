import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../errors/domain-error';
import type { AuthenticatedRequest } from './authenticated-request';
import { mayDo, needsSecondFactorFirst, type Permission } from './permission';
import { PUBLIC } from './public.decorator';
import { REQUIRED_PERMISSION } from './require-permission.decorator';

/** Default deny: a handler that declares neither a permission nor that it is public is closed to everybody. */
@Injectable()
export class AuthorizationGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(REQUIRED_PERMISSION, targets);
    const { user } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!permission || !user || !mayDo(user, permission)) {
      throw new DomainError('forbidden', 'forbidden', 'Your role does not allow this.');
    }
    if (needsSecondFactorFirst(user, permission)) {
      throw new DomainError('forbidden', 'second-factor-missing', 'Set up a second factor first: your role needs one.');
    }
    return true;
  }
}
