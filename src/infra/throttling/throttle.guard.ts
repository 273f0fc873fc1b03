import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AuthenticatedRequest } from '../../common/auth/authenticated-request';
import { groupOf } from './address-group';
import { THROTTLES, type ThrottleRule } from './throttle.decorator';
import { Throttles } from './throttles.service';

/** Keeps the limits that handlers declare. Stands behind authentication, because some count by person. */
@Injectable()
export class ThrottleGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly throttles: Throttles,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rules = this.reflector.get<readonly ThrottleRule[] | undefined>(THROTTLES, context.getHandler()) ?? [];
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    for (const rule of rules) await this.throttles.consume(rule.name, keyOf(rule, request), rule);
    return true;
  }
}

/** Where nobody is signed in, limits by person count by address instead. */
const keyOf = ({ by }: ThrottleRule, { user, ip = '' }: AuthenticatedRequest): string =>
  by === 'user' ? (user?.userId ?? groupOf(ip, 'address')) : groupOf(ip, by);
