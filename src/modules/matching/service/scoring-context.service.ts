import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { naicsRelation, pscRelation } from '../../reference';
import { currentModel } from '../engine/models/current-model';
import type { ScoringContext } from '../engine/scoring-model';
import { type CorpusHead, TextCorporaRepository } from '../persistence/text-corpora.repository';

export interface VersionedContext extends ScoringContext {
  /** Weights and word counts, `2026-11.3`. */
  readonly modelVersion: string;
}

/** Words are counted anew when the number of opportunities has changed by more than this share. */
const TOLERATED_GROWTH = 0.2;

const nothingCounted: CorpusHead = { version: 0, documents: 0, averageLength: 0 };

/** What scores are made with at present. Every process makes the same scores, because the counts are rows. */
@Injectable()
export class ScoringContextService {
  private readonly logger = new Logger(ScoringContextService.name);
  private held: { readonly version: number; readonly context: VersionedContext } | undefined;

  constructor(
    private readonly corpora: TextCorporaRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<VersionedContext> {
    const head = (await this.corpora.findLatest()) ?? nothingCounted;
    if (this.held?.version !== head.version) this.held = { version: head.version, context: await this.contextOf(head) };
    return this.held.context;
  }

  /** Counts the words anew where the opportunities have become many more or fewer; one process at a time. */
  async refresh(): Promise<void> {
    const held = (await this.corpora.findLatest()) ?? nothingCounted;
    const documents = await this.corpora.countDocuments();
    if (Math.abs(documents - held.documents) <= TOLERATED_GROWTH * held.documents) return;
    const built = await this.unitOfWork.run(() => this.corpora.buildAlone(this.clock.now()));
    if (built) this.logger.log('words were counted', { version: built.version, documents: built.documents });
  }

  private async contextOf(head: CorpusHead): Promise<VersionedContext> {
    return {
      model: currentModel,
      corpus: await this.corpora.load(head),
      relations: { naics: naicsRelation, psc: pscRelation },
      modelVersion: `${currentModel.version}.${head.version}`,
    };
  }
}
