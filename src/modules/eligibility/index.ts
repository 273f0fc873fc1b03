export type { EligibilityDecision, EligibilityVerdict, Gate, GateVerdict } from './domain/decision';
export { eligibilityVerdicts, gateVerdicts } from './domain/decision';
export type { BusinessStanding, OpportunityTerms } from './domain/eligibility-input';
export { EligibilityModule } from './eligibility.module';
export { type Decider, EligibilityService } from './service/eligibility.service';
