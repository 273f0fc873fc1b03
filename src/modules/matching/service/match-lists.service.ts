import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import type { StoredMatch } from '../domain/stored-match';
import { MatchStatesRepository } from '../persistence/match-states.repository';
import { MatchesRepository } from '../persistence/matches.repository';

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
   * Puts these matches in the place of whatever the businesses had with these opportunities. A full list that held one of
   * them may have a better successor that was never stored: such a list is made anew by whoever sweeps next.
   */
  async replacePairs(
    businessIds: readonly string[],
    opportunityIds: readonly string[],
    matches: readonly StoredMatch[],
  ): Promise<void> {
    const uncertain = await this.matches.findFullListsWith(businessIds, opportunityIds);
    await this.matches.replacePairs(businessIds, opportunityIds, matches);
    await this.matches.trim(businessIds);
    if (uncertain.length > 0) await this.states.invalidate(uncertain);
  }

  /** Nobody may bid on these any more. */
  async removeOpportunities(opportunityIds: readonly string[]): Promise<void> {
    await this.matches.removeOpportunities(opportunityIds);
  }
}
