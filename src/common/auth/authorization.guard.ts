import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../errors/domain-error';
import type { AuthenticatedRequest } from './authenticated-request';
import { mayDo, type Permission } from './permission';
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
    if (permission && user && mayDo(user.role, permission)) return true;
    throw new DomainError('forbidden', 'forbidden', 'Your role does not allow this.');
  }
}
