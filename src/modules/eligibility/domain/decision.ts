/** Three answers: yes, no, cannot tell. Cannot tell is never rounded to either side. */
export const gateVerdicts = ['pass', 'fail', 'unknown'] as const;
export type GateVerdict = (typeof gateVerdicts)[number];

export const eligibilityVerdicts = ['eligible', 'not_eligible', 'unknown'] as const;
export type EligibilityVerdict = (typeof eligibilityVerdicts)[number];

/** The answer of one rule about one business and one opportunity. */
export interface Gate {
  /** Stable id of the rule, `set-aside.hubzone`. */
  readonly rule: string;
  /** Day from which this text of the rule holds, `2025-01-16`. */
  readonly version: string;
  readonly verdict: GateVerdict;
  /** A sentence for the business, naming what decided. */
  readonly reason: string;
  /** Where the rule is written: FAR, CFR, Utah Code. */
  readonly source: string;
  /** The one question whose answer would settle an `unknown`; absent otherwise. */
  readonly question?: string;
}

export interface EligibilityDecision {
  readonly verdict: EligibilityVerdict;
  readonly gates: readonly Gate[];
}
