import { Injectable, Logger, Optional } from '@nestjs/common';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { RefusedTokenError } from '../../common/errors/refused-token-error';
import { currentRequestContext } from '../logging';
import { groupOf, ThrottledError } from '../throttling';
import type { ProblemDetails } from './problem-details';
import { type SecurityEvent, SecurityEvents } from './security-events';

/** How long an answer waits until its event is written. */
const PATIENCE_MS = 1_000;
/** Of one kind, for one person or network: more of them tell nothing new. */
const REFUSALS_PER_MINUTE = 60;
/** Each waits for the end of the audit log with a connection of its own. */
const MOST_WAITING = 5;

/** Records the refusals and faults that security is about. Never fails, and never holds up an answer for long. */
@Injectable()
export class RefusalRecorder {
  private readonly logger = new Logger('problem');
  private readonly refusals = new RateLimiterMemory({ points: 1, duration: 60 });
  private waiting = 0;

  constructor(@Optional() private readonly events?: SecurityEvents) {}

  /** Resolves when the event is written, if there is one to write, at the latest after a second. */
  async record(error: unknown, problem: ProblemDetails, request: Request): Promise<void> {
    const event = eventOf(error, problem, request);
    if (!event || !this.events) return;
    if (await this.isOneOfTooMany(event, request)) return;
    await atMost(PATIENCE_MS, this.write(event, this.events));
  }

  private async write(event: SecurityEvent, events: SecurityEvents): Promise<void> {
    this.waiting += 1;
    try {
      await events.record(event);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn('a security event was not recorded', { action: event.action, reason });
    } finally {
      this.waiting -= 1;
    }
  }

  /** Whoever is refused again and again must fill neither the log nor the pool of connections. */
  private async isOneOfTooMany(event: SecurityEvent, { ip = '' }: Request): Promise<boolean> {
    if (this.waiting >= MOST_WAITING) return true;
    if (event.action === 'error.unexpected') return false;
    const refused = currentRequestContext()?.userId ?? groupOf(ip, 'network');
    const { consumedPoints } = await this.refusals.penalty(`${event.action}:${refused}`);
    return consumedPoints > REFUSALS_PER_MINUTE;
  }
}

const eventOf = (error: unknown, problem: ProblemDetails, request: Request): SecurityEvent | undefined => {
  const { status, code, instance: path } = problem;
  const { method } = request;
  const denied = { outcome: 'denied', details: { code, method, path } } as const;
  if (status === 403) return { action: 'access.denied', ...denied };
  if (error instanceof ThrottledError && error.isFirst) {
    return { action: 'request.throttled', outcome: 'denied', details: { limit: error.throttle, method, path } };
  }
  const kind = kindOfRefusedToken(error, problem, request);
  if (kind) return { action: 'token.refused', outcome: 'denied', details: { kind, code, method, path } };
  if (status !== 500) return undefined;
  const name = error instanceof Error ? error.name : typeof error;
  return { action: 'error.unexpected', outcome: 'failure', details: { error: name, method, path } };
};

const kindOfRefusedToken = (error: unknown, { status, code }: ProblemDetails, request: Request): string | undefined => {
  if (error instanceof RefusedTokenError) return error.token;
  const isAccess = status === 401 && code === 'unauthenticated' && request.headers.authorization !== undefined;
  return isAccess ? 'access' : undefined;
};

const atMost = async (milliseconds: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, patience]);
  clearTimeout(timer);
};
