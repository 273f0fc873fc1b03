import type { NaicsRelation, PscRelation } from '../../reference';
import type { ComponentName } from './match';
import type { CorpusStatistics } from './text/corpus';

export interface TextModel {
  /** BM25: how quickly repeating a word stops to count, and how much long texts are discounted. */
  readonly k1: number;
  readonly b: number;
  /** A word in the title counts as this many in a text of usual length. */
  readonly titleBoost: number;
  /** BM25 sum at which the value is one half. */
  readonly saturation: number;
  /** Words in this share of all texts, or more, say nothing about the work; rarer ones say the more the rarer they are. */
  readonly genericShare: number;
  /** Matching words needed for full value; fewer count in proportion. */
  readonly fullEvidence: number;
  /** The most telling words of a business that are compared. */
  readonly mostTerms: number;
  readonly capabilityWeight: number;
  readonly pastWorkWeight: number;
}

/** Every number that decides a score. Immutable once used: a change is a new version. */
export interface ScoringModel {
  readonly version: string;
  /** Points a component can weigh. */
  readonly weights: Readonly<Record<ComponentName, number>>;
  /** Least sum of weights to divide by, so that thin data cannot fake a high score. */
  readonly leastWeight: number;
  readonly text: TextModel;
  readonly psc: Readonly<Record<PscRelation, number>>;
  readonly naics: Readonly<Record<NaicsRelation, number>>;
  readonly secondaryNaicsFactor: number;
  readonly buyer: { readonly office: number; readonly subTier: number; readonly department: number };
  readonly place: {
    readonly sameCounty: number;
    readonly neighbouringCounty: number;
    readonly sameState: number;
    readonly servedState: number;
    /** The buying office stands in for an unstated place of performance at this share of the weight. */
    readonly officeWeightFactor: number;
  };
  readonly pastPerformance: {
    /** Shares in the similarity of two contracts. */
    readonly psc: number;
    readonly naics: number;
    readonly text: number;
    /** Least sum of shares to divide by. */
    readonly leastShare: number;
    readonly halfLifeYears: number;
  };
  readonly value: {
    /** Powers of ten away from the comfort range at which nothing is left. */
    readonly decadesToZero: number;
    /** The comfort range spans past contract values, widened by this factor on both sides… */
    readonly pastValueFactor: number;
    /** …or, where none is stated, these shares of the annual revenue. */
    readonly leastRevenueShare: number;
    readonly mostRevenueShare: number;
  };
}

/** The relations of codes, from the reference module. */
export interface CodeRelations {
  naics(left: string, right: string): NaicsRelation;
  psc(left: string, right: string): PscRelation;
}

/** All that scoring needs besides the two sides. Same context, same sides: same score. */
export interface ScoringContext {
  readonly model: ScoringModel;
  readonly corpus: CorpusStatistics;
  readonly relations: CodeRelations;
}
