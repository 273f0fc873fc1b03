import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobContext, type JobHandler } from '../../../infra/queue';
import { MatchOpportunitiesService } from '../service/match-opportunities.service';
import { matchOpportunitiesJob } from './matching.jobs';

@Injectable()
@HandlesJob(matchOpportunitiesJob)
export class MatchOpportunitiesProcessor implements JobHandler<{ readonly opportunityIds: readonly string[] }> {
  constructor(private readonly matching: MatchOpportunitiesService) {}

  async handle(
    { opportunityIds }: { readonly opportunityIds: readonly string[] },
    { signal }: JobContext,
  ): Promise<void> {
    await this.matching.match(opportunityIds, signal);
  }
}
