import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import type { StoredMatch } from '../domain/stored-match';
import { MatchStatesRepository } from '../persistence/match-states.repository';
import { MatchesRepository } from '../persistence/matches.repository';

/** Businesses that one transaction holds at most. */
export const HELD_AT_ONCE = 50;

/**
 * The stored lists. Whoever writes holds the businesses concerned and reads both sides only behind that lock, so whichever
 * run comes last has seen everything, and doing anything twice changes nothing.
 */
@Injectable()
export class MatchLists {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly states: MatchStatesRepository,
    private readonly matches: MatchesRepository,
  ) {}

  /** Runs `work` in one transaction that holds these businesses, as far as they exist; others who want one wait. */
  async holding(businessIds: readonly string[], work: (heldIds: readonly string[]) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(async () => work(await this.states.lock(businessIds)));
  }

  /** These are all matches of these businesses, made at these revisions of their profiles. */
  async replace(
    revisions: ReadonlyMap<string, number>,
    matches: readonly StoredMatch[],
    modelVersion: string,
    now: Date,
  ): Promise<void> {
    await this.matches.replaceOf([...revisions.keys()], matches);
    await this.states.save(revisions, modelVersion, now);
  }

  /**
   * Puts these matches in the place of whatever the businesses had with these opportunities. Where one of them falls to the
   * last place of a full list or out of it, something better may never have been stored: whoever sweeps next makes such a
   * list anew.
   */
  async replacePairs(
    businessIds: readonly string[],
    opportunityIds: readonly string[],
    matches: readonly StoredMatch[],
  ): Promise<void> {
    const full = await this.matches.findFullListsWith(businessIds, opportunityIds);
    await this.matches.replacePairs(businessIds, opportunityIds, matches);
    await this.matches.trim(businessIds);
    const scores = new Map(matches.map((match) => [pairKey(match.businessId, match.opportunityId), match.score]));
    const uncertain = full.filter(({ businessId, leastScore, opportunityIds: held }) =>
      held.some((id) => (scores.get(pairKey(businessId, id)) ?? 0) <= leastScore),
    );
    if (uncertain.length > 0) await this.states.invalidate(uncertain.map(({ businessId }) => businessId));
  }

  /** Nobody may bid on these any more. */
  async removeOpportunities(opportunityIds: readonly string[]): Promise<void> {
    const holders = await this.matches.findHolders(opportunityIds);
    for (let start = 0; start < holders.length; start += HELD_AT_ONCE) {
      await this.holding(holders.slice(start, start + HELD_AT_ONCE), (heldIds) =>
        this.replacePairs(heldIds, opportunityIds, []),
      );
    }
  }
}

const pairKey = (businessId: string, opportunityId: string): string => `${businessId}/${opportunityId}`;
