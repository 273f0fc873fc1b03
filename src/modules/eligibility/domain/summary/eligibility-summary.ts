import type { Business } from '../../../businesses';
import type { ReferenceFacts } from '../../../reference';
import type { EligibilityVerdict } from '../decision';
import type { EligibilityLookups } from '../eligibility-input';
import { type Expiring, expiringOf } from './expiring';
import { canBeGained, holds, supposingCertified } from './favourable-facts';
import { suppositionsOf } from './lacking-facts';
import type { Change, OpenNoticeCounts } from './open-notices';
import { type SetAsideUse, setAsideUses } from './set-aside-use';
import { type Opening, openingsOf } from './would-open';

/** Where a business stands with all that is open, at one instant. */
export interface EligibilitySummary {
  readonly setAsides: readonly (SetAsideUse & { readonly openNotices: number })[];
  readonly expiring: readonly Expiring[];
  /** Open notices that offers are asked for on. */
  readonly open: Readonly<Record<EligibilityVerdict, number>>;
  readonly wouldOpen: readonly Opening[];
}

/** What the business could change: each certification that it does not hold, and each fact that it leaves unsaid. */
export const changesOf = (
  business: Business,
  { programs }: Pick<ReferenceFacts, 'programs'>,
  today: string,
): readonly Change[] => [
  ...[...programs.keys()]
    .filter((code) => !holds(business, code, today) && canBeGained(business, code, today))
    .map((code): Change => ({ kind: 'certification', code, business: supposingCertified(business, code) })),
  ...suppositionsOf(business, today).map(({ fact, business: supposed }): Change => ({
    kind: 'answer',
    code: fact,
    business: supposed,
  })),
];

interface SummaryContext {
  readonly facts: ReferenceFacts;
  readonly lookups: EligibilityLookups;
  readonly now: Date;
  /** Utah day of `now`. */
  readonly today: string;
}

export function summaryOf(
  business: Business,
  counts: OpenNoticeCounts,
  { facts, lookups, now, today }: SummaryContext,
): EligibilitySummary {
  const programNames = new Map<string, string>(Array.from(facts.programs.values(), ({ code, name }) => [code, name]));
  return {
    setAsides: setAsideUses(business, [...facts.setAsides.values()], lookups, now).map((use) => ({
      ...use,
      openNotices: counts.setAsides.get(use.code) ?? 0,
    })),
    expiring: expiringOf(business, (code) => programNames.get(code) ?? code, today),
    open: counts.verdicts,
    wouldOpen: openingsOf(counts, facts),
  };
}
