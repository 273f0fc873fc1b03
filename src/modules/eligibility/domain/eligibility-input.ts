import type { Business, Certification, Licence, SizeFacts } from '../../businesses';
import type { Opportunity, OpportunityStatus, ResponseDeadline } from '../../opportunities';
import type {
  CertificationProgram,
  NoticeTypeFact,
  ProgramCode,
  SetAside,
  SizeStandardsInForce,
} from '../../reference';

export type HeldCertification = Pick<Certification, 'id' | 'program' | 'status' | 'number' | 'validFrom' | 'expiresOn'>;

/** What the rules need to know about a business; any `Business` will do. */
export interface BusinessStanding
  extends SizeFacts, Pick<Business, 'zipCode' | 'samRegistration' | 'excluded' | 'excludedStatedOn' | 'ownExclusions'> {
  readonly certifications: readonly HeldCertification[];
  readonly licences: readonly Licence[];
}

/** What the rules need to know about an opportunity. */
export interface OpportunityTerms extends Pick<
  Opportunity,
  'source' | 'noticeType' | 'setAside' | 'naicsCode' | 'pscCode' | 'buyer'
> {
  readonly location: Pick<Opportunity['location'], 'state'>;
  readonly responseDeadline: Pick<ResponseDeadline, 'at' | 'zone' | 'dateOnly'> | null;
  /** As computed for `now`. */
  readonly status: OpportunityStatus;
}

/** Reference facts that the rules ask for. Undefined: no such fact is held. */
export interface EligibilityLookups {
  noticeType(code: string): NoticeTypeFact | undefined;
  /** Reads a set-aside code in any case and wrapping (`["SBA"]`), whole codes only. */
  setAside(text: string): SetAside | undefined;
  program(code: ProgramCode): CertificationProgram | undefined;
  /** The size standards of a six-digit NAICS code in force on a day (`YYYY-MM-DD`). */
  sizeStandards(naicsCode: string, day: string): SizeStandardsInForce | undefined;
}

export interface EligibilityInput {
  readonly business: BusinessStanding;
  readonly opportunity: OpportunityTerms;
  readonly lookups: EligibilityLookups;
  readonly now: Date;
}
