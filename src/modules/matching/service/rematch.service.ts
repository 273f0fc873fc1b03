import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { MatchStatesRepository } from '../persistence/match-states.repository';
import { MatchingSweep, type SweepOptions } from './matching-sweep.service';

const TURN_MS = 500;

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

  /** Makes all lists anew, here and now; while another process sweeps, it helps out by waiting for its turn. */
  async rematchAll(options: SweepOptions): Promise<void> {
    await this.request();
    while (!(await this.sweep.sweepAlone(options))) await setTimeout(TURN_MS);
  }
}
