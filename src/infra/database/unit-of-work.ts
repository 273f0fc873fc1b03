import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isTransactionConflict } from './database-errors';

type BeforeCommit = () => Promise<void>;
type AfterCommit = () => void | Promise<void>;

interface OpenTransaction {
  readonly manager: EntityManager;
  readonly beforeCommit: BeforeCommit[];
  readonly afterCommit: AfterCommit[];
}

const MOST_TRIES = 3;

/**
 * One transaction for everything that a service does, whichever repositories take part: they ask for `manager` and get
 * the open transaction's one, so nobody needs a second connection inside a transaction (which would deadlock a small pool).
 */
@Injectable()
export class UnitOfWork {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();
  private readonly logger = new Logger(UnitOfWork.name);

  constructor(private readonly dataSource: DataSource) {}

  /** For repositories and read models: the open transaction's manager, or the pool's where there is none. */
  get manager(): EntityManager {
    return this.open.getStore()?.manager ?? this.dataSource.manager;
  }

  /**
   * Runs `work` in one transaction; inside another one it joins it. Deadlocks and serialisation failures are tried again,
   * so `work` must have no effect outside the database: such effects go into `afterCommit`.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.open.getStore()) return work();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runOnce(work);
      } catch (error) {
        if (attempt === MOST_TRIES || !isTransactionConflict(error)) throw error;
      }
    }
  }

  /**
   * The last statements of the open transaction, when everything else in it is done: for what takes a lock that everybody
   * wants. Held so briefly, and always taken last, such a lock takes part in no deadlock. Without a transaction: at once,
   * in one of its own.
   */
  async beforeCommit(work: BeforeCommit): Promise<void> {
    const transaction = this.open.getStore();
    if (transaction) transaction.beforeCommit.push(work);
    else await this.run(work);
  }

  /** What has to happen once the open transaction is committed, and never when it is rolled back. At once without one. */
  afterCommit(effect: AfterCommit): void {
    const transaction = this.open.getStore();
    if (transaction) transaction.afterCommit.push(effect);
    else void this.runEffect(effect);
  }

  private async runOnce<T>(work: () => Promise<T>): Promise<T> {
    const [beforeCommit, afterCommit]: [BeforeCommit[], AfterCommit[]] = [[], []];
    const result = await this.dataSource.transaction((manager) =>
      this.open.run({ manager, beforeCommit, afterCommit }, async () => {
        const worked = await work();
        for (const last of beforeCommit) await last();
        return worked;
      }),
    );
    for (const effect of afterCommit) await this.runEffect(effect);
    return result;
  }

  /** The data is already safe and every effect can be derived from it again, so a failing effect is only reported. */
  private async runEffect(effect: AfterCommit): Promise<void> {
    try {
      await effect();
    } catch (error) {
      this.logger.warn(`An effect after a commit failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
