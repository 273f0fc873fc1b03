import { gatesForOthers } from '../../eligibility';
import type { ComponentName, ScoreComponent } from '../engine/match';
import type { StoredMatch } from './stored-match';

const BY_CONTRACTS = 'By its record of past contracts.';

/** Components whose reasons tell of past work, which only the owner sees: what others read instead. */
const REASONS: ReadonlyMap<ComponentName, string> = new Map<ComponentName, string>([
  ['buyer', BY_CONTRACTS],
  ['pastPerformance', BY_CONTRACTS],
  ['value', BY_CONTRACTS],
  // Some of the words are those of past work.
  ['text', 'By the words of its profile.'],
]);

const withoutContracts = (component: ScoreComponent): ScoreComponent => ({
  ...component,
  reason: REASONS.get(component.name) ?? component.reason,
});

/** A match as others than the owner may see it: the same verdict and points, without what only the owner sees of the profile. */
export const forThirdParties = <Shown extends StoredMatch>(match: Shown): Shown => ({
  ...match,
  gates: gatesForOthers(match.gates),
  components: match.components.map(withoutContracts),
});
