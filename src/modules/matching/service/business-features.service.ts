import { Injectable } from '@nestjs/common';
import { utahDay } from '../../businesses';
import { ReferenceService } from '../../reference';
import {
  type BusinessTexts,
  businessFeatures,
  businessTexts,
  type MatchableBusiness,
} from '../engine/features/business-features';
import type { BusinessFeatures } from '../engine/features/features';
import { parseTsvector } from '../engine/text/parse-tsvector';
import type { TermVector } from '../engine/text/term-vector';
import { TermVectorsReadModel } from '../persistence/term-vectors.read-model';
import type { VersionedContext } from './scoring-context.service';

@Injectable()
export class BusinessFeaturesService {
  constructor(
    private readonly vectors: TermVectorsReadModel,
    private readonly reference: ReferenceService,
  ) {}

  /** What the engine compares of each business, in the same order. One query, however many there are. */
  async of(
    businesses: readonly MatchableBusiness[],
    { model }: VersionedContext,
    now: Date,
  ): Promise<readonly BusinessFeatures[]> {
    const facts = this.reference.facts();
    const texts = businesses.map((business) => businessTexts(business, facts));
    const vectors = await this.vectors.of(
      texts.flatMap(({ capability, pastWork }) => [capability, ...pastWork.map(({ text }) => text)]),
    );
    const next = vectors.map(parseTsvector)[Symbol.iterator]();
    // Past work ages by the calendar of Utah, where the businesses are.
    const today = utahDay(now);
    return businesses.map((business, position) =>
      businessFeatures(business, { terms: takeTerms(texts[position], next), facts, today, model }),
    );
  }
}

/** The vectors come in the order in which the texts were asked for. */
const takeTerms = (
  texts: BusinessTexts | undefined,
  next: Iterator<TermVector>,
): { capability: TermVector; pastWork: ReadonlyMap<string, TermVector> } => {
  const take = (): TermVector => {
    const step = next.next();
    if (step.done) throw new Error('There are fewer term vectors than texts.');
    return step.value;
  };
  const capability = take();
  return { capability, pastWork: new Map((texts?.pastWork ?? []).map(({ id }) => [id, take()])) };
};
