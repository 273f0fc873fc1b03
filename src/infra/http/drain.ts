import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { RequestHandler, Response } from 'express';
import { HttpConfig } from '../../config';

/**
 * The first phase of a stop. The process still answers, but says "not ready" to the load balancer and "Connection: close"
 * to everybody, so that nobody sends a request into a connection that is about to be closed. Processes that serve nobody
 * have nothing to wait for.
 */
@Injectable()
export class Drain implements BeforeApplicationShutdown {
  private readonly open = new Set<Response>();
  private draining = false;

  constructor(
    private readonly config: HttpConfig,
    private readonly host: HttpAdapterHost,
  ) {}

  get isDraining(): boolean {
    return this.draining;
  }

  readonly announce: RequestHandler = (_request, response, next) => {
    if (this.draining) response.setHeader('Connection', 'close');
    this.open.add(response);
    response.once('close', () => this.open.delete(response));
    next();
  };

  async beforeApplicationShutdown(): Promise<void> {
    this.draining = true;
    if (!this.host.httpAdapter) return;
    this.announceToOpen();
    await new Promise((resolve) => setTimeout(resolve, this.config.drainMs));
  }

  /** Whoever waits for an answer now would keep a connection alive that outlasts the stop. */
  private announceToOpen(): void {
    for (const response of this.open) if (!response.headersSent) response.setHeader('Connection', 'close');
  }
}
