import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ThrottlingConfig } from '../../config';
import { KeyRing } from '../encryption';
import { type Limit, refuseBeyond } from './limit';
import { SharedCounters } from './shared-counters';

/**
 * Counts attempts in windows of fixed length, over all processes. Each process also keeps its own part of the counts in
 * memory: while Redis is away that part decides, so nobody gains a fresh allowance in this process by an outage.
 */
@Injectable()
export class Throttles {
  private readonly own = new RateLimiterMemory({ points: 1, duration: 1 });

  constructor(
    private readonly shared: SharedCounters,
    private readonly config: ThrottlingConfig,
    private readonly keys: KeyRing,
  ) {}

  /**
   * Counts one attempt against the limit of this name, for this key: an address, an account. Neither is stored readably.
   * @throws ThrottledError when the window already holds as many as the limit allows; nothing else, whatever fails below
   */
  async consume(name: string, key: string, { limit, seconds }: Limit): Promise<void> {
    const pseudonym = this.pseudonymOf(name, key);
    const own = await this.own.penalty(pseudonym, 1, { customDuration: seconds });
    const count = (await this.shared.add(pseudonym, seconds)) ?? own;
    refuseBeyond(name, Math.max(1, Math.round(limit * this.config.scale)), count);
  }

  /** Forgets the attempts that were counted: what followed showed that they were honest. */
  async forgive(name: string, key: string): Promise<void> {
    const pseudonym = this.pseudonymOf(name, key);
    await this.own.delete(pseudonym);
    await this.shared.delete(pseudonym);
  }

  private pseudonymOf(name: string, key: string): string {
    const { bytes } = this.keys.current('account-pseudonyms');
    const hash = createHmac('sha256', bytes).update(`throttle:${name}:${key}`).digest('base64url').slice(0, 22);
    return `${name}:${hash}`;
  }
}
