import type { EligibilityDecision, EligibilityVerdict, Gate } from './decision';
import type { BusinessStanding, EligibilityInput, EligibilityLookups, OpportunityTerms } from './eligibility-input';
import { licenceGate } from './licence.gate';
import { noticeGates } from './notice-gates';
import { ownExclusionGate } from './own-exclusion.gate';
import { requirementKey, requirementOf } from './requirement';
import type { BusinessRequirement } from './requirement';
import { exclusionGate, registrationGate } from './sam.gates';
import { setAsideGate } from './set-aside.gate';
import { nonmanufacturerGate, sizeGate } from './size.gate';

/** One rule about a business; null where the rule does not apply to the requirement. */
export type BusinessRule = (
  business: BusinessStanding,
  requirement: BusinessRequirement,
  lookups: EligibilityLookups,
) => Gate | null;

const BUSINESS_RULES: readonly BusinessRule[] = [
  setAsideGate,
  sizeGate,
  nonmanufacturerGate,
  registrationGate,
  exclusionGate,
  licenceGate,
];

/** The gates of one business under one requirement. Depends on nothing else, so it may be kept by `requirementKey`. */
export function businessGates(
  business: BusinessStanding,
  requirement: BusinessRequirement,
  lookups: EligibilityLookups,
): readonly Gate[] {
  return BUSINESS_RULES.flatMap((rule) => rule(business, requirement, lookups) ?? []);
}

const NO_GATES: readonly Gate[] = [];

/** The gates that depend on more of the opportunity than its requirement: to be asked for each pair. */
export function opportunityGates(business: BusinessStanding, opportunity: OpportunityTerms): readonly Gate[] {
  const own = ownExclusionGate(business, opportunity);
  return own ? [own] : NO_GATES;
}

/** One failed gate decides against, whatever the others say; one unknown keeps the answer open. */
export function verdictOf(gates: readonly Pick<Gate, 'verdict'>[]): EligibilityVerdict {
  if (gates.some(({ verdict }) => verdict === 'fail')) return 'not_eligible';
  return gates.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'eligible';
}

const decisionOf = (gates: readonly Gate[]): EligibilityDecision => ({ verdict: verdictOf(gates), gates });

/** Answers for one business, about any opportunity. */
export type Decider = (opportunity: OpportunityTerms) => EligibilityDecision;

/**
 * May this business bid? What it must have is worked out once per kind of requirement, however many opportunities are asked
 * about. The same input gives the same answer, and `now` is part of it.
 */
export function deciderFor(business: BusinessStanding, lookups: EligibilityLookups, now: Date): Decider {
  const known = new Map<string, readonly Gate[]>();
  return (opportunity) => {
    const requirement = requirementOf(opportunity, now);
    const key = requirementKey(requirement);
    const gates = known.get(key) ?? businessGates(business, requirement, lookups);
    known.set(key, gates);
    return decisionOf([
      ...noticeGates(opportunity, now, lookups),
      ...gates,
      ...opportunityGates(business, opportunity),
    ]);
  };
}

/** The same for a single opportunity. */
export const decideEligibility = ({ business, opportunity, lookups, now }: EligibilityInput): EligibilityDecision =>
  deciderFor(business, lookups, now)(opportunity);
