import type { EligibilityVerdict, PlainGate } from '../../eligibility';

export const componentNames = ['text', 'psc', 'naics', 'buyer', 'place', 'pastPerformance', 'value'] as const;
export type ComponentName = (typeof componentNames)[number];

/** One visible part of a score. A component without data is not listed at all. */
export interface ScoreComponent {
  readonly name: ComponentName;
  /** Points this component can weigh, from the weights of the model version. */
  readonly weight: number;
  /** How well it fits, 0 to 1, two decimals. */
  readonly value: number;
  /** Points of the shown score, one decimal; the contributions of a match sum to its score exactly. */
  readonly contribution: number;
  /** A short sentence for people: what matched, or what did not. */
  readonly reason: string;
}

export interface Score {
  /** 0 to 100, one decimal. */
  readonly score: number;
  /** Listed weight / all weight, 0 to 1, two decimals. */
  readonly confidence: number;
  readonly components: readonly ScoreComponent[];
}

/** The whole answer about one business and one opportunity. Not ranked (score 0) when not eligible. */
export interface Match extends Score {
  readonly businessId: string;
  readonly opportunityId: string;
  readonly eligibility: EligibilityVerdict;
  readonly gates: readonly PlainGate[];
}
