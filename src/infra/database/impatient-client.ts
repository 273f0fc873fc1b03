import { Client, type ClientConfig } from 'pg';

const WAITED_LONG_ENOUGH = /^Query read timeout/;

/**
 * A connection that hangs up when the server leaves a statement without an answer (`query_timeout`). Nobody knows how far
 * such a statement came, and `pg` would drop a rollback that queues behind it: the connection would go back into the pool
 * with its transaction open, and swallow what the next request writes.
 */
export class ImpatientClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    const ask = this.query.bind(this);
    const askImpatiently = (...parameters: unknown[]): unknown => this.watch(Reflect.apply(ask, this, parameters));
    Object.defineProperty(this, 'query', { value: askImpatiently });
  }

  private watch(outcome: unknown): unknown {
    if (outcome instanceof Promise) outcome.catch((error: unknown) => this.hangUpIfLate(error));
    return outcome;
  }

  /** Ending a connection with a statement under way closes the socket at once; the pool takes it out when it is released. */
  private hangUpIfLate(error: unknown): void {
    if (error instanceof Error && WAITED_LONG_ENOUGH.test(error.message)) void this.end().catch(() => undefined);
  }
}
