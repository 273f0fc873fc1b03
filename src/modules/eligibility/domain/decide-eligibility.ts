import type { EligibilityDecision, EligibilityVerdict, Gate } from './decision';
import type { BusinessStanding, EligibilityInput, EligibilityLookups } from './eligibility-input';
import { noticeGates } from './notice-gates';
import { requirementOf } from './requirement';
import type { BusinessRequirement } from './requirement';
import { setAsideGate } from './set-aside.gate';
import { sizeGate } from './size.gate';

/** One rule about a business; null where the rule does not apply to the requirement. */
export type BusinessRule = (
  business: BusinessStanding,
  requirement: BusinessRequirement,
  lookups: EligibilityLookups,
) => Gate | null;

const BUSINESS_RULES: readonly BusinessRule[] = [setAsideGate, sizeGate];

/** The gates of one business under one requirement. Depends on nothing else, so it may be kept by `requirementKey`. */
export function businessGates(
  business: BusinessStanding,
  requirement: BusinessRequirement,
  lookups: EligibilityLookups,
): readonly Gate[] {
  return BUSINESS_RULES.flatMap((rule) => rule(business, requirement, lookups) ?? []);
}

/** One failed gate decides against, whatever the others say; one unknown keeps the answer open. */
export function verdictOf(gates: readonly Gate[]): EligibilityVerdict {
  if (gates.some(({ verdict }) => verdict === 'fail')) return 'not_eligible';
  return gates.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'eligible';
}

export const decisionOf = (gates: readonly Gate[]): EligibilityDecision => ({ verdict: verdictOf(gates), gates });

/**
 * May this business bid on this opportunity? Pure: the same input gives the same answer, and `now` is part of it.
 * For many pairs call `noticeGates` once per opportunity and `businessGates` once per business and requirement.
 */
export function decideEligibility({ business, opportunity, lookups, now }: EligibilityInput): EligibilityDecision {
  const requirement = requirementOf(opportunity, now);
  return decisionOf([...noticeGates(opportunity, now, lookups), ...businessGates(business, requirement, lookups)]);
}
