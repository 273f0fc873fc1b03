import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { v7 as uuid } from 'uuid';
import { JobQueues } from '../../../infra/queue';
import { BUSINESS_MATCH_DATA_CHANGED, type BusinessMatchDataChanged } from '../../businesses';
import { OPPORTUNITIES_CHANGED, type OpportunitiesChanged } from '../../opportunities';
import { matchBusinessJob, matchOpportunitiesJob } from './matching.jobs';

/** Turns what happened below into jobs, so that matches follow within seconds. Losing one loses only the seconds. */
@Injectable()
export class MatchingAnnouncer {
  constructor(private readonly queues: JobQueues) {}

  @OnEvent(BUSINESS_MATCH_DATA_CHANGED)
  async businessChanged({ businessId, matchRevision }: BusinessMatchDataChanged): Promise<void> {
    await this.queues.announce(matchBusinessJob, { businessId }, `${businessId}-${matchRevision}`);
  }

  /** A key of its own each time: which revisions changed is in the rows, and a job that finds nothing to do costs nothing. */
  @OnEvent(OPPORTUNITIES_CHANGED)
  async opportunitiesChanged({ opportunityIds }: OpportunitiesChanged): Promise<void> {
    await this.queues.announce(matchOpportunitiesJob, { opportunityIds }, uuid());
  }
}
