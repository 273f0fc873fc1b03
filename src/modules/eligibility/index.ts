export type {
  EligibilityDecision,
  EligibilityVerdict,
  Evidence,
  Gate,
  GateVerdict,
  PlainGate,
} from './domain/decision';
export { eligibilityVerdicts, gateVerdicts, withoutEvidence } from './domain/decision';
export type { Decider } from './domain/decide-eligibility';
export type { BusinessStanding, OpportunityTerms } from './domain/eligibility-input';
export type { StatableFact } from './domain/summary/favourable-facts';
export { gatesForOthers } from './domain/gate-for-others';
export { type Note, notesFor } from './domain/notes';
export { EligibilityModule } from './eligibility.module';
export { EligibilityService } from './service/eligibility.service';
