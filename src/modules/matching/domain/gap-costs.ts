import { type Completeness, type MissingItem, type ProfileGap, profileGaps } from '../../businesses';
import type { StatableFact } from '../../eligibility';
import type { BusinessFeatures, OpportunityFeatures } from '../engine/features/features';

export { type ProfileGap, profileGaps };

/** An open opportunity that the business may bid on, or may be able to. */
export interface OpenPair {
  readonly features: OpportunityFeatures;
  /** Facts for want of which its gates cannot answer. */
  readonly lacking: readonly StatableFact[];
}

export interface RankedGap extends MissingItem {
  /** Open opportunities that for want of it cannot be decided, or not be compared. */
  readonly matches: number;
  /** A sentence with the number. */
  readonly reason: string;
}

export interface RankedCompleteness extends Pick<Completeness, 'score'> {
  /** What costs most matches first, then what is worth most points. */
  readonly gaps: readonly RankedGap[];
}

/** How a gap can cost matches. */
interface Cost {
  readonly isPaid: (own: BusinessFeatures, pair: OpenPair) => boolean;
  readonly sentence: (notices: string) => string;
}

const decides = (fact: StatableFact): Cost => ({
  isPaid: (_, { lacking }) => lacking.includes(fact),
  sentence: (notices) => `Whether you may bid on ${notices} cannot be decided without it.`,
});

/** Compared is what both sides state: a component without data on either side is not listed in a match. */
const compares = (
  what: string,
  isSilent: (own: BusinessFeatures) => boolean,
  isStated: (theirs: OpportunityFeatures) => boolean,
): Cost => ({
  isPaid: (own, { features }) => isSilent(own) && isStated(features),
  sentence: (notices) => `${what} of ${notices} that you may bid on cannot be compared with the profile.`,
});

const industry = compares(
  'The industry code',
  ({ naicsCodes }) => naicsCodes.length === 0,
  ({ naicsCode }) => naicsCode !== null,
);

const words = compares(
  'The text',
  ({ terms }) => terms.length === 0,
  ({ terms }) => terms.length > 0,
);

/** Elsewhere than in the state of the business; what lies abroad is in nobody's service area. */
const isElsewhere = (own: BusinessFeatures, { place }: OpportunityFeatures): boolean =>
  place !== null && place.state !== null && place.state !== own.home?.state;

/** A gap that is not here decides nothing and is compared with nothing. */
const costs: Readonly<Partial<Record<ProfileGap, Cost>>> = {
  samRegistration: decides('samRegistration'),
  excluded: decides('excluded'),
  sizeFigures: decides('sizeFigures'),
  certificationTerms: decides('certificationTerms'),
  licences: decides('licences'),
  naicsCodes: industry,
  primaryNaicsCode: industry,
  pscCodes: compares(
    'The product or service code',
    ({ pscCodes }) => pscCodes.length === 0,
    ({ pscCode }) => pscCode !== null,
  ),
  description: words,
  services: words,
  pastPerformance: compares(
    'The buyer',
    ({ pastWork }) => pastWork.length === 0,
    ({ buyer }) => buyer !== null,
  ),
  zipCode: compares(
    'The place',
    ({ home }) => home === null,
    ({ place }) => place !== null,
  ),
  serviceArea: {
    isPaid: (own, { features }) => isElsewhere(own, features),
    sentence: (notices) => `Whether you work at the place of ${notices} that you may bid on cannot be told.`,
  },
  contractValue: compares(
    'The estimated value',
    ({ comfort }) => comfort === null,
    ({ estimatedValueUsd }) => estimatedValueUsd !== null,
  ),
};

export type GapCounts = ReadonlyMap<ProfileGap, number>;

/** Counts one pair after the other for these gaps of the business. */
export function gapCounter(
  own: BusinessFeatures,
  gaps: readonly ProfileGap[],
): { add(pair: OpenPair): void; counts(): GapCounts } {
  const counts = new Map<ProfileGap, number>(gaps.map((gap) => [gap, 0]));
  return {
    add: (pair) => {
      for (const [gap, count] of counts) if (costs[gap]?.isPaid(own, pair)) counts.set(gap, count + 1);
    },
    counts: () => counts,
  };
}

const NOTHING = 'No open notice depends on it at present.';

const reasonOf = (gap: ProfileGap, matches: number): string =>
  (matches > 0 && costs[gap]?.sentence(`${matches} open ${matches === 1 ? 'notice' : 'notices'}`)) || NOTHING;

/** The gaps with what they cost. */
export const rankGaps = (missing: readonly MissingItem[], counts: GapCounts): readonly RankedGap[] =>
  missing
    .map((item) => {
      const matches = counts.get(item.gap) ?? 0;
      return { ...item, matches, reason: reasonOf(item.gap, matches) };
    })
    .sort((a, b) => b.matches - a.matches || b.points - a.points);
