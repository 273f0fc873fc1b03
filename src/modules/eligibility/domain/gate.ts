import type { Gate } from './decision';

/** A rule as it is written somewhere: id, the day from which the text holds, and where to read it. */
export interface RuleText {
  readonly rule: string;
  readonly version: string;
  readonly source: string;
}

const textOf = ({ rule, version, source }: RuleText): RuleText => ({ rule, version, source });

export const pass = (rule: RuleText, reason: string): Gate => ({ ...textOf(rule), verdict: 'pass', reason });

export const fail = (rule: RuleText, reason: string): Gate => ({ ...textOf(rule), verdict: 'fail', reason });

export const unknown = (rule: RuleText, reason: string, question: string): Gate => ({
  ...textOf(rule),
  verdict: 'unknown',
  reason,
  question,
});
