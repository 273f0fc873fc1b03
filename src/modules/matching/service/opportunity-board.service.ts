import { Injectable } from '@nestjs/common';
import { type OpportunityIndex, stepsToOpportunityIndex } from '../engine/index/opportunity-index';
import { OpportunityRevisionsReadModel } from '../persistence/opportunity-revisions.read-model';
import { inSteps } from './in-steps';
import { MatchableOpportunities, type PreparedOpportunity } from './matchable-opportunities.service';
import { ScoringContextService, type VersionedContext } from './scoring-context.service';

/** All open opportunities at one revision, arranged for comparing businesses with them. */
export interface Board {
  readonly context: VersionedContext;
  readonly index: OpportunityIndex;
  readonly opportunities: ReadonlyMap<string, PreparedOpportunity>;
}

/**
 * Keeps the board in memory for as long as nothing on it changes; who asks while it is being loaded waits for the same one.
 * What closes by the clock is told by the gates.
 */
@Injectable()
export class OpportunityBoardService {
  private held: { readonly key: string; readonly board: Promise<Board> } | undefined;

  constructor(
    private readonly matchable: MatchableOpportunities,
    private readonly contexts: ScoringContextService,
    private readonly revisions: OpportunityRevisionsReadModel,
  ) {}

  /** The board as the open transaction, or the database at this moment, sees it. */
  async current(now: Date): Promise<Board> {
    const context = await this.contexts.current();
    const key = `${await this.revisions.sum()}/${context.modelVersion}`;
    if (this.held?.key === key) return this.held.board;
    const board = this.load(context, now);
    this.held = { key, board };
    board.catch(() => {
      if (this.held?.board === board) this.held = undefined;
    });
    return board;
  }

  private async load(context: VersionedContext, now: Date): Promise<Board> {
    const opportunities = new Map<string, PreparedOpportunity>();
    for await (const opportunity of this.matchable.walk({ now, onlyOpen: true }))
      opportunities.set(opportunity.id, opportunity);
    const features = Array.from(opportunities.values(), (opportunity) => opportunity.features);
    const index = await inSteps(stepsToOpportunityIndex(features, context));
    return { context, index, opportunities };
  }
}
