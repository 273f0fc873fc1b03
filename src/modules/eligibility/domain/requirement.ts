import type { NoticeSource } from '../../opportunities';
import { parsePsc, pscKind } from '../../reference';
import type { OpportunityTerms } from './eligibility-input';
import { figuresDay, responseDay } from './response-day';

/** What an opportunity asks of a business. Thousands of opportunities share a few hundred of these. */
export interface BusinessRequirement {
  readonly source: NoticeSource;
  /** In capitals, without blanks and JSON wrapping; empty when the notice does not say. */
  readonly setAside: string;
  /** As published; empty when missing. */
  readonly naicsCode: string;
  /** Whether the product or service code is one of supplies; false when it is missing. */
  readonly isSupply: boolean;
  /** Construction that is not bought by way of SAM.gov, in Utah or where no state is stated. */
  readonly isUtahConstruction: boolean;
  /** Day on which it must be met, `YYYY-MM-DD`. */
  readonly on: string;
  /** Whether the response is due on that day; otherwise no deadline is stated, and it is today. */
  readonly hasDueDay: boolean;
  /** Day of the figures that it is judged by, `YYYY-MM-DD`: `on`, or today where that lies ahead. */
  readonly asOf: string;
}

/** The day on which something must hold. */
export type AskedDay = Pick<BusinessRequirement, 'on' | 'hasDueDay'>;

/** For sentences. Answers are kept and read on later days, so that "today" needs its date. */
export const dayInWords = ({ on, hasDueDay }: AskedDay): string =>
  hasDueDay ? `the response date ${on}` : `today (${on})`;

/** The code in a notice's field, in capitals; empty when the notice does not say. */
export const setAsideIn = ({ setAside }: Pick<OpportunityTerms, 'setAside'>): string =>
  (setAside ?? '').replace(/^[\s["']+|[\s\]"']+$/g, '').toUpperCase();

export const naicsIn = ({ naicsCode }: Pick<OpportunityTerms, 'naicsCode'>): string => (naicsCode ?? '').trim();

/** Two capitals; empty when neither the place of the work nor that of the buying office is stated. */
export const stateIn = ({ location }: Pick<OpportunityTerms, 'location'>): string =>
  (location.state ?? '').trim().toUpperCase();

/** Whether the product or service code is one of supplies; false when it is missing. */
export function isSupply({ pscCode }: Pick<OpportunityTerms, 'pscCode'>): boolean {
  const code = parsePsc(pscCode);
  return code !== undefined && pscKind(code) === 'product';
}

/** Building, maintaining, repairing and altering structures: groups Y1, Z1 and Z2 of the product and service codes. */
const CONSTRUCTION_PSC = /^(?:Y1|Z[12])/;

/** By its NAICS code (sector 23), or by its product or service code where the notice states no other: Utah's do not. */
export function isConstruction(opportunity: Pick<OpportunityTerms, 'naicsCode' | 'pscCode'>): boolean {
  const naics = naicsIn(opportunity);
  return naics === '' ? CONSTRUCTION_PSC.test(parsePsc(opportunity.pscCode) ?? '') : naics.startsWith('23');
}

/** Federal works need no licence of the state that they lie in; elsewhere Utah's law does not reach. */
const isUtahConstruction = (opportunity: OpportunityTerms): boolean =>
  opportunity.source !== 'sam' && isConstruction(opportunity) && ['', 'UT'].includes(stateIn(opportunity));

export function requirementOf(opportunity: OpportunityTerms, now: Date): BusinessRequirement {
  const on = responseDay(opportunity.responseDeadline, now);
  return {
    source: opportunity.source,
    setAside: setAsideIn(opportunity),
    naicsCode: naicsIn(opportunity),
    isSupply: isSupply(opportunity),
    isUtahConstruction: isUtahConstruction(opportunity),
    on,
    hasDueDay: opportunity.responseDeadline !== null,
    asOf: figuresDay(on, now),
  };
}

/** Equal requirements have equal keys: the answers of `businessGates` for one business can be kept under it. */
export const requirementKey = (requirement: BusinessRequirement): string =>
  [
    requirement.source,
    requirement.setAside,
    requirement.naicsCode,
    requirement.isSupply,
    requirement.isUtahConstruction,
    requirement.on,
    requirement.hasDueDay,
    requirement.asOf,
  ].join('|');
