import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../../common/time/clock';
import { AdvisoryLocks } from '../../../infra/database';
import { MatchStatesRepository } from '../persistence/match-states.repository';
import { OpportunityRevisionsReadModel } from '../persistence/opportunity-revisions.read-model';
import { allOrEach } from './all-or-each';
import { MatchBusinessesService } from './match-businesses.service';
import { HELD_AT_ONCE } from './match-lists.service';
import { MatchOpportunitiesService } from './match-opportunities.service';
import { ScoringContextService } from './scoring-context.service';

const EVERY_TEN_SECONDS = '*/10 * * * * *';
const OPPORTUNITIES_AT_ONCE = 500;

interface SweepProgress {
  businesses: number;
  opportunities: number;
}

export interface SweepOptions {
  readonly signal?: AbortSignal;
  /** Called after each step with what was done since the start: businesses and opportunities. */
  readonly onProgress?: (done: { businesses: number; opportunities: number }) => void;
}

/**
 * Finds whatever no job reached: businesses and opportunities whose rows say that their present revision was not matched,
 * and lists older than a day, whose opportunities have closed meanwhile. Needs no Redis.
 */
@Injectable()
export class MatchingSweep implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(MatchingSweep.name);
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly states: MatchStatesRepository,
    private readonly revisions: OpportunityRevisionsReadModel,
    private readonly contexts: ScoringContextService,
    private readonly businesses: MatchBusinessesService,
    private readonly opportunities: MatchOpportunitiesService,
    private readonly locks: AdvisoryLocks,
    private readonly clock: Clock,
  ) {}

  /** An absent database is nothing to shout about every ten seconds: the next sweep finds the same work. */
  @Cron(EVERY_TEN_SECONDS, { name: 'matching-sweep', timeZone: 'UTC', waitForCompletion: true })
  async sweepRegularly(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.running = this.sweepAlone({ signal: this.stopping.signal }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : '';
      this.logger.warn('The sweep was cut off; the next one goes on.', { reason });
    });
    await this.running;
  }

  /** Sweeps, unless another process does: then it answers false at once. */
  async sweepAlone(options: SweepOptions = {}): Promise<boolean> {
    const swept = await this.locks.tryWith('matching-sweep', async () => {
      await this.sweep(options);
      return true;
    });
    return swept ?? false;
  }

  /** Does all that is to be done now, in bounded steps. What fails is passed over until the next sweep. */
  async sweep({ signal, onProgress }: SweepOptions = {}): Promise<void> {
    await this.contexts.refresh();
    const done = { businesses: 0, opportunities: 0 };
    await this.matchStale(done, { signal, onProgress });
    await inSteps(
      (failed) => this.revisions.findUnmatchedIds(OPPORTUNITIES_AT_ONCE, failed),
      (ids) => this.opportunities.match(ids, signal),
      (count) => {
        done.opportunities += count;
        onProgress?.(done);
      },
      signal,
    );
    // Lists that lost a member to a changed opportunity.
    await this.matchStale(done, { signal, onProgress });
  }

  private async matchStale(done: SweepProgress, { signal, onProgress }: SweepOptions): Promise<void> {
    await inSteps(
      (failed) => this.staleBusinesses(failed),
      (ids) => this.businesses.match(ids),
      (count) => {
        done.businesses += count;
        onProgress?.(done);
      },
      signal,
    );
  }

  /** The first thing a stop does: a sweep ends after its present step. */
  onModuleDestroy(): void {
    this.stopping.abort();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running;
  }

  private async staleBusinesses(except: readonly string[]): Promise<readonly string[]> {
    const { modelVersion } = await this.contexts.current();
    return this.states.findStale(modelVersion, this.clock.now(), HELD_AT_ONCE, except);
  }
}

/** Finds and does until nothing is found but what has failed. */
const inSteps = async (
  find: (failed: readonly string[]) => Promise<readonly string[]>,
  work: (ids: readonly string[]) => Promise<void>,
  onDone: (count: number) => void,
  signal?: AbortSignal,
): Promise<void> => {
  const failed: string[] = [];
  while (!signal?.aborted) {
    const ids = await find(failed);
    if (ids.length === 0) return;
    const undone = await allOrEach(ids, work);
    failed.push(...undone);
    onDone(ids.length - undone.length);
  }
};
