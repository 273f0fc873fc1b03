import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/time/clock';
import { BusinessesService } from '../../businesses';
import { BusinessMatcher } from './business-matcher.service';
import { MatchStatesRepository } from '../persistence/match-states.repository';
import { MatchLists } from './match-lists.service';
import { OpportunityBoardService } from './opportunity-board.service';

/** One side of matching: a profile changed, so its list is made anew. */
@Injectable()
export class MatchBusinessesService {
  constructor(
    private readonly businesses: BusinessesService,
    private readonly board: OpportunityBoardService,
    private readonly matcher: BusinessMatcher,
    private readonly lists: MatchLists,
    private readonly states: MatchStatesRepository,
    private readonly clock: Clock,
  ) {}

  /** At most `HELD_AT_ONCE` of `MatchLists` ids; those that are gone are passed over. */
  async match(businessIds: readonly string[]): Promise<void> {
    await this.lists.holding(businessIds, async (heldIds) => {
      const businesses = await this.businesses.getMany(heldIds);
      const now = this.clock.now();
      const board = await this.board.current(now);
      const matches = await this.matcher.bestOf(businesses, board, now);
      const revisions = new Map(businesses.map(({ id, matchRevision }) => [id, matchRevision]));
      await this.lists.replace(revisions, matches, board.context.modelVersion, now);
    });
  }

  /** After a change of this profile. Many changes in a row are one run: whichever comes first sees them all. */
  async matchIfBehind(businessId: string): Promise<void> {
    if (await this.states.isBehind(businessId)) await this.match([businessId]);
  }
}
