import { Injectable } from '@nestjs/common';
import { type Business, utahDay } from '../../businesses';
import { parseSetAside, type ReferenceFacts, ReferenceService, sizeStandardsOn } from '../../reference';
import { type Decider, deciderFor } from '../domain/decide-eligibility';
import type { BusinessStanding, EligibilityLookups, OpportunityTerms } from '../domain/eligibility-input';
import { requirementKey, requirementOf } from '../domain/requirement';
import type { StatableFact } from '../domain/summary/favourable-facts';
import { lackingFacts, suppositionsOf } from '../domain/summary/lacking-facts';

/** May this business bid? By the rules of `domain/`, on the reference facts. */
@Injectable()
export class EligibilityService {
  private known: EligibilityLookups | undefined;

  constructor(private readonly reference: ReferenceService) {}

  /** What a business must have is worked out once per kind of requirement, however many opportunities are asked about. */
  deciderFor(business: BusinessStanding, now: Date): Decider {
    return deciderFor(business, this.lookups(), now);
  }

  /**
   * For one business: which facts that its profile leaves unsaid keep a gate of an opportunity from answering. Worked out
   * once per kind of requirement, too.
   */
  lackingFor(business: Business, now: Date): (opportunity: OpportunityTerms) => readonly StatableFact[] {
    const lookups = this.lookups();
    const suppositions = suppositionsOf(business, utahDay(now));
    const known = new Map<string, readonly StatableFact[]>();
    return (opportunity) => {
      const requirement = requirementOf(opportunity, now);
      const key = requirementKey(requirement);
      const lacking = known.get(key) ?? lackingFacts(business, suppositions, requirement, lookups);
      known.set(key, lacking);
      return lacking;
    };
  }

  /** The rules' questions, answered from the reference facts. */
  lookups(): EligibilityLookups {
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
