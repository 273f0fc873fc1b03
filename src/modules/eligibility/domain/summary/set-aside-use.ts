import type { Business } from '../../../businesses';
import type { SetAside, SetAsideCode } from '../../../reference';
import { businessGates, opportunityGates, verdictOf } from '../decide-eligibility';
import type { EligibilityVerdict, Gate } from '../decision';
import type { EligibilityLookups, OpportunityTerms } from '../eligibility-input';
import { requirementOf } from '../requirement';

export const usabilities = ['yes', 'no', 'cannot-tell'] as const;
export type Usability = (typeof usabilities)[number];

/** Whether a business could bid today on a notice of this set-aside in its primary industry. */
export interface SetAsideUse {
  readonly code: SetAsideCode;
  readonly name: string;
  readonly usable: Usability;
  /** Of the gate that decides. */
  readonly reason: string;
}

const usabilityOf: Readonly<Record<EligibilityVerdict, Usability>> = {
  eligible: 'yes',
  not_eligible: 'no',
  unknown: 'cannot-tell',
};

const NO_PRIMARY_CODE = 'The profile names no primary NAICS code, under which size would be judged.';

/** A federal notice that asks for nothing but this set-aside, under this industry, today. */
const supposedNotice = ({ code }: SetAside, naicsCode: string | null): OpportunityTerms => ({
  source: 'sam',
  noticeType: 'o',
  setAside: code,
  naicsCode,
  pscCode: null,
  buyer: { department: null, subTier: null, office: null, officeCode: null },
  location: { state: null },
  responseDeadline: null,
  status: 'open',
});

/** A refusal decides, then what is not known; where all pass, the set-aside's own gate says why. */
const decidingGate = (gates: readonly Gate[]): Gate | undefined =>
  gates.find(({ verdict }) => verdict === 'fail') ??
  gates.find(({ verdict }) => verdict === 'unknown') ??
  gates.find(({ rule }) => rule.startsWith('set-aside.'));

const reasonOf = (gate: Gate | undefined, naicsCode: string | null): string =>
  naicsCode === null && gate?.verdict === 'unknown' && gate.rule.startsWith('size.')
    ? NO_PRIMARY_CODE
    : (gate?.reason ?? '');

/** One answer for each set-aside there is, in the order given. */
export function setAsideUses(
  business: Business,
  setAsides: readonly SetAside[],
  lookups: EligibilityLookups,
  now: Date,
): readonly SetAsideUse[] {
  const naicsCode = business.naicsCodes.find(({ isPrimary }) => isPrimary)?.code ?? null;
  return setAsides.map((setAside) => {
    const notice = supposedNotice(setAside, naicsCode);
    const requirement = requirementOf(notice, now);
    const gates = [...businessGates(business, requirement, lookups), ...opportunityGates(business, notice)];
    return {
      code: setAside.code,
      name: setAside.name,
      usable: usabilityOf[verdictOf(gates)],
      reason: reasonOf(decidingGate(gates), naicsCode),
    };
  });
}
