import type { Evidence, Gate, GateVerdict } from './decision';

/** A rule as it is written somewhere: id, the day from which the text holds, and where to read it. */
export interface RuleText {
  readonly rule: string;
  readonly version: string;
  readonly source: string;
}

const textOf = ({ rule, version, source }: RuleText): RuleText => ({ rule, version, source });

export const pass = (rule: RuleText, reason: string, evidence: readonly Evidence[] = []): Gate => ({
  ...textOf(rule),
  verdict: 'pass',
  reason,
  evidence,
});

export const fail = (rule: RuleText, reason: string, evidence: readonly Evidence[] = []): Gate => ({
  ...textOf(rule),
  verdict: 'fail',
  reason,
  evidence,
});

export const unknown = (
  rule: RuleText,
  reason: string,
  question: string,
  evidence: readonly Evidence[] = [],
): Gate => ({ ...textOf(rule), verdict: 'unknown', reason, question, evidence });

const VERDICT_ORDER: Readonly<Record<GateVerdict, number>> = { pass: 0, unknown: 1, fail: 2 };

const idsIn = ({ evidence }: Gate): string => evidence.map(({ id, statement }) => `${statement} ${id}`).join();

/** What breaks ties, so that the order of a profile's rows does not matter. */
const tieBreakers = (gate: Gate): string => `${gate.reason} ${idsIn(gate)}`;

/** Of several entries of a profile the best one decides; undefined where there is none. */
export function bestOf(gates: readonly Gate[]): Gate | undefined {
  const [best] = [...gates].sort(
    (a, b) => VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] || (tieBreakers(a) < tieBreakers(b) ? -1 : 1),
  );
  return best;
}
