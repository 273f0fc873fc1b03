import type { Business } from '../../../businesses';
import { parseSetAside, type ProgramCode, type SetAsideCode } from '../../../reference';
import { businessGates, opportunityGates, verdictOf } from '../decide-eligibility';
import type { EligibilityVerdict, Gate } from '../decision';
import type { EligibilityLookups, OpportunityTerms } from '../eligibility-input';
import { type BusinessRequirement, requirementKey, requirementOf } from '../requirement';
import { factBehind } from './fact-behind';
import type { StatableFact } from './favourable-facts';
import type { NearCodes } from './near-codes';

/** One thing that could be otherwise, with the business as it would be then. */
export type Change =
  | { readonly kind: 'certification'; readonly code: ProgramCode; readonly business: Business }
  | { readonly kind: 'answer'; readonly code: StatableFact; readonly business: Business };

export interface OpenNoticesQuestion {
  readonly business: Business;
  readonly changes: readonly Change[];
  readonly near: NearCodes;
  readonly lookups: EligibilityLookups;
  readonly now: Date;
}

/** Numbers of open notices that offers are asked for on. */
export interface OpenNoticeCounts {
  readonly verdicts: Readonly<Record<EligibilityVerdict, number>>;
  readonly setAsides: ReadonlyMap<SetAsideCode, number>;
  /** Eligible with this one change: not eligible or unknown without a certification, unknown without an answer. */
  readonly openedBy: ReadonlyMap<Change, number>;
  /** Eligible or unknown, by a near code that the business does not list. */
  readonly nearNaics: ReadonlyMap<string, number>;
  readonly nearPsc: ReadonlyMap<string, number>;
}

/** What one requirement means for the business. */
interface Outcome {
  readonly verdict: EligibilityVerdict;
  readonly openedBy: readonly Change[];
}

const UNWANTED: Outcome = { verdict: 'not_eligible', openedBy: [] };

/** Spares decisions: a change opens only where nothing but what it is about stands in the way. */
function mayOpen(
  change: Change,
  gates: readonly Gate[],
  { setAside }: BusinessRequirement,
  lookups: EligibilityLookups,
): boolean {
  const inTheWay = gates.filter(({ verdict }) => verdict !== 'pass');
  if (change.kind === 'answer') {
    return inTheWay.every(({ rule, verdict }) => verdict === 'unknown' && factBehind(rule) === change.code);
  }
  const isAccepted = lookups.setAside(setAside)?.acceptedPrograms.includes(change.code) ?? false;
  return isAccepted && inTheWay.every(({ rule }) => factBehind(rule) === 'certificationTerms');
}

function outcomeOf(requirement: BusinessRequirement, { business, changes, lookups }: OpenNoticesQuestion): Outcome {
  const gates = businessGates(business, requirement, lookups);
  const verdict = verdictOf(gates);
  if (verdict === 'eligible') return { verdict, openedBy: [] };
  const openedBy = changes.filter(
    (change) =>
      mayOpen(change, gates, requirement, lookups) &&
      verdictOf(businessGates(change.business, requirement, lookups)) === 'eligible',
  );
  return { verdict, openedBy };
}

const increment = <Key>(counts: Map<Key, number>, key: Key | undefined): void => {
  if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
};

export interface OpenNoticeCounter {
  /** Notices that are open and ask for offers: what is the same for every business is not decided again. */
  add(notices: readonly OpportunityTerms[]): void;
  counts(): OpenNoticeCounts;
}

/**
 * Counts page by page. What one requirement means is worked out once, however many notices share it. The order of notices
 * and how they are split into pages change nothing.
 */
export function openNoticeCounter(question: OpenNoticesQuestion): OpenNoticeCounter {
  const { near, now } = question;
  const outcomes = new Map<string, Outcome>();
  const verdicts: Record<EligibilityVerdict, number> = { eligible: 0, not_eligible: 0, unknown: 0 };
  const setAsides = new Map<SetAsideCode, number>();
  const openedBy = new Map<Change, number>();
  const [nearNaics, nearPsc] = [new Map<string, number>(), new Map<string, number>()];

  const knownOutcome = (notice: OpportunityTerms): Outcome => {
    const requirement = requirementOf(notice, now);
    const key = requirementKey(requirement);
    const outcome = outcomes.get(key) ?? outcomeOf(requirement, question);
    outcomes.set(key, outcome);
    return outcome;
  };
  const count = (notice: OpportunityTerms): void => {
    // What the firm does not want stays refused, whatever it holds or states.
    const outcome =
      verdictOf(opportunityGates(question.business, notice)) === 'eligible' ? knownOutcome(notice) : UNWANTED;
    verdicts[outcome.verdict] += 1;
    increment(setAsides, parseSetAside(notice.setAside));
    for (const change of outcome.openedBy) increment(openedBy, change);
    if (outcome.verdict === 'not_eligible') return;
    increment(nearNaics, near.naics(notice.naicsCode));
    increment(nearPsc, near.psc(notice.pscCode));
  };
  return {
    add: (notices) => notices.forEach(count),
    counts: () => ({ verdicts, setAsides, openedBy, nearNaics, nearPsc }),
  };
}
