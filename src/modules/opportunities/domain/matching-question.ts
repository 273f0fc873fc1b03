/** Which opportunities matching asks for, in the order of their ids. */
export interface MatchingQuestion {
  readonly now: Date;
  /** Only these. */
  readonly ids?: readonly string[];
  /** Only those that are open at `now`. */
  readonly onlyOpen?: boolean;
  /** Only those whose present revision was not matched yet. */
  readonly onlyUnmatched?: boolean;
  /** Goes on behind this id. */
  readonly afterId?: string;
  readonly limit: number;
}

export interface MatchedRevision {
  readonly opportunityId: string;
  /** `matchRevision` as it was read before matching. */
  readonly matchRevision: number;
}
