import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/time/clock';
import { naicsRelation } from '../../reference';
import { toMatchableBusiness } from '../domain/evaluation-business';
import type { EvaluationProfile, RelevanceCase } from '../domain/evaluation-profile';
import { meanMetrics, type RankingMetrics, rankingMetrics } from '../domain/ranking-metrics';
import { shuffled } from '../domain/seeded-shuffle';
import type { BusinessFeatures, OpportunityFeatures } from '../engine/features/features';
import { ABSENT } from '../engine/index/distinct';
import { buildOpportunityIndex, type OpportunityIndex } from '../engine/index/opportunity-index';
import { rankOpportunities } from '../engine/rank-opportunities';
import { EvaluationPoolReadModel, type JoinedSolicitation } from '../persistence/evaluation-pool.read-model';
import { BusinessFeaturesService } from './business-features.service';
import { MatchableOpportunities } from './matchable-opportunities.service';
import { ScoringContextService } from './scoring-context.service';

const SEEDS = [1, 2, 3, 4, 5];
const DEPTH = 50;

/** Rankings of one pool against what businesses won later. */
export interface EvaluationResult {
  /** Businesses that won something of the kind in question. */
  readonly businesses: number;
  readonly cases: number;
  readonly random: RankingMetrics;
  readonly naicsOnly: RankingMetrics;
  readonly hub: RankingMetrics;
}

export interface Evaluation {
  readonly pool: number;
  readonly all: EvaluationResult;
  readonly withoutSpareParts: EvaluationResult;
}

interface Contender {
  readonly features: BusinessFeatures;
  /** What it has won already is no news. */
  readonly won: ReadonlySet<string>;
}

interface Trial extends Contender {
  readonly relevant: ReadonlySet<string>;
}

/** Measures how well the ranking finds what businesses went on to win. Eligibility is left out: it is decided, not ranked. */
@Injectable()
export class MatchingEvaluation {
  constructor(
    private readonly pool: EvaluationPoolReadModel,
    private readonly matchable: MatchableOpportunities,
    private readonly contexts: ScoringContextService,
    private readonly features: BusinessFeaturesService,
    private readonly clock: Clock,
  ) {}

  /** On all opportunities of the database, which holds nothing but the pool. */
  async evaluate(profiles: readonly EvaluationProfile[], cases: readonly RelevanceCase[]): Promise<Evaluation> {
    await this.contexts.refresh();
    const context = await this.contexts.current();
    const opportunityIds = await this.pool.opportunitiesByNotice();
    const features = await this.featuresOf(new Set(opportunityIds.values()));
    const indexes = SEEDS.map((seed) => buildOpportunityIndex(shuffled(features, seed).map(withTieKey), context));
    const contenders = await this.contendersOf(profiles);
    const measure = (counted: readonly RelevanceCase[]): EvaluationResult =>
      compare(indexes, trialsOf(contenders, counted, opportunityIds), counted.length);
    return {
      pool: features.length,
      all: measure(cases),
      withoutSpareParts: measure(cases.filter(({ isSpareParts }) => !isSpareParts)),
    };
  }

  /** In the given order, which does not depend on the ids that this import happened to give. */
  private async featuresOf(ids: ReadonlySet<string>): Promise<readonly OpportunityFeatures[]> {
    const features = new Map<string, OpportunityFeatures>();
    for await (const opportunity of this.matchable.walk({ now: this.clock.now() })) {
      features.set(opportunity.id, opportunity.features);
    }
    return [...ids].flatMap((id) => features.get(id) ?? []);
  }

  private async contendersOf(profiles: readonly EvaluationProfile[]): Promise<ReadonlyMap<string, Contender>> {
    const numbers = profiles.flatMap(({ won }) => won.flatMap(({ solicitationNumber }) => solicitationNumber ?? []));
    const joined = await this.pool.findBySolicitationNumbers(numbers);
    const solicitationsOf = (number: string | null): readonly JoinedSolicitation[] => joined.get(number ?? '') ?? [];
    const businesses = profiles.map((profile) =>
      toMatchableBusiness(profile, ({ solicitationNumber }) => solicitationsOf(solicitationNumber)[0]),
    );
    const features = await this.features.of(businesses, await this.contexts.current(), this.clock.now());
    return new Map(
      profiles.flatMap(({ business, won }, position) => {
        const side = features[position];
        const ids = won.flatMap(({ solicitationNumber }) => solicitationsOf(solicitationNumber));
        return side
          ? [[business, { features: side, won: new Set(ids.map(({ opportunityId }) => opportunityId)) }]]
          : [];
      }),
    );
  }
}

function trialsOf(
  contenders: ReadonlyMap<string, Contender>,
  cases: readonly RelevanceCase[],
  opportunityIds: ReadonlyMap<string, string>,
): readonly Trial[] {
  const relevant = new Map<string, Set<string>>();
  for (const { business, noticeId } of cases) {
    const id = opportunityIds.get(noticeId);
    if (id) relevant.set(business, (relevant.get(business) ?? new Set()).add(id));
  }
  return Array.from(relevant).flatMap(([business, ids]) => {
    const contender = contenders.get(business);
    return contender ? [{ ...contender, relevant: ids }] : [];
  });
}

const averaged = (trials: readonly Trial[], rank: (trial: Trial) => readonly string[]): RankingMetrics =>
  meanMetrics(trials.map((trial) => rankingMetrics(rank(trial), trial.relevant)));

const TIE_KEY_LENGTH = 8;

/** Equal scores and deadlines are ordered by id: the place in a shuffled pool goes before it and decides. */
const withTieKey = (features: OpportunityFeatures, place: number): OpportunityFeatures => ({
  ...features,
  id: `${String(place).padStart(TIE_KEY_LENGTH, '0')}${features.id}`,
});

const withoutTieKey = (id: string): string => id.slice(TIE_KEY_LENGTH);

/** The first places of a ranking without what was won before. */
const news = (index: OpportunityIndex, positions: readonly number[], { won }: Trial): readonly string[] =>
  positions
    .slice(0, DEPTH + won.size)
    .map((position) => withoutTieKey(index.facts[position]?.id ?? ''))
    .filter((id) => !won.has(id))
    .slice(0, DEPTH);

const hubRanking = (index: OpportunityIndex, { features, won }: Trial): readonly string[] =>
  rankOpportunities(features, index, { most: DEPTH, admits: (id) => !won.has(withoutTieKey(id)) }).map(
    ({ opportunityId }) => withoutTieKey(opportunityId),
  );

/** Means over the pools, each in an order of its own. */
function compare(pools: readonly OpportunityIndex[], trials: readonly Trial[], cases: number): EvaluationResult {
  const measured = (rank: (index: OpportunityIndex, trial: Trial) => readonly string[]): RankingMetrics =>
    meanMetrics(pools.map((index) => averaged(trials, (trial) => rank(index, trial))));
  return {
    businesses: trials.length,
    cases,
    random: measured((index, trial) => news(index, [...index.facts.keys()], trial)),
    naicsOnly: measured((index, trial) => news(index, byNaics(trial, index), trial)),
    hub: measured(hubRanking),
  };
}

/** Nearest NAICS code first; equals stay in the order of the pool. */
function byNaics({ features }: Trial, { context, facts, naics }: OpportunityIndex): readonly number[] {
  const values = naics.values.map((code) =>
    Math.max(0, ...features.naicsCodes.map((own) => context.model.naics[naicsRelation(code, own.code)])),
  );
  const levels = new Map<number, number[]>();
  for (const position of facts.keys()) {
    const value = values[naics.numberOf[position] ?? ABSENT] ?? 0;
    const level = levels.get(value);
    if (level) level.push(position);
    else levels.set(value, [position]);
  }
  return [...levels].sort(([a], [b]) => b - a).flatMap(([, positions]) => positions);
}
