import type { Gate, GateVerdict } from '../../eligibility';
import type { ComponentName, ScoreComponent } from '../engine/match';
import type { StoredMatch } from './stored-match';

/** Rules whose reasons name figures that a business shows to nobody else. */
const PRIVATE_RULES = new Set(['size.small']);

const sizeIn: Readonly<Record<GateVerdict, string>> = {
  pass: 'By its own figures it is small for this industry.',
  fail: 'By its own figures it is not small for this industry.',
  unknown: 'Whether it is small for this industry cannot be told from its profile.',
};

/** Components whose reasons tell of past contracts, which only the owner sees. */
const PRIVATE_COMPONENTS: ReadonlySet<ComponentName> = new Set<ComponentName>(['buyer', 'pastPerformance', 'value']);

const withoutFigures = (gate: Gate): Gate => {
  if (!PRIVATE_RULES.has(gate.rule)) return gate;
  const { rule, version, verdict, source } = gate;
  return { rule, version, verdict, source, reason: sizeIn[verdict] };
};

const withoutContracts = (component: ScoreComponent): ScoreComponent =>
  PRIVATE_COMPONENTS.has(component.name) ? { ...component, reason: 'By its record of past contracts.' } : component;

/** A match as others than the owner may see it: the same verdicts and points, without revenue, headcount or past contracts. */
export const forThirdParties = <Shown extends StoredMatch>(match: Shown): Shown => ({
  ...match,
  gates: match.gates.map(withoutFigures),
  components: match.components.map(withoutContracts),
});
