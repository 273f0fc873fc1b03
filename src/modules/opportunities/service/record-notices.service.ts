import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { ReferenceService } from '../../reference';
import { type IncomingNotice, publicationOf, roundsOf, toIncoming } from '../domain/incoming-notice';
import type { Notice } from '../domain/notice';
import { MOST_IDS_PER_EVENT, OPPORTUNITIES_CHANGED, type OpportunitiesChanged } from '../domain/opportunity.events';
import { type OpportunityState, opportunityState } from '../domain/opportunity-state';
import { type Placement, placeNotices } from '../domain/place-notices';
import { type CurrentNotice, type NewRevision, NoticesRepository } from '../persistence/notices.repository';
import { type NewOpportunity, OpportunitiesRepository } from '../persistence/opportunities.repository';

/** `created`: the notice started an opportunity; `merged`: a new notice of one; `updated`: a known one with new content. */
export type RecordingOutcome = 'created' | 'merged' | 'updated' | 'unchanged';

export interface RecordedNotice {
  readonly outcome: RecordingOutcome;
  readonly opportunityId: string;
}

/** A notice that has to be stored; `replaces` is the revision that it supersedes. */
interface Change extends RecordedNotice {
  readonly incoming: IncomingNotice;
  readonly replaces?: CurrentNotice;
}

/**
 * Stores notices of any source and keeps the opportunities that they make up. Made for batches of up to about 1,000
 * notices: the number of statements does not grow with the batch.
 */
@Injectable()
export class RecordNoticesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticesRepository,
    private readonly opportunities: OpportunitiesRepository,
    private readonly reference: ReferenceService,
    private readonly clock: Clock,
    private readonly events: EventEmitter2,
  ) {}

  /**
   * One answer for each notice, in the order given. Runs in one transaction, or in the caller's. Batches that share no
   * `procurementKey` run side by side, others wait for each other. A publication stays with its opportunity even if its
   * solicitation number changes later.
   */
  recordNotices(notices: readonly Notice[]): Promise<readonly RecordedNotice[]> {
    const incoming = notices.map(toIncoming);
    return this.unitOfWork.run(async () => {
      await this.opportunities.lockProcurements(incoming.map(({ procurement }) => procurement));
      const answers = new Map<IncomingNotice, RecordedNotice>();
      for (const round of roundsOf(incoming)) {
        const recorded = await this.recordRound(round);
        for (const entry of round) answers.set(entry, answerFor(entry, recorded));
      }
      return incoming.map((entry) => answerFor(entry, answers));
    });
  }

  /** Answers by notice. No publication occurs twice in a round. */
  private async recordRound(arrived: readonly IncomingNotice[]): Promise<ReadonlyMap<IncomingNotice, RecordedNotice>> {
    const current = await this.notices.findCurrent(arrived.map(({ notice }) => notice));
    const known = new Map(current.map((notice) => [publicationOf(notice), notice]));
    const round = await this.keepTexts(arrived, known);
    const fresh = round.filter(({ publication }) => !known.has(publication));
    const repeated = round.flatMap((incoming) => repetitionOf(incoming, known.get(incoming.publication)));
    const updates = repeated.filter(({ outcome }) => outcome === 'updated');

    const stored = await this.opportunities.findForUpdate(
      fresh.map(({ procurement }) => procurement),
      updates.map(({ opportunityId }) => opportunityId),
    );
    const placements = placeNotices(stored, fresh, uuidv7);
    await this.store(placements, updates);
    const changes = new Map([...placements, ...repeated].map((change) => [change.incoming.publication, change]));
    return new Map(arrived.flatMap((entry) => pairWith(entry, changes.get(entry.publication))));
  }

  /** Some formats carry only a link in place of the text: what they leave out does not take back what another one gave. */
  private async keepTexts(
    round: readonly IncomingNotice[],
    known: ReadonlyMap<string, CurrentNotice>,
  ): Promise<readonly IncomingNotice[]> {
    const silent = round.filter(({ notice, publication }) => notice.description === '' && known.has(publication));
    if (silent.length === 0) return round;
    const texts = await this.notices.findDescriptions(
      silent.flatMap(({ publication }) => known.get(publication)?.id ?? []),
    );
    return round.map((entry) => {
      const text = silent.includes(entry) ? texts.get(known.get(entry.publication)?.id ?? '') : undefined;
      return text ? toIncoming({ ...entry.notice, description: text }) : entry;
    });
  }

  private async store(placements: readonly Placement[], updates: readonly Change[]): Promise<void> {
    const changes: readonly Change[] = [...placements, ...updates];
    const now = this.clock.now();
    const states = await this.foldStates(changes);
    const started = placements.filter(({ outcome }) => outcome === 'created');
    const startedIds = new Set(started.map(({ opportunityId }) => opportunityId));
    await this.opportunities.insert(
      started.flatMap((placement) => newOpportunity(placement, states)),
      now,
    );
    const grownIds = await this.opportunities.update(
      [...states.values()].filter(({ id }) => !startedIds.has(id)),
      now,
    );
    await this.notices.supersede(
      updates.flatMap(({ replaces }) => replaces?.id ?? []),
      now,
    );
    await this.notices.insert(changes.map(toRevision), now);
    this.announce([...startedIds, ...grownIds]);
  }

  /** The new state of every opportunity that these changes touch. */
  private async foldStates(changes: readonly Change[]): Promise<ReadonlyMap<string, OpportunityState>> {
    const facts = this.reference.facts();
    const arrivals = new Map<string, Notice[]>();
    for (const { opportunityId, incoming } of changes) {
      arrivals.set(opportunityId, [...(arrivals.get(opportunityId) ?? []), incoming.notice]);
    }
    const earlier = await this.notices.findCurrentOf([...arrivals.keys()]);
    const states = [...arrivals].map(([id, arrived]) => {
      const arrivedPublications = new Set(arrived.map(publicationOf));
      const kept = (earlier.get(id) ?? []).filter((notice) => !arrivedPublications.has(publicationOf(notice)));
      return opportunityState(id, [...kept, ...arrived], (zip) => facts.zip(zip));
    });
    return new Map(states.map((state) => [state.id, state]));
  }

  private announce(opportunityIds: readonly string[]): void {
    for (let start = 0; start < opportunityIds.length; start += MOST_IDS_PER_EVENT) {
      const event: OpportunitiesChanged = { opportunityIds: opportunityIds.slice(start, start + MOST_IDS_PER_EVENT) };
      this.unitOfWork.afterCommit(async () => {
        await this.events.emitAsync(OPPORTUNITIES_CHANGED, event);
      });
    }
  }
}

const pairWith = (entry: IncomingNotice, change: Change | undefined): readonly [IncomingNotice, Change][] =>
  change ? [[entry, change]] : [];

function repetitionOf(incoming: IncomingNotice, replaces: CurrentNotice | undefined): readonly Change[] {
  if (!replaces) return [];
  const outcome = replaces.contentHash === incoming.hash ? 'unchanged' : 'updated';
  return [{ incoming, replaces, outcome, opportunityId: replaces.opportunityId }];
}

function newOpportunity(
  { opportunityId, siblingNumber, incoming }: Placement,
  states: ReadonlyMap<string, OpportunityState>,
): readonly NewOpportunity[] {
  const state = states.get(opportunityId);
  return state ? [{ ...state, siblingNumber, procurementKey: incoming.procurement }] : [];
}

const toRevision = ({ incoming, opportunityId, replaces }: Change): NewRevision => ({
  id: uuidv7(),
  opportunityId,
  revision: (replaces?.revision ?? 0) + 1,
  contentHash: incoming.hash,
  notice: incoming.notice,
});

function answerFor(entry: IncomingNotice, answers: ReadonlyMap<IncomingNotice, RecordedNotice>): RecordedNotice {
  const answer = answers.get(entry);
  if (!answer) throw new Error('Every notice of a batch is recorded.');
  return { outcome: answer.outcome, opportunityId: answer.opportunityId };
}
