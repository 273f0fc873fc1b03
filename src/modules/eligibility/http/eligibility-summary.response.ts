import { ApiProperty } from '@nestjs/swagger';
import type { EligibilitySummary } from '../domain/summary/eligibility-summary';
import { type ExpiringKind, expiringKinds } from '../domain/summary/expiring';
import { type Usability, usabilities } from '../domain/summary/set-aside-use';
import { type OpeningKind, openingKinds } from '../domain/summary/would-open';

/** A set-aside, decided for the primary NAICS code of the business as of today. */
export class SetAsideUseResponse {
  /** Code of /reference/set-asides. */
  code: string;
  name: string;
  /** Sole source is `no`: it is meant for one firm that is named already. */
  @ApiProperty({ enum: usabilities })
  usable: Usability;
  reason: string;
  /** Notices of this set-aside on which offers may be made now. */
  @ApiProperty({ type: 'integer' })
  openNotices: number;
}

/** Ends within 180 days, or ended within the last 90. */
export class ExpiringResponse {
  @ApiProperty({ enum: expiringKinds })
  kind: ExpiringKind;
  name: string;
  /** Last day. */
  @ApiProperty({ type: 'string', format: 'date' })
  expiresOn: string;
  /** Below zero where it is over. */
  @ApiProperty({ type: 'integer' })
  daysLeft: number;
  /** Of the entry in the profile; null for the registration in SAM.gov. */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  id: string | null;
}

/** Notices on which offers may be made now. */
export class OpenNoticesResponse {
  @ApiProperty({ type: 'integer' })
  eligible: number;
  /** Some gate cannot tell: see `question` of its gates. */
  @ApiProperty({ type: 'integer' })
  unknown: number;
  @ApiProperty({ type: 'integer' })
  notEligible: number;
}

/** What one change of the profile alone would do. */
export class OpeningResponse {
  /**
   * `certification` and `answer` (a fact that the profile leaves unsaid, supposed in its favour) change who may bid.
   * `naics-code` and `psc-code` change what is relevant and never who may bid: a code is no gate.
   */
  @ApiProperty({ enum: openingKinds })
  kind: OpeningKind;
  /** Code of the certification program or of the industry, product or service; name of the fact. */
  code: string;
  name: string;
  /**
   * Open notices, at least 1. Of a certification: not eligible or unknown now, eligible with it. Of an answer: unknown now,
   * eligible with it. Of a code: those with this code that the business may bid on already, or may be able to, and that none
   * of its listed codes equals.
   */
  @ApiProperty({ type: 'integer', minimum: 1 })
  opens: number;
  sentence: string;
}

/** Where the business stands with all that is open. */
export class EligibilitySummaryResponse {
  @ApiProperty({ format: 'uuid' })
  businessId: string;
  setAsides: SetAsideUseResponse[];
  /** The earliest end first. */
  expiring: ExpiringResponse[];
  open: OpenNoticesResponse;
  /** Best first, at most 20. */
  wouldOpen: OpeningResponse[];
  /** The instant that all of it holds for. */
  decidedAt: Date;
}

interface Summarised extends EligibilitySummary {
  readonly businessId: string;
  readonly decidedAt: Date;
}

export const toEligibilitySummaryResponse = (summary: Summarised): EligibilitySummaryResponse => ({
  businessId: summary.businessId,
  setAsides: summary.setAsides.map(({ code, name, usable, reason, openNotices }) => ({
    code,
    name,
    usable,
    reason,
    openNotices,
  })),
  expiring: summary.expiring.map(({ kind, name, expiresOn, daysLeft, id }) => ({
    kind,
    name,
    expiresOn,
    daysLeft,
    id,
  })),
  open: {
    eligible: summary.open.eligible,
    unknown: summary.open.unknown,
    notEligible: summary.open.not_eligible,
  },
  wouldOpen: summary.wouldOpen.map(({ kind, code, name, opens, sentence }) => ({ kind, code, name, opens, sentence })),
  decidedAt: summary.decidedAt,
});
