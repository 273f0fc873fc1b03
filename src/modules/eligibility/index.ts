export type {
  EligibilityDecision,
  EligibilityVerdict,
  Evidence,
  Gate,
  GateVerdict,
  PlainGate,
} from './domain/decision';
export { eligibilityVerdicts, gateVerdicts, withoutEvidence } from './domain/decision';
export type { BusinessStanding, OpportunityTerms } from './domain/eligibility-input';
export type { StatableFact } from './domain/summary/favourable-facts';
export { gateForOthers } from './domain/gate-for-others';
export { type Note, notesFor } from './domain/notes';
export { EligibilityModule } from './eligibility.module';
export { type Decider, EligibilityService } from './service/eligibility.service';
