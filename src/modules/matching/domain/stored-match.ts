import type { Match } from '../engine/match';

/** A match as it was made: with what, and when. */
export interface StoredMatch extends Match {
  /** Version of the weights and of the word counts: together with the two sides they give the same score again. */
  readonly modelVersion: string;
  readonly matchedAt: Date;
}

/** How many matches of a business are kept and listed. */
export const MOST_MATCHES = 200;
