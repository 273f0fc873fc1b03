import { Injectable } from '@nestjs/common';
import { parseSetAside, type ReferenceFacts, ReferenceService, sizeStandardsOn } from '../../reference';
import { businessGates, decisionOf } from '../domain/decide-eligibility';
import type { EligibilityDecision, Gate } from '../domain/decision';
import type { BusinessStanding, EligibilityLookups, OpportunityTerms } from '../domain/eligibility-input';
import { noticeGates } from '../domain/notice-gates';
import { requirementKey, requirementOf } from '../domain/requirement';

/** Answers for one business, about any opportunity. */
export type Decider = (opportunity: OpportunityTerms) => EligibilityDecision;

/** May this business bid? By the rules of `domain/`, on the reference facts. */
@Injectable()
export class EligibilityService {
  private known: EligibilityLookups | undefined;

  constructor(private readonly reference: ReferenceService) {}

  /** What a business must have is worked out once per kind of requirement, however many opportunities are asked about. */
  deciderFor(business: BusinessStanding, now: Date): Decider {
    const lookups = this.lookups();
    const known = new Map<string, readonly Gate[]>();
    return (opportunity) => {
      const requirement = requirementOf(opportunity, now);
      const key = requirementKey(requirement);
      const gates = known.get(key) ?? businessGates(business, requirement, lookups);
      known.set(key, gates);
      return decisionOf([...noticeGates(opportunity, now, lookups), ...gates]);
    };
  }

  private lookups(): EligibilityLookups {
    this.known ??= lookupsIn(this.reference.facts());
    return this.known;
  }
}

/** The rules' questions, answered from the reference facts. */
export const lookupsIn = (facts: ReferenceFacts): EligibilityLookups => {
  const noticeTypes = new Map<string, ReturnType<EligibilityLookups['noticeType']>>(facts.noticeTypes);
  return {
    noticeType: (code) => noticeTypes.get(code),
    setAside: (text) => {
      const code = parseSetAside(text);
      return code && facts.setAsides.get(code);
    },
    program: (code) => facts.programs.get(code),
    sizeStandards: (naicsCode, day) => sizeStandardsOn(facts.sizeStandards.get(naicsCode) ?? [], day),
  };
};
