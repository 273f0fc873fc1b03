import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ThrottlingConfig } from '../../config';
import { groupOf } from './address-group';
import { refuseBeyond } from './limit';

/** What load balancers ask is always answered. */
const HEALTH = /^\/health(\/|$)/;

/** No address takes up a whole process. Stands before everything that costs, so it counts in memory, for each process apart. */
@Injectable()
export class RequestCeilingGuard implements CanActivate {
  private readonly requests = new RateLimiterMemory({ points: 1, duration: 60 });

  constructor(private readonly config: ThrottlingConfig) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { path, ip = '' } = context.switchToHttp().getRequest<Request>();
    if (HEALTH.test(path)) return true;
    const count = await this.requests.penalty(groupOf(ip, 'address'));
    refuseBeyond('requests', this.config.requestsPerMinute, count);
    return true;
  }
}
