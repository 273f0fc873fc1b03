/** Three answers: yes, no, cannot tell. Cannot tell is never rounded to either side. */
export const gateVerdicts = ['pass', 'fail', 'unknown'] as const;
export type GateVerdict = (typeof gateVerdicts)[number];

export const eligibilityVerdicts = ['eligible', 'not_eligible', 'unknown'] as const;
export type EligibilityVerdict = (typeof eligibilityVerdicts)[number];

/** Something that the profile states and that a gate was decided by. */
export interface Evidence {
  /** Field or list of the profile: `annualRevenue`, `certifications`. */
  readonly field: string;
  /** Of the entry, for lists; null for what is a field of its own. */
  readonly id: string | null;
  /** A sentence: what is stated there. */
  readonly statement: string;
}

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
  /** Empty where nothing of the profile was used, or nothing that it should have is there. */
  readonly evidence: readonly Evidence[];
}

/** A gate as it is kept and shown to others than the firm: without what it was decided by. */
export type PlainGate = Omit<Gate, 'evidence'>;

export const withoutEvidence = (gates: readonly Gate[]): readonly PlainGate[] =>
  gates.map(({ evidence, ...plain }) => plain);

export interface EligibilityDecision {
  readonly verdict: EligibilityVerdict;
  readonly gates: readonly Gate[];
}
