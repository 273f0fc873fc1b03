import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { DomainError } from '../../../../common/errors/domain-error';

/** One core stays with the requests. */
const THREADS = Math.max(1, availableParallelism() - 1);
/** At about 0.3 s a hash nobody waits much longer than four seconds; whoever comes then is told to come back. */
const MOST_WAITING = 14 * THREADS;
const IDLE_MS = 30_000;

/** bcrypt in threads of its own, behind a bounded queue. */
@Injectable()
export class BcryptThreads implements OnApplicationShutdown {
  private readonly pool = new Piscina({
    filename: join(__dirname, 'bcrypt.worker.js'),
    minThreads: 0,
    maxThreads: THREADS,
    maxQueue: MOST_WAITING,
    idleTimeout: IDLE_MS,
  });

  /** @throws DomainError `busy` when too many are waiting */
  async hash(digest: string, cost: number): Promise<string> {
    return String(await this.run({ digest, cost }));
  }

  /**
   * Whether the first hash is of this digest. The others are compared as well, only for the time that it takes, and in the
   * same turn: nobody waits in the queue for them. @throws DomainError `busy` when too many are waiting
   */
  async compare(digest: string, ...hashes: readonly [string, ...string[]]): Promise<boolean> {
    return (await this.run({ digest, hashes })) === true;
  }

  /** Before any other work is done for somebody who would be turned away. @throws DomainError `busy` */
  refuseWhenBusy(): void {
    if (this.pool.queueSize < MOST_WAITING) return;
    throw new DomainError('unavailable', 'busy', 'Too many people are signing in; try again in a few seconds.');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }

  private async run(task: object): Promise<unknown> {
    this.refuseWhenBusy();
    const result: unknown = await this.pool.run(task);
    return result;
  }
}
