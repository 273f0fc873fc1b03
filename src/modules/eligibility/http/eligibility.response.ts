import { ApiProperty } from '@nestjs/swagger';
import {
  type EligibilityVerdict,
  eligibilityVerdicts,
  type Evidence,
  type Gate,
  type GateVerdict,
  gateVerdicts,
} from '../domain/decision';
import type { Note } from '../domain/notes';
import type { EligibilityAnswer } from '../service/eligibility-answers.service';
import { type EligibilitySummaryResponse, toEligibilitySummaryResponse } from './eligibility-summary.response';

/** Something that the profile states and that a gate was decided by. */
export class EvidenceResponse implements Evidence {
  /** Field or list of the profile: `annualRevenue`, `certifications`. */
  field: string;
  /** Of the entry, for lists; null for what is a field of its own. */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  id: string | null;
  /** What is stated there. */
  statement: string;
}

/** Worth knowing before an offer is made; it decides nothing. */
export class EligibilityNoteResponse implements Note {
  rule: string;
  /** Day from which this text of the rule holds. */
  version: string;
  /** Where the rule is written. */
  source: string;
  text: string;
}

/** The answer of one rule, with what it was read from. */
export class EligibilityGateResponse implements Gate {
  /** Stable id of the rule. */
  rule: string;
  /** Day from which this text of the rule holds. */
  version: string;
  @ApiProperty({ enum: gateVerdicts })
  verdict: GateVerdict;
  reason: string;
  /** Where the rule is written. */
  source: string;
  /** What would settle an `unknown`; absent otherwise. */
  question?: string;
  /** Empty where nothing of the profile was used, or nothing that it should have is there. */
  evidence: EvidenceResponse[];
}

/** Whether the business may bid on the opportunity. */
export class EligibilityDecisionResponse {
  @ApiProperty({ format: 'uuid' })
  businessId: string;
  @ApiProperty({ format: 'uuid' })
  opportunityId: string;
  /** One `fail` among the gates makes it `not_eligible`, else one `unknown` makes it `unknown`. */
  @ApiProperty({ enum: eligibilityVerdicts })
  verdict: EligibilityVerdict;
  gates: EligibilityGateResponse[];
  notes: EligibilityNoteResponse[];
  decidedAt: Date;
}

const toGateResponse = ({
  rule,
  version,
  verdict,
  reason,
  source,
  question,
  evidence,
}: Gate): EligibilityGateResponse => ({
  rule,
  version,
  verdict,
  reason,
  source,
  ...(question === undefined ? {} : { question }),
  evidence: evidence.map(({ field, id, statement }) => ({ field, id, statement })),
});

export const toEligibilityResponse = (
  answer: EligibilityAnswer,
): EligibilityDecisionResponse | EligibilitySummaryResponse =>
  answer.opportunityId === undefined
    ? toEligibilitySummaryResponse(answer)
    : {
        businessId: answer.businessId,
        opportunityId: answer.opportunityId,
        verdict: answer.verdict,
        gates: answer.gates.map(toGateResponse),
        notes: answer.notes.map(({ rule, version, source, text }) => ({ rule, version, source, text })),
        decidedAt: answer.decidedAt,
      };
