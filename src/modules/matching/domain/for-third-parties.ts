import { gateForOthers } from '../../eligibility';
import type { ComponentName, ScoreComponent } from '../engine/match';
import type { StoredMatch } from './stored-match';

/** Components whose reasons tell of past contracts, which only the owner sees. */
const PRIVATE_COMPONENTS: ReadonlySet<ComponentName> = new Set<ComponentName>(['buyer', 'pastPerformance', 'value']);

const withoutContracts = (component: ScoreComponent): ScoreComponent =>
  PRIVATE_COMPONENTS.has(component.name) ? { ...component, reason: 'By its record of past contracts.' } : component;

/** A match as others than the owner may see it: the same verdicts and points, without what only the owner sees of the profile. */
export const forThirdParties = <Shown extends StoredMatch>(match: Shown): Shown => ({
  ...match,
  gates: match.gates.map(gateForOthers),
  components: match.components.map(withoutContracts),
});
