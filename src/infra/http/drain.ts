import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';

const DRAIN_MS = 1_500;

/**
 * The first phase of a stop. The process still answers, but says "not ready" to the load balancer and "Connection: close"
 * to everybody, so that nobody sends a request into a connection that is about to be closed.
 */
@Injectable()
export class Drain implements BeforeApplicationShutdown {
  private draining = false;

  get isDraining(): boolean {
    return this.draining;
  }

  readonly announce: RequestHandler = (_request, response, next) => {
    if (this.draining) response.setHeader('Connection', 'close');
    next();
  };

  async beforeApplicationShutdown(): Promise<void> {
    this.draining = true;
    await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
  }
}
