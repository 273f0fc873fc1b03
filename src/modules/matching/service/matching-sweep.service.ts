import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../../common/time/clock';
import { AdvisoryLocks } from '../../../infra/database';
import { MatchStatesRepository } from '../persistence/match-states.repository';
import { OpportunityRevisionsReadModel } from '../persistence/opportunity-revisions.read-model';
import { MatchBusinessesService } from './match-businesses.service';
import { HELD_AT_ONCE } from './match-lists.service';
import { MatchOpportunitiesService } from './match-opportunities.service';
import { ScoringContextService } from './scoring-context.service';

const EVERY_TEN_SECONDS = '*/10 * * * * *';
const OPPORTUNITIES_AT_ONCE = 500;
const ONE_DAY_MS = 24 * 60 * 60 * 1_000;

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
export class MatchingSweep implements BeforeApplicationShutdown {
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

  /** One worker at a time; the others find it taken and leave. An absent database is nothing to report every ten seconds. */
  @Cron(EVERY_TEN_SECONDS, { name: 'matching-sweep', timeZone: 'UTC', waitForCompletion: true })
  async sweepRegularly(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.running = this.locks
      .tryWith('matching-sweep', () => this.sweep({ signal: this.stopping.signal }))
      .catch((error: unknown) => {
        this.logger.warn('The sweep was cut off; the next one goes on.', {
          reason: error instanceof Error ? error.message : '',
        });
      });
    await this.running;
  }

  /** Does all that is to be done now, in bounded steps. */
  async sweep({ signal, onProgress }: SweepOptions = {}): Promise<void> {
    await this.contexts.refresh();
    const done = { businesses: 0, opportunities: 0 };
    for (
      let ids = await this.staleBusinesses();
      ids.length > 0 && !signal?.aborted;
      ids = await this.staleBusinesses()
    ) {
      await this.businesses.match(ids);
      done.businesses += ids.length;
      onProgress?.(done);
    }
    for (let ids = await this.unmatched(); ids.length > 0 && !signal?.aborted; ids = await this.unmatched()) {
      await this.opportunities.match(ids, signal);
      done.opportunities += ids.length;
      onProgress?.(done);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async staleBusinesses(): Promise<readonly string[]> {
    const { modelVersion } = await this.contexts.current();
    const aDayAgo = new Date(this.clock.now().getTime() - ONE_DAY_MS);
    return this.states.findStale(modelVersion, aDayAgo, HELD_AT_ONCE);
  }

  private unmatched(): Promise<readonly string[]> {
    return this.revisions.findUnmatchedIds(OPPORTUNITIES_AT_ONCE);
  }
}
