import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../../infra/queue';
import { MatchBusinessesService } from '../service/match-businesses.service';
import { matchBusinessJob } from './matching.jobs';

@Injectable()
@HandlesJob(matchBusinessJob)
export class MatchBusinessProcessor implements JobHandler<{ readonly businessId: string }> {
  constructor(private readonly matching: MatchBusinessesService) {}

  async handle({ businessId }: { readonly businessId: string }): Promise<void> {
    await this.matching.matchIfBehind(businessId);
  }
}
