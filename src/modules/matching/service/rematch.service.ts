import { Injectable } from '@nestjs/common';
import { MatchStatesRepository } from '../persistence/match-states.repository';
import { MatchingSweep, type SweepOptions } from './matching-sweep.service';

@Injectable()
export class RematchService {
  constructor(
    private readonly states: MatchStatesRepository,
    private readonly sweep: MatchingSweep,
  ) {}

  /** All lists are to be made anew; whoever sweeps next does it. Answers how many there are. */
  request(): Promise<number> {
    return this.states.invalidate();
  }

  countBusinesses(): Promise<number> {
    return this.states.countBusinesses();
  }

  /** Makes all lists anew, here and now. */
  async rematchAll(options: SweepOptions): Promise<void> {
    await this.request();
    await this.sweep.sweep(options);
  }
}
