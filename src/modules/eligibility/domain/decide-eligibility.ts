import type { EligibilityDecision, EligibilityVerdict, Gate } from './decision';
import type { BusinessStanding, EligibilityInput, EligibilityLookups, OpportunityTerms } from './eligibility-input';
import { licenceGate } from './licence.gate';
import { noticeGates } from './notice-gates';
import { ownExclusionGate } from './own-exclusion.gate';
import { requirementOf } from './requirement';
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
export function verdictOf(gates: readonly Gate[]): EligibilityVerdict {
  if (gates.some(({ verdict }) => verdict === 'fail')) return 'not_eligible';
  return gates.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'eligible';
}

export const decisionOf = (gates: readonly Gate[]): EligibilityDecision => ({ verdict: verdictOf(gates), gates });

/**
 * May this business bid on this opportunity? Pure: the same input gives the same answer, and `now` is part of it.
 * For many pairs call `noticeGates` once per opportunity, `businessGates` once per business and requirement, and
 * `opportunityGates` for each pair.
 */
export function decideEligibility({ business, opportunity, lookups, now }: EligibilityInput): EligibilityDecision {
  const requirement = requirementOf(opportunity, now);
  return decisionOf([
    ...noticeGates(opportunity, now, lookups),
    ...businessGates(business, requirement, lookups),
    ...opportunityGates(business, opportunity),
  ]);
}
