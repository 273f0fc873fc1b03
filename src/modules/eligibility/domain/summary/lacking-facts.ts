import type { Business } from '../../../businesses';
import { businessGates } from '../decide-eligibility';
import type { EligibilityLookups } from '../eligibility-input';
import type { BusinessRequirement } from '../requirement';
import { factBehind } from './fact-behind';
import { type StatableFact, statableFacts, supposing } from './favourable-facts';

/** The business as it would be if it stated one more fact in its favour. */
export interface Supposition {
  readonly fact: StatableFact;
  readonly business: Business;
}

/** One for each fact of which the profile leaves something unsaid. @param today Utah day, `YYYY-MM-DD` */
export const suppositionsOf = (business: Business, today: string): readonly Supposition[] =>
  statableFacts.flatMap((fact) => {
    const supposed = supposing(business, fact, today);
    return supposed ? [{ fact, business: supposed }] : [];
  });

/** The facts for want of which a gate cannot answer under this requirement: with one of them stated it would. */
export function lackingFacts(
  business: Business,
  suppositions: readonly Supposition[],
  requirement: BusinessRequirement,
  lookups: EligibilityLookups,
): readonly StatableFact[] {
  const open = businessGates(business, requirement, lookups).filter(({ verdict }) => verdict === 'unknown');
  return suppositions
    .filter(({ fact, business: supposed }) => {
      const asking = open.filter(({ rule }) => factBehind(rule) === fact).map(({ rule }) => rule);
      if (asking.length === 0) return false;
      const gates = businessGates(supposed, requirement, lookups);
      return gates.some(({ rule, verdict }) => asking.includes(rule) && verdict !== 'unknown');
    })
    .map(({ fact }) => fact);
}
