import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../common/http/page.response';
import {
  type EligibilityVerdict,
  eligibilityVerdicts,
  type GateVerdict,
  gateVerdicts,
  type ListedMatch,
  type PlainGate,
} from '../domain/match-search';
import type { StoredMatch } from '../domain/stored-match';
import { type ComponentName, componentNames, type ScoreComponent } from '../engine/match';
import type { OpportunityMatch } from '../service/opportunity-matches.service';
import { MatchedOpportunityResponse, toMatchedOpportunityResponse } from './matched-opportunity.response';

/** The answer of one rule. */
export class GateResponse implements PlainGate {
  rule: string;
  /** Day from which this text of the rule holds. */
  version: string;
  @ApiProperty({ enum: gateVerdicts })
  verdict: GateVerdict;
  reason: string;
  /** Where the rule is written. */
  source: string;
  /** What would settle an `unknown`. */
  question?: string;
}

/** One visible part of the score. */
export class ComponentResponse implements ScoreComponent {
  @ApiProperty({ enum: componentNames })
  name: ComponentName;
  /** Points it can weigh. */
  weight: number;
  /** 0 to 1. */
  value: number;
  /** Points of the shown score; all of them sum to it exactly. */
  contribution: number;
  reason: string;
}

export abstract class ScoredResponse {
  /** 0 to 100, one decimal; 0 without components where the business may not bid, because then nothing is ranked. */
  score: number;
  /** Share of all weights for which there was data, 0 to 1. */
  confidence: number;
  @ApiProperty({ enum: eligibilityVerdicts })
  eligibility: EligibilityVerdict;
  gates: GateResponse[];
  components: ComponentResponse[];
  modelVersion: string;
  matchedAt: Date;
}

export class MatchResponse extends ScoredResponse {
  opportunity: MatchedOpportunityResponse;
}

export class MatchPageResponse extends PageResponse {
  items: MatchResponse[];
}

export class MatchedBusinessResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  companyName: string;
  dbaName: string | null;
  zipCode: string | null;
  verifiedAt: Date | null;
}

export class OpportunityMatchResponse extends ScoredResponse {
  business: MatchedBusinessResponse;
}

export class OpportunityMatchPageResponse extends PageResponse {
  items: OpportunityMatchResponse[];
}

const toGate = ({ rule, version, verdict, reason, source, question }: PlainGate): GateResponse => ({
  rule,
  version,
  verdict,
  reason,
  source,
  ...(question === undefined ? {} : { question }),
});

const toScored = (match: StoredMatch): ScoredResponse => ({
  score: match.score,
  confidence: match.confidence,
  eligibility: match.eligibility,
  gates: match.gates.map(toGate),
  components: match.components.map(({ name, weight, value, contribution, reason }) => ({
    name,
    weight,
    value,
    contribution,
    reason,
  })),
  modelVersion: match.modelVersion,
  matchedAt: match.matchedAt,
});

export const toMatchResponse = (match: ListedMatch): MatchResponse => ({
  opportunity: toMatchedOpportunityResponse(match.opportunity),
  ...toScored(match),
});

export const toOpportunityMatchResponse = (match: OpportunityMatch): OpportunityMatchResponse => ({
  business: {
    id: match.business.id,
    companyName: match.business.companyName,
    dbaName: match.business.dbaName,
    zipCode: match.business.zipCode,
    verifiedAt: match.business.verifiedAt,
  },
  ...toScored(match),
});
